import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Text, writePdf } from '../../../invented/render/pdfFile.ts'
import type { Setting } from '../../../invented/render/pdfPages.ts'
import { cellId } from '../../../model/cells.ts'
import type { Document } from '../../../model/document.ts'
import { recognise } from '../../recognise/recognise.ts'
import { parseValue } from '../../recognise/value.ts'
import { looksLikePdf, readPdf } from '../pdf.ts'
import { drawFrom, type InventedReport, inventReport, setReport } from './fixtures/report.ts'
import { PdfProblem } from './problem.ts'

const a4: Setting = {
  width: 595,
  height: 842,
  size: 9,
  rules: 'all',
  align: 'centre',
  repeatHead: false,
  rotate: 0,
}

/** The cells of a report that were read, and those read wrong without a word. */
function compare(report: InventedReport, document: Document): { read: number; silent: string[] } {
  const draft = recognise(document)
  const cells = new Map(draft.cells.map((cell) => [cell.cell_id, cell]))
  const flagged = new Set(draft.findings.flatMap((finding) => finding.cells))
  const silent: string[] = []
  let read = 0
  for (const [id, text] of report.truth) {
    const cell = cells.get(id)
    if (!cell || cell.kind === 'missing' || cell.kind === 'unreadable') continue
    const { kind, value } = parseValue(text)
    if (cell.kind === kind && cell.value === value) read += 1
    else if (!flagged.has(id)) silent.push(`${id}: ${text} read as ${cell.raw} at ${cell.locator}`)
  }
  return { read, silent }
}

const sheet = (texts: readonly Text[]) => ({ width: 595, height: 842, texts, strokes: [] })
const problem = async (bytes: Uint8Array) => {
  const error = await readPdf(bytes).catch((thrown: unknown) => thrown)
  return error instanceof PdfProblem ? error.code : error
}

