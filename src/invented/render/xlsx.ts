import type { Random } from '../random.ts'
import { type Grid, placed, widthOf } from './grid.ts'
import { escapeHtml } from './html.ts'
import type { Layout } from './layout.ts'
import { packed } from './packed.ts'
import { type Piece, pageOf } from './page.ts'

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const xml = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** How a workbook keeps a report. */
interface Keeping {
  /** Figures are kept as numbers where they are printed as plain digits. */
  readonly numbers: boolean
  /** Each table has a sheet of its own. */
  readonly sheets: boolean
  readonly merged: boolean
}

const letter = (x: number): string => String.fromCharCode(65 + x)
const plainNumber = /^-?\d{1,15}(\.\d+)?$/

/** One sheet as it is filled from the top. */
class SheetWriter {
  private readonly rows: string[] = []
  private readonly merges: string[] = []
  private readonly keeping: Keeping

  constructor(keeping: Keeping) {
    this.keeping = keeping
  }

  prose(text: string): void {
    const row = this.rows.length + 1
    if (this.keeping.merged) this.merges.push(`A${row}:J${row}`)
    this.rows.push(`<row r="${row}">${this.cell(0, row, text, 0)}</row>`)
  }

  table(grid: Grid): void {
    const first = this.rows.length + 1
    const width = widthOf(grid)
    for (const [y, cells] of placed(grid).entries()) {
      const row = first + y
      const texts = new Map(cells.map((cell) => [cell.x, cell.text]))
      const line = Array.from({ length: width }, (_, x) => this.cell(x, row, texts.get(x) ?? '', 1))
      this.rows.push(`<row r="${row}">${line.join('')}</row>`)
      for (const { x, colspan, rowspan } of cells) {
        if (!this.keeping.merged || colspan * rowspan === 1) continue
        this.merges.push(`${letter(x)}${row}:${letter(x + colspan - 1)}${row + rowspan - 1}`)
      }
    }
  }

  private cell(x: number, row: number, text: string, style: number): string {
    const at = `r="${letter(x)}${row}" s="${style}"`
    if (text === '') return `<c ${at}/>`
    // A sheet keeps no zeros behind a point and no digits beyond fifteen; such figures are kept as text.
    const number = this.keeping.numbers && plainNumber.test(text) && String(Number(text)) === text
    return number
      ? `<c ${at}><v>${text}</v></c>`
      : `<c ${at} t="inlineStr"><is><t>${escapeHtml(text)}</t></is></c>`
  }

  xml(): string {
    const merges = this.merges.map((range) => `<mergeCell ref="${range}"/>`).join('')
    const merged = merges && `<mergeCells count="${this.merges.length}">${merges}</mergeCells>`
    return `${xml}<worksheet xmlns="${spreadsheet}"><sheetData>\n${this.rows.join('\n')}\n</sheetData>${merged}</worksheet>`
  }
}

/** The sheets of a workbook: one for all, or one for the text and one for each table. */
function sheetsOf(pieces: readonly Piece[], keeping: Keeping): string[] {
  const first = new SheetWriter(keeping)
  const sheets = [first]
  for (const piece of pieces) {
    if (piece.kind !== 'table') first.prose(piece.text)
    else if (!keeping.sheets) first.table(piece.grid)
    else {
      const own = new SheetWriter(keeping)
      own.table(piece.grid)
      sheets.push(own)
    }
  }
  return sheets.map((sheet) => sheet.xml())
}

function workbook(sheets: readonly string[]): Uint8Array {
  const each = (write: (number: number) => string) => sheets.map((_, i) => write(i + 1)).join('')
  const files: Record<string, string> = {
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${types}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${xml}<workbook xmlns="${spreadsheet}" xmlns:r="${relations}"><sheets>${each((n) => `<sheet name="Sheet${n}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${relations}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId0" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${xml}<styleSheet xmlns="${spreadsheet}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" borderId="0"/><xf numFmtId="0" borderId="1"/></cellXfs></styleSheet>`,
  }
  for (const [i, sheet] of sheets.entries()) files[`xl/worksheets/sheet${i + 1}.xml`] = sheet
  return packed(files)
}

function xlsxLayout(id: string, about: string, share: number, keeping: Keeping): Layout {
  return {
    id,
    about,
    share,
    render: (report, random: Random) => ({
      bytes: workbook(sheetsOf(pageOf(report, random), keeping)),
      extension: 'xlsx',
    }),
  }
}

export const xlsxLayouts: readonly Layout[] = [
  xlsxLayout('xlsx', 'a workbook, figures as numbers', 1, { numbers: true, sheets: false, merged: true }),
  xlsxLayout('xlsx-text', 'a workbook, figures as text, a sheet for each table', 1, {
    numbers: false,
    sheets: true,
    merged: true,
  }),
  xlsxLayout('xlsx-unmerged', 'a workbook, merged cells lost', 0, {
    numbers: true,
    sheets: false,
    merged: false,
  }),
]
