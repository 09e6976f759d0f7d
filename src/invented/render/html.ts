import type { Random } from '../random.ts'
import type { InventedReport } from '../truth.ts'
import type { Grid, GridCell } from './grid.ts'
import { encodeUtf8, type Layout, type Rendered } from './layout.ts'
import { notice, type PageOptions, type Piece, pageOf } from './page.ts'

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const withBreaks = (text: string): string => escapeHtml(text).replaceAll('\n', '<br/>')

/** Writes one table as HTML. */
export type WriteHtmlTable = (grid: Grid, random: Random) => string

const spans = ({ colspan, rowspan }: GridCell): string =>
  `${colspan > 1 ? ` colspan="${colspan}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}`

/** A table with merged cells as they should be; `content` makes what a cell holds. */
export function htmlTable(grid: Grid, content: (cell: GridCell) => string, attributes = ''): string {
  const rows = grid.rows.map(
    (row) => `<tr>${row.map((cell) => `<td${spans(cell)}>${content(cell)}</td>`).join('')}</tr>`,
  )
  return `<table${attributes}><tbody>\n${rows.join('\n')}\n</tbody></table>`
}

export const writeCleanTable: WriteHtmlTable = (grid) => htmlTable(grid, (cell) => withBreaks(cell.text))
const writeNbspTable: WriteHtmlTable = (grid) =>
  htmlTable(grid, (cell) => `<p align="center">&nbsp;${withBreaks(cell.text)}&nbsp;</p>`, ' border="1"')

/** Word's HTML: every text in spans that carry a style of their own, empty paragraphs, office tags. */
const writeWordTable: WriteHtmlTable = (grid, random) => {
  const run = (text: string) =>
    `<span lang="EN-US" style="font-size:10.5pt;mso-bidi-font-family:宋体">${escapeHtml(text)}</span>`
  const content = ({ text }: GridCell): string => {
    if (text === '') return `<p class="MsoNormal"><o:p>&nbsp;</o:p></p>`
    const lines = text.split('\n').map((line) => {
      const at = line.length > 3 ? random.integer(1, line.length - 1) : line.length
      return `<p class="MsoNormal" align="center" style="mso-pagination:widow-orphan">${run(line.slice(0, at))}${at < line.length ? run(line.slice(at)) : ''}<o:p></o:p></p>`
    })
    return lines.join('')
  }
  return htmlTable(
    grid,
    content,
    ' class="MsoNormalTable" border="0" style="border-collapse:collapse;mso-yfti-tbllook:1184"',
  )
}

const writePiece = (piece: Piece, random: Random, write: WriteHtmlTable): string => {
  if (piece.kind === 'table') return write(piece.grid, random)
  const tag = { title: 'h1', heading: 'h2', paragraph: 'p' }[piece.kind]
  return `<${tag}>${escapeHtml(piece.text)}</${tag}>`
}

export const writePieces = (pieces: readonly Piece[], random: Random, write: WriteHtmlTable): string =>
  pieces.map((piece) => writePiece(piece, random, write)).join('\n')

/** A whole page around a body; the notice is its first line too. */
export const htmlDocument = (body: string, head = '<meta charset="utf-8">'): string =>
  `<!-- ${notice} -->\n<!doctype html>\n<html lang="zh"><head>${head}<title>${notice}</title></head>\n<body>\n${body}\n</body></html>\n`

/** A layout of HTML that differs from others in how it writes tables. */
export function htmlLayout(
  id: string,
  about: string,
  share: number,
  write: WriteHtmlTable,
  options: PageOptions = {},
): Layout {
  const render = (report: InventedReport, random: Random): Rendered => ({
    bytes: encodeUtf8(htmlDocument(writePieces(pageOf(report, random, options), random, write))),
    extension: 'html',
  })
  return { id, about, share, render }
}

/** The page inside tables that only lay it out, and tables inside their cells. */
const nested: Layout = {
  id: 'html-nested',
  about: 'HTML inside layout tables',
  share: 2,
  render: (report, random) => {
    const body = writePieces(pageOf(report, random), random, writeNbspTable)
    const page = `<table width="1000"><tr><td width="200">导航</td><td><table><tr><td>\n${body}\n</td></tr></table></td></tr></table>`
    return { bytes: encodeUtf8(htmlDocument(page)), extension: 'html' }
  },
}

/** Every cell a paragraph, without any table: what some editors make of a pasted table. */
const writeParagraphCells: WriteHtmlTable = (grid) =>
  grid.rows
    .flatMap((row) => row.map((cell) => `<p>${cell.text === '' ? '&nbsp;' : withBreaks(cell.text)}</p>`))
    .join('\n')

/** Tags that need no end are not ended, names are in capitals, attributes without quotes. */
const writeSloppyTable: WriteHtmlTable = (grid) =>
  `<TABLE border=1 width=100%>${grid.rows
    .map(
      (row) =>
        `\n<TR>${row
          .map(
            (cell) =>
              `<TD rowSpan=${cell.rowspan} colSpan=${cell.colspan}><FONT size=2>${withBreaks(cell.text)}</FONT>`,
          )
          .join('')}`,
    )
    .join('')}</TABLE>`

export const htmlLayouts: readonly Layout[] = [
  htmlLayout('html', 'HTML with merged cells', 14, writeCleanTable),
  htmlLayout('html-nbsp', 'HTML with spaces that do not break', 6, writeNbspTable, { wrapped: true }),
  htmlLayout('html-word', 'the HTML of Word', 8, writeWordTable, { wrapped: true }),
  htmlLayout('html-sloppy', 'HTML of old editors', 2, writeSloppyTable),
  htmlLayout('html-paragraph-cells', 'each cell an HTML paragraph', 1, writeParagraphCells),
  nested,
]
