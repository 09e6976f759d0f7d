import type { Random } from '../random.ts'
import { filledRows, type Grid, wordRows } from './grid.ts'
import { type Layout, textLayout, type WriteTable } from './layout.ts'

/** Each cell on a line of its own after a tab, a blank line between rows (as Word saves text). */
export const writeTabLed: WriteTable = (grid) =>
  `${wordRows(grid)
    .map((row) => row.map((text) => `\t${text}`).join('\n'))
    .join('\n\n')}\n`

/** Rows of cells between tabs, merged cells as empty ones; text goes on in the next line. */
const writeTightTabRows: WriteTable = (grid) =>
  filledRows(grid)
    .map((row) => row.join('\t'))
    .join('\n')

/** The same with a blank line before and after the table. */
export const writeTabRows: WriteTable = (grid, random) => `\n${writeTightTabRows(grid, random)}\n`

/** The labels of a row and its values, without what merged cells leave empty. */
function labelsAndValues(grid: Grid): { labels: string[]; values: string[] }[] {
  return grid.rows.map((row) => ({
    labels: row.filter((cell) => cell.label).map((cell) => cell.text),
    values: row.filter((cell) => !cell.label).map((cell) => cell.text),
  }))
}

/** As in one real file: empty cells between label and values, a cell too many in most rows, a tab at the end. */
const writeRaggedWide: WriteTable = (grid, random) => {
  if (grid.table !== 'requests') return writeTabRows(grid, random)
  const head = filledRows({ ...grid, rows: grid.rows.slice(0, grid.headerRows) }).map((row) => row.join('\t'))
  const rows = labelsAndValues(grid)
    .slice(grid.headerRows)
    .map(({ labels, values }, i) => {
      const lead = labels.length === 1 && i > 1 && random.chance(0.9) ? ['', ...labels] : labels
      const surplus = i > 1 && random.chance(0.8) ? [values.at(-1) ?? ''] : []
      return [...lead, '', '', '', ...values, ...surplus, ''].join('\t')
    })
  return `\n${[...head, rows[0], rows[1], '', ...rows.slice(2)].join('\n')}\n`
}

/** As in another: rows that lost the empty cells before them, and as many at their end instead. */
const writeRaggedShifted: WriteTable = (grid, random) =>
  `\n${filledRows(grid)
    .map((row, y) => {
      const lead = row.findIndex((text) => text !== '')
      if (grid.table !== 'requests' || y < grid.headerRows || lead <= 0 || !random.chance(0.3))
        return row.join('\t')
      const shifted = [...row.slice(lead), ...row.slice(0, lead)].join('\t')
      return random.chance(0.3) ? `${shifted}\n` : shifted
    })
    .join('\n')}\n`

/** Page numbers and the header again every few rows, as tables look that run over pages. */
const writePages: WriteTable = (grid, random) => {
  const rows = filledRows(grid).map((row) => row.join('\t'))
  if (grid.table !== 'requests') return rows.join('\n')
  const head = rows.slice(0, grid.headerRows)
  const every = random.integer(6, 12)
  return rows
    .flatMap((row, i) => {
      const breaks = i > grid.headerRows && (i - grid.headerRows) % every === 0
      return breaks ? ['', `- ${1 + Math.floor(i / every)} -`, '', ...head, row] : [row]
    })
    .join('\n')
}

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const writeCsv: WriteTable = (grid) =>
  filledRows(grid)
    .map((row) => row.map(quoted).join(','))
    .join('\n')

const shuffled = (random: Random) => random.shuffle(['disclosure', 'requests', 'disputes'] as const)

export const tabLayouts: readonly Layout[] = [
  textLayout('tab-led-cells', 'one cell a line after a tab', 20, writeTabLed),
  textLayout('tab-led-wrapped', 'one cell a line after a tab, headers on two lines', 8, writeTabLed, {
    wrapped: true,
  }),
  textLayout('tab-rows', 'rows of cells between tabs', 14, writeTabRows),
  textLayout('tab-rows-tight', 'tab rows, no blank line before what follows', 2, writeTightTabRows),
  textLayout('tab-rows-ragged-wide', 'tab rows, a cell too many, empty cells inside', 2, writeRaggedWide),
  textLayout('tab-rows-ragged-shifted', 'tab rows that lost leading empty cells', 2, writeRaggedShifted),
  textLayout('tab-rows-pages', 'tab rows, page numbers and repeated headers', 1, writePages),
  textLayout('csv', 'values between commas', 1, writeCsv, {}, 'csv'),
  textLayout('tsv', 'tab rows under another name', 1, writeTabRows, {}, 'tsv'),
  {
    id: 'tables-shuffled',
    about: 'tables in another order than their headings',
    share: 1,
    render: (report, random) =>
      textLayout('', '', 0, writeTabRows, { order: shuffled(random) }).render(report, random),
  },
  textLayout('tables-glued', 'the three tables one right after another', 1, writeTightTabRows, {
    glued: true,
  }),
]
