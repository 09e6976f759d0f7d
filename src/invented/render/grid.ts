import type { CellId } from '../../model/cells.ts'
import type { TableId } from '../../model/form.ts'

/** A cell of a printed table as its author laid it out, merged cells included. */
export interface GridCell {
  readonly text: string
  readonly colspan: number
  readonly rowspan: number
  /** The cell of the form it holds; none for labels and for what the form does not have. */
  readonly id?: CellId
  readonly label: boolean
}
/** A cell with its place. */
export interface PlacedCell extends GridCell {
  readonly x: number
}

/** A printed table before it is written down in some layout: rows of cells in reading order. */
export interface Grid {
  readonly table: TableId
  readonly rows: readonly (readonly GridCell[])[]
  /** How many rows at the top are the header, which a page break repeats. */
  readonly headerRows: number
}

export const labelCell = (text: string, colspan = 1, rowspan = 1): GridCell => ({
  text,
  colspan,
  rowspan,
  label: true,
})
export const valueCell = (text: string, id?: CellId): GridCell => ({
  text,
  colspan: 1,
  rowspan: 1,
  label: false,
  ...(id ? { id } : {}),
})

/** Lays the cells out: the column in which each begins, given the merged cells above. */
export function placed(grid: Grid): PlacedCell[][] {
  const until: number[] = []
  return grid.rows.map((row, y) => {
    let x = 0
    return row.map((cell) => {
      while ((until[x] ?? 0) > y) x += 1
      const at = { ...cell, x }
      for (let i = x; i < x + cell.colspan; i += 1) until[i] = y + cell.rowspan
      x += cell.colspan
      return at
    })
  })
}

export const widthOf = (grid: Grid): number =>
  Math.max(0, ...placed(grid).flatMap((row) => row.map((cell) => cell.x + cell.colspan)))

/** What a merged cell leaves in the places it covers beside its first: nothing, in every direction. */
export function filledRows(grid: Grid): string[][] {
  const width = widthOf(grid)
  return placed(grid).map((row) => {
    const texts = Array.from({ length: width }, () => '')
    for (const cell of row) texts[cell.x] = cell.text
    return texts
  })
}

/** As Word saves a table as text: cells merged across are one, cells merged downwards leave an empty one each row. */
export function wordRows(grid: Grid): string[][] {
  const rows = placed(grid)
  return rows.map((row, y) => {
    const cells = row.map((cell) => ({ x: cell.x, text: cell.text }))
    for (let above = 0; above < y; above += 1) {
      for (const cell of rows[above] as PlacedCell[]) {
        if (above + cell.rowspan > y) cells.push({ x: cell.x, text: '' })
      }
    }
    return cells.sort((a, b) => a.x - b.x).map((cell) => cell.text)
  })
}

/** The cells of each row that are there, whatever is merged: what is left when nothing marks merged cells. */
export const bareRows = (grid: Grid): string[][] => grid.rows.map((row) => row.map((cell) => cell.text))
