import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Block, Document, Table } from '../../model/document.ts'
import { finding } from '../../model/issue.ts'
import { blockOf, doubtLastRow, isUnderruled, joinCutRow, type PageTable, pageTable } from './pdf/cells.ts'
import { furniture } from './pdf/furniture.ts'
import { type Box, contains, type Glyph, middle } from './pdf/geometry.ts'
import { type RuledTable, ruledTable } from './pdf/grid.ts'
import { lineOf, type NumberedLine, visualLines } from './pdf/lines.ts'
import { openPdf, problemOf } from './pdf/open.ts'
import { type Page, readPage } from './pdf/page.ts'
import { PdfProblem } from './pdf/problem.ts'
import { joinOverPages, type Prose, paragraphs } from './pdf/prose.ts'
import { connected, type Rules, rulesOf } from './pdf/rules.ts'
import { withStrays } from './pdf/strays.ts'
import { unruledTables } from './pdf/unruled.ts'

/** No report has more pages, nor more characters; what does is not read to its end. */
const pageLimit = 300
const characterLimit = 600_000

/** Something on a page, in its place. */
type Item =
  | { readonly y: number; readonly prose: Prose }
  | { readonly y: number; readonly ruled: PageTable }
  | { readonly y: number; readonly table: Table }

/** Whether bytes are a PDF, which may have some bytes of another program before its own. */
export const looksLikePdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')

/**
 * Reads a PDF: characters and ruling lines by their places on the pages, tables by the lines around their
 * cells, or, where there are none, by labels of the forms with figures beside them; everything else is prose.
 *
 * @throws {PdfProblem} when the file is encrypted or damaged, or has no readable text on any page
 */
export async function readPdf(bytes: Uint8Array): Promise<Document> {
  const { result, strays } = await withStrays(() => readOpened(bytes))
  const [stray] = strays
  if (stray === undefined) return result
  const found = stray.slice(0, 200)
  return { ...result, findings: [...(result.findings ?? []), finding('pdf_part_damaged', { found })] }
}

async function readOpened(bytes: Uint8Array): Promise<Document> {
  const pdf = await openPdf(bytes)
  try {
    const pages = await readPages(pdf)
    const dropped = furniture(pages.map(({ page, lines }) => ({ height: page.height, lines })))
    const items = pages.map(({ page, lines }) => itemsOf(page, lines, dropped))
    const document = { title: await titleOf(pdf), blocks: blocksOf(items) }
    const pictures = pages.filter(({ page }) => page.picture).map(({ page }) => page.number)
    const findings = [
      ...(pictures.length > 0 ? [finding('pdf_page_picture', { found: pictures.join(', ') })] : []),
      ...(pages.length < pdf.numPages ? [finding('content_cut', { found: `${pages.length} pages` })] : []),
    ]
    return findings.length > 0 ? { ...document, findings } : document
  } catch (error) {
    throw problemOf(error)
  } finally {
    await pdf.loadingTask.destroy()
  }
}

interface LinedPage {
  readonly page: Page
  readonly lines: readonly NumberedLine[]
}

async function readPages(pdf: PDFDocumentProxy): Promise<LinedPage[]> {
  const pages: LinedPage[] = []
  let characters = 0
  for (
    let number = 1;
    number <= Math.min(pdf.numPages, pageLimit) && characters < characterLimit;
    number += 1
  ) {
    const page = await readPage(pdf, number)
    characters += page.glyphs.length
    pages.push({ page, lines: visualLines(page.glyphs) })
  }
  const readable = pages.some(({ page }) => page.glyphs.some((glyph) => glyph.text !== '\ufffd'))
  if (!readable) throw new PdfProblem('image_only')
  return pages
}

async function titleOf(pdf: PDFDocumentProxy): Promise<string> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
  const title = (info as { Title?: unknown }).Title
  return typeof title === 'string' ? title.slice(0, 500).replace(/\s+/g, ' ').trim() : ''
}

