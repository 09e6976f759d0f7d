import { bareRows, filledRows, type Grid, widthOf } from './grid.ts'
import { type Layout, textLayout, type WriteTable } from './layout.ts'

/** `cell |` lines with pipes that fill each row up to the width of the table; the last row is not filled. */
const writeCellPipes: WriteTable = (grid) => {
  const width = widthOf(grid)
  return bareRows(grid)
    .map((row, y) => {
      const cells = row.map((text) => `${text} |`).join('\n')
      const missing = width - row.length
      return missing > 0 && y < grid.rows.length - 1 ? `${cells}\n${'|'.repeat(missing)}` : cells
    })
    .join('\n')
}

const writePipeRows: WriteTable = (grid) =>
  filledRows(grid)
    .map((row) => row.map((text) => `${text} |`).join(' '))
    .join('\n')
const writeBarePipeRows: WriteTable = (grid) =>
  bareRows(grid)
    .map((row) => row.map((text) => `${text} |`).join(' '))
    .join('\n')

const flat = (text: string): string => text.replaceAll('\n', '<br>')
const markdownRow = (row: readonly string[]): string => `| ${row.map(flat).join(' | ')} |`
const rule = (width: number): string => `|${' --- |'.repeat(width)}`

const writeMarkdown: WriteTable = (grid) => {
  const [head, ...rows] = filledRows(grid)
  return `\n${[markdownRow(head ?? []), rule(widthOf(grid)), ...rows.map(markdownRow)].join('\n')}\n`
}
/** Every row is a table of its own, with a rule below it. */
const writeMarkdownRows: WriteTable = (grid) =>
  `\n${bareRows(grid)
    .map((row) => `${markdownRow(row)}\n${rule(row.length)}\n`)
    .join('\n')}\n`

/** The pipe stands on a line of its own before each cell. */
const writePipeBefore: WriteTable = (grid) => ownLines(grid, (text) => `|\n${text}`)
/** The pipe stands on a line of its own after each cell. */
const writePipeAfter: WriteTable = (grid) => ownLines(grid, (text) => `${text}\n|`)
const ownLines = (grid: Grid, write: (text: string) => string): string =>
  bareRows(grid)
    .map((row) => row.map(write).join('\n'))
    .join('\n\n')

export const pipeLayouts: readonly Layout[] = [
  textLayout('cell-pipe', '`cell |`, rows filled up with pipes', 6, writeCellPipes, { wrapped: true }),
  textLayout('pipe-rows', '`a | b | c |`, merged cells as empty ones', 3, writePipeRows),
  textLayout('pipe-rows-bare', '`a | b | c |`, nothing left of merged cells', 1, writeBarePipeRows),
  textLayout('markdown', 'markdown tables', 3, writeMarkdown, {}, 'md'),
  textLayout('markdown-row-tables', 'each row a small table', 1, writeMarkdownRows, {}, 'md'),
  textLayout('pipe-before', 'a pipe on its own line before each cell', 1, writePipeBefore),
  textLayout('pipe-after', 'a pipe on its own line after each cell', 1, writePipeAfter),
]
