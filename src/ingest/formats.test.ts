import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { htmlTable, renderHtml } from '../../tests/formats/render.ts'
import { gridsOf, sampleReport, seeded } from '../../tests/formats/sample.ts'
import { compareReading } from '../../tests/formats/silent.ts'
import { readFileReports } from '../dataset/readFile.ts'
import { harmlessName, unpack } from './archive.ts'
import { decode } from './decode.ts'
import { foldRadicals } from './radicals.ts'
import { readDocument } from './read.ts'
import { documentOfBody } from './readers/doc.ts'
import { printNumber } from './readers/xlsxStyles.ts'

const sample = sampleReport('2021', seeded(11))
const whole = { right: sample.numbers.size, silent: [], flagged: [], unread: [] }
const grids = Object.values(gridsOf(sample))

test('separated values read back whole', async () => {
  const lines = grids.flatMap((grid) => grid.map((row) => row.map((cell) => `"${cell.text}"`).join(',')))
  const reading = await readDocument(Buffer.from([sample.title, ...lines].join('\r\n')))
  expect(reading.format).toBe('csv')
  expect(await compareReading(sample, Buffer.from([sample.title, ...lines].join('\r\n')))).toEqual(whole)
})

test('HTML under the name of a Word or Excel file is HTML', async () => {
  const reading = await readDocument(Buffer.from(grids.map(htmlTable).join('')))
  expect(reading.format).toBe('html')
})

test('the text of an old Word document: cells end in tabs, a label over two lines is one', () => {
  const { blocks } = documentOfBody('二、情况\n信息内容\t本年制发\n件数\t\n规章\t5\t\n四、情况\n尾\n')
  const table = blocks.find((block) => block.kind === 'table')
  expect(table?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
    ['信息内容', '本年制发\n件数'],
    ['规章', '5'],
  ])
  expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'table', 'paragraph', 'paragraph'])
})

test.each([
  ['37.339799999999997', 'General', '37.3398'],
  ['1234.5', '#,##0.00', '1234.50'],
  ['3', '0_ ', '3'],
  ['0', '0;-0;;@', ''],
  ['-4', '0;(0)', '-4 [0;(0)]'],
  ['0.12', '0%', '0.12 [0%]'],
  ['45000', 'yyyy-mm-dd', '45000 [yyyy-mm-dd]'],
  ['5', '0"件"', '5件'],
])('%s in the format %s is printed %s', (stored, format, printed) => {
  expect(printNumber(stored, format)).toBe(printed)
})

test('every file of an archive is a file of its own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'archive-'))
  const html = Buffer.from(renderHtml(sample))
  const inner = zipSync({ 'b.html': html })
  await writeFile(
    join(folder, 'x.zip'),
    zipSync({ '../../a.html': html, 'in/inner.zip': inner, 'bomb.txt': new Uint8Array(5e6) }),
  )
  const readings = await readFileReports(folder, { path: 'x.zip', bytes: 1 })
  await rm(folder, { recursive: true })
  expect(
    readings.map(({ source, report, findings }) => [source.path, report?.cells.length, findings[0]?.code]),
  ).toEqual([
    ['x.zip/a.html', 200, undefined],
    ['x.zip/bomb.txt', undefined, 'archive_refused'],
    ['x.zip/in/inner.zip/b.html', 200, undefined],
  ])
})

test('names in archives are harmless', () => {
  expect(['../../etc/passwd', 'C:\\a\\b.txt', '/x', '..', 'a/./b\u0000'].map(harmlessName)).toEqual([
    'etc/passwd',
    'a/b.txt',
    'x',
    '_',
    'a/b_',
  ])
})

test('a damaged archive and an encrypted entry are refused, not fatal', () => {
  const zip = zipSync({ 'a.txt': strToU8('x') })
  expect([...unpack('z', zip.subarray(0, 30))]).toMatchObject([
    { path: 'z', refused: 'truncated: no central directory' },
  ])
  const at = Buffer.from(zip).indexOf('PK\u0001\u0002')
  zip[at + 8] = (zip[at + 8] ?? 0) | 1
  expect([...unpack('z', zip)]).toMatchObject([{ path: 'z/a.txt', refused: 'encrypted' }])
})

test('radicals become characters, private-use characters stay', () => {
  expect(foldRadicals('⽤⺠⻓⻅\ue123用')).toBe('用民长见\ue123用')
})

test('character sets by trying', () => {
  const text = (bytes: Uint8Array) => {
    const decoded = decode(bytes)
    return 'text' in decoded ? decoded.text : decoded.problem.code
  }
  expect(text(Buffer.from('政府2023\n12', 'utf16le'))).toBe('政府2023\n12')
  expect(text(Buffer.from('政府2023\n12', 'utf16le').swap16())).toBe('政府2023\n12')
  const damaged = Buffer.from(`${'政府信息公开年度报告'.repeat(20)} 12`)
  damaged[31] = 0xff
  expect(text(damaged)).toMatch(/^政府.*\ufffd.* 12$/s)
})