/** What is on a page, from the top down. */
function itemsOf(page: Page, all: readonly NumberedLine[], dropped: ReadonlySet<NumberedLine>): Item[] {
  const lines = all.filter((line) => !dropped.has(line))
  const glyphs = lines.flatMap((line) => line.glyphs)
  const rules = rulesOf(page.segments)
  const tables = ruledTables(rules, glyphs)
  const numbers = new Map(
    all.flatMap((line) => line.glyphs.map((glyph): [Glyph, number] => [glyph, line.number])),
  )
  const boxes = tables.map((table) => table.box)
  const outside = keep(lines, (glyph) => !boxes.some((box) => contains(box, ...middle(glyph))))
  const { tables: placed, used } = unruledTables(outside, rules, page.number)
  const rest = keep(outside, (glyph) => !used.has(glyph))
  const breaks = [...tables.map((table) => table.box.y0), ...placed.map((table) => table.y)]
  return [
    ...tables.map((table) => ({ y: table.box.y0, ruled: pageTable(table, page.number, numbers) })),
    ...placed,
    ...prosePieces(rest, breaks, page.number),
  ].sort((a, b) => a.y - b.y)
}

/** The lines without the characters that are not wanted; lines left without any go. */
function keep(lines: readonly NumberedLine[], wanted: (glyph: Glyph) => boolean): NumberedLine[] {
  return lines.flatMap((line) => {
    const glyphs = line.glyphs.filter(wanted)
    if (glyphs.length === line.glyphs.length) return [line]
    return glyphs.length ? [{ ...lineOf(glyphs), number: line.number }] : []
  })
}

/** The tables that ruling lines make, the largest first; one inside another is part of it. */
function ruledTables(rules: Rules, glyphs: readonly Glyph[]): RuledTable[] {
  const area = (box: Box) => (box.x1 - box.x0) * (box.y1 - box.y0)
  const tables: RuledTable[] = []
  for (const part of connected(rules).sort((a, b) => area(b.box) - area(a.box))) {
    if (part.rules.across.length < 2 || part.rules.down.length < 1) continue
    const inOther = tables.some(({ box }) =>
      contains(box, (part.box.x0 + part.box.x1) / 2, (part.box.y0 + part.box.y1) / 2),
    )
    const table = inOther ? null : ruledTable(part.rules, part.box, glyphs)
    if (table && !isUnderruled(table)) tables.push(table)
  }
  return tables
}

/** The prose between the tables of a page: a paragraph does not go on behind a table. */
function prosePieces(lines: readonly NumberedLine[], breaks: readonly number[], page: number): Item[] {
  const piece = (line: NumberedLine) => breaks.filter((y) => y < line.y).length
  return [...Map.groupBy(lines, piece).values()].flatMap((part) =>
    paragraphs(part, page).map((prose) => ({ y: prose.y, prose })),
  )
}

/** The blocks of the document, with what page breaks cut put together. */
function blocksOf(pages: readonly (readonly Item[])[]): Block[] {
  const items: Item[] = []
  for (const page of pages) {
    const [last, first] = [items.at(-1), page[0]]
    const joined =
      last && first && 'prose' in last && 'prose' in first ? joinOverPages(last.prose, first.prose) : null
    if (last && first && 'ruled' in last && 'ruled' in first) joinCutRow(last.ruled, first.ruled)
    if (last && first && 'prose' in first && /^[\d\s.,]+$/.test(first.prose.text)) {
      if ('ruled' in last) doubtLastRow(last.ruled)
      else if ('table' in last) doubtLastRow(last.table)
    }
    if (last && joined) items[items.length - 1] = { y: last.y, prose: joined }
    items.push(...(joined ? page.slice(1) : page))
  }
  return items.map(blockOfItem).filter((block) => block.kind === 'paragraph' || block.rows.length > 0)
}

function blockOfItem(item: Item): Block {
  if ('ruled' in item) return blockOf(item.ruled)
  if ('table' in item) return item.table
  const { text, heading, page, line } = item.prose
  return { kind: 'paragraph', text, heading, at: { page, line } }
}
