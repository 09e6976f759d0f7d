import type { Block, Cell, Paragraph, Table } from '../../model/document.ts'
import { matchLabel } from '../recognise/labels.ts'
import { parseValue } from '../recognise/value.ts'
import { isHeading } from './text.ts'

const filled = (cell: Cell): boolean => cell.text.trim() !== ''

/** Whether the one cell of a row that holds something is prose: no label of a form, and no value. */
function isProse(text: string): boolean {
  return matchLabel(text).length === 0 && parseValue(text).kind === 'unreadable'
}

function paragraphs(cell: Cell): Paragraph[] {
  const lines = cell.text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => {
    const text = line.trim()
    return { kind: 'paragraph', text, heading: isHeading(text), at: cell.at }
  })
}

/**
 * The blocks that the rows of a sheet make up. A sheet is one large grid, whatever stands in it: a row without
 * cells ends a table, and one that holds nothing but prose is a paragraph. Empty cells to the right of all
 * that is printed in a table are the sheet's, not the table's.
 */
export function blocksOfSheet(rows: Iterable<readonly Cell[]>, layout: Table['layout']): Block[] {
  const blocks: Block[] = []
  let open: (readonly Cell[])[] = []
  const close = () => {
    if (open.length) blocks.push({ kind: 'table', layout, rows: withinUse(open) })
    open = []
  }
  for (const row of rows) {
    const printed = row.filter(filled)
    const [only] = printed
    if (row.length === 0) close()
    else if (only && printed.length === 1 && isProse(only.text)) {
      close()
      blocks.push(...paragraphs(only))
    } else open.push(row)
  }
  close()
  return blocks
}

/** The rows without the empty cells behind the last one used in any of them. */
function withinUse(rows: readonly (readonly Cell[])[]): Cell[][] {
  const end = (cell: Cell, i: number) => (cell.x ?? i) + 1
  const width = Math.max(
    ...rows.map((row) => row.reduce((w, c, i) => (filled(c) ? Math.max(w, end(c, i)) : w), 0)),
  )
  return rows.map((row) => row.filter((cell, i) => (cell.x ?? i) < width))
}
