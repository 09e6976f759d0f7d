import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { loadCases } from '../../tests/cases/case.ts'
import { assemble } from './assemble.ts'
import { type FileReading, readReport } from './report.ts'
import { summarise } from './summary.ts'

const cases = loadCases()
const some = cases.filter((one) => one.input.extension === 'txt').slice(0, 40)
const inputOf = (name: string) => cases.find((one) => one.name === name)?.input.bytes ?? new Uint8Array()
const whole = inputOf('pipe-rows')
const read = (files: readonly [path: string, bytes: Uint8Array][]): Promise<FileReading[]> =>
  Promise.all(files.map(([path, bytes]) => readReport(path, bytes)))

describe('summarise', () => {
  test('says for each format how many files were read whole, in part, not at all', async () => {
    const partial = strToU8(new TextDecoder().decode(whole).replace(/^行政许可 .*\n/m, ''))
    const page = strToU8('<html><body><p>今天天气很好，公开透明。</p></body></html>')
    const { atlas } = assemble(
      await read([
        ['a.txt', whole],
        ['again.txt', whole],
        ['b.zip/part.txt', partial],
        ['c.html', page],
        ['d', strToU8('')],
      ]),
    )
    const [, ...table] = summarise(atlas).split('\n').slice(0, 5)
    expect(table).toEqual([
      '  format   files  whole  in part  not at all',
      '  text         3      2        1           0',
      '  html         1      0        0           1',
      '  unknown      1      0        0           1',
    ])
  })

  test('lists ten kinds of issue at most, each with one example', async () => {
    const { atlas } = assemble(await read(some.map((one) => [one.name, one.input.bytes])))
    const lines = summarise(atlas).split('\n')
    const kinds = lines.filter((line) => /^ {2}(error|warning|info) \w+ × \d+$/.test(line))
    const examples = lines.filter((line) => /^ {4}\S/.test(line))
    expect([kinds.length, examples.length]).toEqual([10, 10])
  })

  test('does not let a file write on the terminal', async () => {
    const { atlas } = assemble(await read([['\u001b[2Ja.txt', strToU8('')]]))
    expect(summarise(atlas)).not.toContain('\u001b')
  })

  test('of nothing has no table', () => {
    expect(summarise(assemble([]).atlas)).toBe(
      '0 files: 0 reports (0 complete, 0 partial, 0 unreadable, 0 superseded), 0 files without a report\nno issues\n',
    )
  })
})
