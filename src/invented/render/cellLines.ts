import { bareRows, filledRows, wordRows } from './grid.ts'
import { type Layout, textLayout, type WriteTable } from './layout.ts'

/** Each cell a line, an empty line between any two; empty cells cannot be told from what separates. */
const writeBlankBetween: WriteTable = (grid) =>
  `\n${bareRows(grid)
    .flat()
    .map((text) => text.replaceAll('\n', ''))
    .join('\n\n')}\n`

/** Each cell a line, empty cells as empty lines, nothing else. */
const writeBare: WriteTable = (grid) => bareRows(grid).flat().join('\n')

/** Each cell a line, and the empty cells that merged ones leave as empty lines too. */
const writeBareFilled: WriteTable = (grid) => filledRows(grid).flat().join('\n')

/** Each cell a line, a blank line between rows. */
const writeBareRows: WriteTable = (grid) =>
  `\n${wordRows(grid)
    .map((row) => row.filter((text) => text !== '').join('\n'))
    .join('\n\n')}\n`

export const cellLineLayouts: readonly Layout[] = [
  textLayout('cells-blank-between', 'one cell a line, a blank line between', 4, writeBlankBetween),
  textLayout('cells-bare', 'one cell a line, no marks', 3, writeBare),
  textLayout('cells-bare-filled', 'one cell a line, merged cells as empty lines', 1, writeBareFilled),
  textLayout('cells-bare-rows', 'one cell a line, a blank line between rows', 2, writeBareRows),
]
