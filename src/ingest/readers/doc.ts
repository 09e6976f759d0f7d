import WordExtractor from 'word-extractor'
import type { Block, Cell, Document } from '../../model/document.ts'
import { matchLabel } from '../recognise/labels.ts'
import { isHeading } from './text.ts'

/**
 * Reads a Word document of before 2007 (.doc). The file has been checked to be a sound compound file: the
 * library that extracts its text does not check.
 */
export async function readDoc(bytes: Uint8Array): Promise<Document> {
  const extracted = await new WordExtractor().extract(Buffer.from(bytes))
  return documentOfBody(extracted.getBody({ filterUnicode: false }))
}

/**
 * The document in the text that the extractor gives: every cell ends in a tab, a paragraph in a line feed. The
 * end of a row is a line feed behind a tab, but in wide tables one tab more, as an empty cell is. So blanks are
 * never certain to be cells: the tables are streams. Merged cells are lost.
 */
export function documentOfBody(body: string): Document {
  const reader = new BodyReader()
  for (const [piece] of body.matchAll(/[^\t\n]*[\t\n]|[^\t\n]+$/g)) {
    const text = piece.replace(/[\t\n]$/, '').trim()
    if (piece.endsWith('\t')) reader.endCell(text)
    else reader.endLine(text)
  }
  reader.closeTable()
  return { title: '', blocks: reader.blocks }
}

/** A number that goes on with a note on the next line of its cell: 22 / （其中修订16件）. */
const beginsNote = (line: string, next: string): boolean => /^\d[\d,.]*$/.test(line) && /^[(（]/.test(next)

class BodyReader {
  readonly blocks: Block[] = []
  private rows: Cell[][] = []
  private row: Cell[] = []
  /** Lines since the last cell: paragraphs between tables, or the first lines of the next cell. */
  private lines: string[] = []
  private afterTab = false
  private tables = 0
  private paragraphs = 0

  endCell(text: string): void {
    const own = this.ownLines(text)
    const before = this.lines.slice(0, this.lines.length - own)
    const whole = [...this.lines.slice(this.lines.length - own), text].join('\n')
    this.lines = before
    if (before.some((line) => line !== '')) this.closeTable()
    this.lines = []
    const at = { table: this.tables + 1, row: this.rows.length + 1, cell: this.row.length + 1 }
    this.row.push({ text: whole, at })
    this.afterTab = true
  }

  endLine(text: string): void {
    if (this.afterTab && text === '') this.endRow()
    else this.lines.push(text)
    this.afterTab = false
  }

  closeTable(): void {
    this.endRow()
    if (this.rows.length) {
      this.tables += 1
      this.blocks.push({ kind: 'table', layout: 'stream', rows: this.rows })
    }
    this.rows = []
    for (const text of this.lines.filter((line) => line !== '')) {
      this.paragraphs += 1
      this.blocks.push({
        kind: 'paragraph',
        text,
        heading: isHeading(text),
        at: { paragraph: this.paragraphs },
      })
    }
    this.lines = []
  }

  private endRow(): void {
    if (this.row.length) this.rows.push(this.row)
    this.row = []
  }

  /** How many of the lines before belong to the cell that ends here: those that make a label with it. */
  private ownLines(text: string): number {
    for (let count = Math.min(3, this.lines.length); count > 0; count -= 1) {
      const lines = this.lines.slice(-count)
      if (matchLabel([...lines, text].join('')).length > 0) return count
    }
    return beginsNote(this.lines.at(-1) ?? '', text) ? 1 : 0
  }
}
