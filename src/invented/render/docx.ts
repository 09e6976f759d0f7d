import type { Random } from '../random.ts'
import { type Grid, type PlacedCell, placed, widthOf } from './grid.ts'
import { escapeHtml } from './html.ts'
import type { Layout } from './layout.ts'
import { packed } from './packed.ts'
import { type PageOptions, type Piece, pageOf } from './page.ts'

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** The parts of a Word file that are alike in all. */
const frame: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${main}.styles+xml"/></Types>`,
  '_rels/.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  'word/styles.xml': `<?xml version="1.0" encoding="UTF-8"?><w:styles ${namespace}>${[1, 2].map((level) => `<w:style w:type="paragraph" w:styleId="${level}"><w:name w:val="heading ${level}"/></w:style>`).join('')}</w:styles>`,
}

/** A run of text; Word cuts runs anywhere, most often between Chinese and digits. */
const run = (text: string): string =>
  `<w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t xml:space="preserve">${escapeHtml(text)}</w:t></w:r>`

const runsOf = (text: string, random: Random): string => {
  const at = random.chance(0.3) ? random.integer(0, text.length) : 0
  return [text.slice(0, at), text.slice(at)]
    .filter((part) => part !== '')
    .map(run)
    .join('<w:proofErr w:type="spellStart"/>')
}

const paragraph = (text: string, random: Random, style = ''): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runsOf(text, random)}</w:p>`

/** One `w:tc`: its paragraphs, a line of its text each. */
function cellXml({ text, colspan }: Pick<PlacedCell, 'text' | 'colspan'>, merge: string, random: Random) {
  const span = colspan > 1 ? `<w:gridSpan w:val="${colspan}"/>` : ''
  const paragraphs = text.split('\n').map((line) => paragraph(line, random))
  return `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>${span}${merge}</w:tcPr>${paragraphs.join('')}</w:tc>`
}

/** Cells merged downwards go on in a cell of their own in every row, which says so. */
function writeMerged(grid: Grid, random: Random): string[] {
  const rows = placed(grid)
  return rows.map((row, y) => {
    const cells = row.map((cell) => ({ x: cell.x, cell, first: true }))
    for (let above = 0; above < y; above += 1) {
      for (const cell of rows[above] as PlacedCell[]) {
        if (above + cell.rowspan > y) cells.push({ x: cell.x, cell, first: false })
      }
    }
    return cells
      .sort((a, b) => a.x - b.x)
      .map(({ cell, first }) => {
        const merge = cell.rowspan === 1 ? '' : first ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
        return cellXml({ ...cell, text: first ? cell.text : '' }, merge, random)
      })
      .join('')
  })
}

/** The same, but nothing says that cells are merged downwards: they are empty cells. */
const writeSplitDown = (grid: Grid, random: Random): string[] =>
  writeMerged(grid, random).map((row) => row.replaceAll(/<w:vMerge[^>]*>/g, ''))

/** No cell says that it is merged in any direction: rows have as many cells as they have texts. */
const writeSpansLost = (grid: Grid, random: Random): string[] =>
  grid.rows.map((row) => row.map(({ text }) => cellXml({ text, colspan: 1 }, '', random)).join(''))

type WriteRows = (grid: Grid, random: Random) => string[]

function tableXml(grid: Grid, rows: readonly string[]): string {
  const columns = '<w:gridCol w:w="900"/>'.repeat(widthOf(grid))
  const heads = (y: number) => (y < grid.headerRows ? '<w:trPr><w:tblHeader/></w:trPr>' : '')
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${rows
    .map((row, y) => `<w:tr>${heads(y)}${row}</w:tr>`)
    .join('\n')}</w:tbl>`
}

function bodyXml(pieces: readonly Piece[], random: Random, write: WriteRows): string {
  const styles = { title: '1', heading: '2', paragraph: '' }
  return pieces
    .map((piece) =>
      piece.kind === 'table'
        ? tableXml(piece.grid, write(piece.grid, random))
        : paragraph(piece.text, random, styles[piece.kind]),
    )
    .join('\n')
}

function docxLayout(
  id: string,
  about: string,
  share: number,
  write: WriteRows,
  options: PageOptions = {},
): Layout {
  return {
    id,
    about,
    share,
    render: (report, random) => {
      const body = bodyXml(pageOf(report, random, options), random, write)
      const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${namespace}><w:body>\n${body}\n<w:sectPr/></w:body></w:document>`
      return { bytes: packed({ ...frame, 'word/document.xml': document }), extension: 'docx' }
    },
  }
}

export const docxLayouts: readonly Layout[] = [
  docxLayout('docx', 'Word', 5, writeMerged),
  docxLayout('docx-wrapped', 'Word, headers on two lines', 1, writeMerged, { wrapped: true }),
  docxLayout('docx-split', 'Word, cells merged downwards lost', 1, writeSplitDown),
  docxLayout('docx-spans-lost', 'Word, merged cells lost', 1, writeSpansLost),
]