describe('readPdf', () => {
  const settings: [string, Partial<Setting>][] = [
    ['ruled', {}],
    ['landscape', { width: 842, height: 595 }],
    ['small', { size: 6 }],
    ['right', { align: 'right' }],
    ['repeated headers', { repeatHead: true, height: 500 }],
    ['page breaks everywhere', { height: 320 }],
    ['turned by 90', { rotate: 90 }],
    ['turned by 180', { rotate: 180 }],
    ['turned by 270', { rotate: 270 }],
    ['without rules', { rules: 'none', size: 8 }],
    ['rules across only', { rules: 'across', size: 8 }],
    ['rules down only', { rules: 'down', size: 8 }],
  ]
  test.each(settings)('reads every cell: %s', async (_, setting) => {
    const report = inventReport(drawFrom(7), { version: '2021', blanks: 0 })
    const document = await readPdf(writePdf(setReport(report, { ...a4, ...setting })))
    expect(compare(report, document)).toEqual({ read: 200, silent: [] })
  })

  test('never reads a cell wrong in silence, however it is set', async () => {
    const setting = fc.record<Setting>({
      width: fc.constantFrom(595, 842, 420),
      height: fc.integer({ min: 250, max: 900 }),
      size: fc.constantFrom(5, 6, 7.5, 9, 10.5),
      rules: fc.constantFrom('all', 'all', 'none', 'across', 'down'),
      align: fc.constantFrom('left', 'centre', 'right'),
      repeatHead: fc.boolean(),
      rotate: fc.constantFrom(0, 90, 180, 270),
    })
    const variation = fc.record({ version: fc.constantFrom('2019', '2021'), blanks: fc.constantFrom(0, 3) })
    const property = fc.asyncProperty(fc.integer({ min: 1 }), variation, setting, async (seed, how, set) => {
      const report = inventReport(drawFrom(seed), how as Parameters<typeof inventReport>[1])
      const sheets = setReport(report, set)
      fc.pre(sheets.length > 0)
      expect(compare(report, await readPdf(writePdf(sheets))).silent).toEqual([])
    })
    await fc.assert(property, { numRuns: Number(process.env['PDF_RUNS'] ?? 40), seed: 20240131 })
  }, 600_000)

  test('keeps page numbers out and says page and line', async () => {
    const report = inventReport(drawFrom(3), { version: '2021', blanks: 0 })
    const { blocks } = await readPdf(writePdf(setReport(report, a4)))
    const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
    expect(texts.filter((text) => /^- \d+ -$/.test(text))).toEqual([])
    expect(blocks[0]).toMatchObject({ text: report.title, at: { page: 1, line: 1 } })
    expect(blocks[1]).toMatchObject({ text: '一、总体情况', heading: true })
    const cell = recognise({ title: '', blocks }).cells.find(
      (one) => one.cell_id === cellId('requests', 'received', 'total'),
    )
    expect(cell?.locator).toMatch(/^page \d+, line \d+, cell 8$/)
  })

  test('joins the lines of a paragraph, over a page break too', async () => {
    const line = '这一行文字一直写到右边的页边才折行没有标点也没有空格'
    const at = (y: number, text: string, x = 50): Text => ({ x, y, size: 12, text })
    const { blocks } = await readPdf(
      writePdf([
        sheet([at(100, line, 74), at(120, `${line}二四`)]),
        sheet([at(100, `${line}二四`), at(120, '到此为止。')]),
      ]),
    )
    expect(blocks).toMatchObject([{ text: `${line}${line}二四${line}二四到此为止。` }])
  })

  test('makes figures printed over each other unreadable', async () => {
    const report = inventReport(drawFrom(5), { version: '2021', blanks: 0 })
    const [first, ...others] = setReport(report, { ...a4, height: 2400 })
    const value = first?.texts.find((text) => text.y > 330 && /^\d{3,}$/.test(text.text))
    if (!first || !value) throw new Error('No figure to print over.')
    const over = { ...value, text: value.text.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10)) }
    const document = await readPdf(writePdf([{ ...first, texts: [...first.texts, over] }, ...others]))
    expect(compare(report, document)).toEqual({ read: 199, silent: [] })
  })

  test('takes what is drawn twice to look bold once', async () => {
    const bold = (x: number): Text => ({ x, y: 100, size: 12, text: '一、总体情况1123' })
    const { blocks } = await readPdf(writePdf([sheet([bold(50), bold(50.4)])]))
    expect(blocks).toMatchObject([{ text: '一、总体情况1123' }])
  })

  test('does not take text that is not shown for printed', async () => {
    const hidden = { ...sheet([{ x: 50, y: 100, size: 12, text: '一、总体情况' }]), before: 'BT 3 Tr ET' }
    expect(await problem(writePdf([hidden]))).toBe('image_only')
  })

  test('says which pages are pictures, and nothing of empty ones', async () => {
    const text = sheet([{ x: 50, y: 100, size: 12, text: '一、总体情况' }])
    const picture = { ...sheet([]), before: 'q 500 0 0 700 40 40 cm Q' }
    const { findings } = await readPdf(writePdf([text, picture, sheet([]), picture]))
    expect(findings).toMatchObject([{ code: 'pdf_page_picture', found: '2, 4' }])
  })

  test('says what is wrong with a file that cannot be read', async () => {
    expect(await problem(new TextEncoder().encode('%PDF-1.5\nnothing'))).toBe('damaged')
    expect(await problem(new Uint8Array(0))).toBe('damaged')
    expect(await problem(writePdf([sheet([])]))).toBe('image_only')
    expect(await problem(writePdf([]))).toBe('damaged')
    const locked = readFileSync(new URL('./fixtures/locked.pdf', import.meta.url))
    expect(await problem(new Uint8Array(locked))).toBe('encrypted')
    expect(looksLikePdf(writePdf([]))).toBe(true)
  })
})

const corpus = join(import.meta.dirname, '../../../../..', 'shared/corpus/huaian-city-2024.pdf')
if (existsSync(corpus))
  test('reads the report of a real city whole', async () => {
    const { cells, findings } = recognise(await readPdf(new Uint8Array(readFileSync(corpus))))
    expect(cells.filter((cell) => cell.kind === 'number' && cell.reading === 'exact')).toHaveLength(200)
    expect(findings).toEqual([])
  })
else console.info('the sample PDF is not here, so it is not read in this run')
