import { filledRows, type Grid, labelCell, valueCell, wordRows } from './grid.ts'
import { escapeHtml, htmlLayout, htmlTable, type WriteHtmlTable, writeCleanTable } from './html.ts'
import type { Layout } from './layout.ts'

const cells = (texts: readonly string[]): string =>
  `<tr>${texts.map((text) => `<td>${escapeHtml(text).replaceAll('\n', '<br>')}</td>`).join('')}</tr>`
const table = (rows: readonly string[]): string => `<table>${rows.join('\n')}</table>`

/** The attributes of merged cells are lost: rows are as long as they have cells. */
const writeSpansLost: WriteHtmlTable = (grid) =>
  table(grid.rows.map((row) => cells(row.map((cell) => cell.text))))
/** Merged cells were split again, and their text stands in the first. */
const writeSplit: WriteHtmlTable = (grid) => table(filledRows(grid).map(cells))
/** Merged cells were split downwards only. */
const writeSplitDown: WriteHtmlTable = (grid) => table(wordRows(grid).map(cells))

/** The height of some merged cells is wrong, so that a browser shows the rows below them shifted. */
const writeShifted: WriteHtmlTable = (grid, random) => {
  const rows = grid.rows.map((row, y) =>
    row.map((cell) => {
      const tall = y >= grid.headerRows && cell.rowspan > 1 && random.chance(0.5)
      return tall ? { ...cell, rowspan: Math.max(1, cell.rowspan + random.pick([-1, 1])) } : cell
    }),
  )
  return writeCleanTable({ ...grid, rows }, random)
}

/** Labels of rows span too few or too many columns. */
const writeWideLabels: WriteHtmlTable = (grid, random) => {
  const rows = grid.rows.map((row, y) =>
    row.map((cell) => {
      const change = y >= grid.headerRows && cell.label && cell.colspan > 1 && random.chance(0.3)
      return change ? { ...cell, colspan: cell.colspan + random.pick([-1, 1]) } : cell
    }),
  )
  return writeCleanTable({ ...grid, rows }, random)
}

/** Each row is a table of its own. */
const writeRowTables: WriteHtmlTable = (grid, random) =>
  grid.rows.map((row) => writeCleanTable({ ...grid, rows: [row] }, random)).join('\n')

/** The table goes on on another page: a second table under the same header, after a page number. */
const writeTwoPages: WriteHtmlTable = (grid, random) => {
  if (grid.table !== 'requests') return writeCleanTable(grid, random)
  const at = random.integer(grid.headerRows + 3, grid.rows.length - 3)
  const head = grid.rows.slice(0, grid.headerRows)
  const parts = [grid.rows.slice(0, at), [...head, ...grid.rows.slice(at)]]
  return parts
    .map((rows) => writeCleanTable({ ...grid, rows }, random))
    .join(`\n<p>第 ${random.integer(2, 6)} 页</p>\n`)
}

/** The header again inside the table. */
const writeRepeatedHeader: WriteHtmlTable = (grid, random) => {
  if (grid.table !== 'requests') return writeCleanTable(grid, random)
  const at = grid.headerRows + 2
  const head = grid.rows.slice(0, grid.headerRows)
  return writeCleanTable(
    { ...grid, rows: [...grid.rows.slice(0, at), ...head, ...grid.rows.slice(at)] },
    random,
  )
}

/** A row of spacers above the table and an empty column beside it, as spreadsheets leave them. */
const writeSpacers: WriteHtmlTable = (grid, random) => {
  const rows = grid.rows.map((row) => [...row, valueCell('')])
  const spacer = Array.from({ length: 11 }, () => labelCell(''))
  return writeCleanTable({ ...grid, rows: [spacer, ...rows] } satisfies Grid, random)
}

/** Values that lost their cells: the last two of some rows stand in one, on two lines. */
const writeJoined: WriteHtmlTable = (grid, random) => {
  const rows = grid.rows.map((row, y) => {
    const [last, before] = [row.at(-1), row.at(-2)]
    if (y < grid.headerRows || !last || !before || before.label || !random.chance(0.1)) return row
    return [...row.slice(0, -2), { ...last, text: `${before.text}\n${last.text}`, colspan: 2 }]
  })
  return htmlTable({ ...grid, rows }, (cell) => escapeHtml(cell.text).replaceAll('\n', '<br>'))
}

export const damagedHtmlLayouts: readonly Layout[] = [
  htmlLayout('html-spans-lost', 'merged cells lost', 2, writeSpansLost),
  htmlLayout('html-split', 'merged cells split', 2, writeSplit),
  htmlLayout('html-split-down', 'merged cells split downwards', 1, writeSplitDown),
  htmlLayout('html-shifted', 'merged cells of the wrong height', 1, writeShifted),
  htmlLayout('html-wide-labels', 'labels of the wrong width', 1, writeWideLabels),
  htmlLayout('html-row-tables', 'each row a table of its own', 1, writeRowTables),
  htmlLayout('html-two-pages', 'a table over two pages', 1, writeTwoPages),
  htmlLayout('html-repeated-header', 'the header again inside the table', 1, writeRepeatedHeader),
  htmlLayout('html-spacers', 'empty rows and columns', 1, writeSpacers),
  htmlLayout('html-joined-cells', 'two values in one cell', 0, writeJoined),
]
