import type { Cell, Table } from '../../model/document.ts'
import { mapped } from '../../model/list.ts'
import { requestsRowRank } from '../../model/requestsRows.ts'
import { commonest } from './commonest.ts'
import type { RowShape } from './fit.ts'
import { type Label, matchLabel } from './labels.ts'
import { nearLabel } from './nearLabel.ts'
import { isBlank } from './value.ts'

export interface LabelCell {
  readonly cell: Cell
  readonly labels: readonly Label[]
  /** What the label should say, where it is misspelled. */
  readonly meant: string
}

/** Labels and the values that follow them: one row of a form, wherever rows of the source begin and end. */
export interface Run {
  readonly labels: readonly LabelCell[]
  readonly shape: RowShape
  /** Its figures stood before its label, in a table whose figures all do: that is worked out from its two ends. */
  readonly mirrored: boolean
  /** It is a whole row of the source without any label: figures that no row has. */
  readonly alone: boolean
}

type Part = Pick<Run, 'labels' | 'alone'> & Pick<RowShape, 'values' | 'sound'>

/**
 * Divides a table into runs. A run never crosses rows where rows are known. Blanks between two labels are what
 * merged cells left behind, unless the label before them can only name a row: then they are its empty cells.
 */
export function findRuns(table: Table): Run[] {
  const sound = soundRows(table)
  const found: Part[] = []
  for (let i = 0; i < table.rows.length; i += 1)
    takeParts(table.rows[i] as readonly Cell[], sound[i] ?? false, found)
  const mirrored = table.layout === 'stream' && standsBefore(found)
  const parts = mirrored ? found.map((part, i) => ({ ...part, values: found[i - 1]?.values ?? [] })) : found
  return mapped(parts, ({ labels, values, sound, alone }, i) => ({
    labels,
    mirrored,
    // Where only the order of cells is known, figures before any label are a row's that stands above.
    alone: alone || (table.layout === 'stream' && labels.length === 0),
    shape: { values, sound, labels: labels.length, next: kindOf(parts[i + 1]) },
  }))
}

/** Rows as wide as most rows of their table, in which no merged cell was lost: there `x` says where a cell stands. */
function soundRows({ layout, rows, widths }: Table): boolean[] {
  const placed = mapped(rows, (row) => row.every((cell) => cell.x !== undefined))
  if (layout !== 'grid' || !widths) return placed
  const usual = commonest(widths)
  // A row that is a table of its own is as wide as its table, whatever it has lost.
  const most = widths.length > 1 && widths.filter((width) => width === usual).length * 2 > widths.length
  return withoutDisplaced(
    rows,
    placed.map((one, i) => one && most && widths[i] === usual),
  )
}

/**
 * Rows that a merged cell of a damaged row reaches into are damaged with it, unless the cell is the first of its
 * row: what stands before it may have moved it, and all that stands around it below.
 */
function withoutDisplaced(rows: readonly (readonly Cell[])[], sound: boolean[]): boolean[] {
  for (const [i, row] of rows.entries()) {
    if (sound[i]) continue
    const reach = Math.max(1, ...row.slice(1).map((cell) => cell.rowspan ?? 1))
    sound.fill(false, i, i + reach)
  }
  return sound
}

/**
 * Whether figures stand before their labels: some come right behind the header, before any row is named, and none
 * behind the last row.
 */
function standsBefore(parts: readonly Part[]): boolean {
  const [first, last] = [parts[0], parts.at(-1)]
  if (parts.length < 3 || !first || !last) return false
  const namesRow = ({ labels }: Part) =>
    labels.at(-1)?.labels.some((one) => one.role === 'row' && one.certain) ?? false
  return (
    first.values.some((cell) => !isBlank(cell.text)) &&
    !namesRow(first) &&
    namesRow(last) &&
    last.values.every((cell) => isBlank(cell.text))
  )
}

/** What kind of row a run begins, as far as merged cells before it depend on that. */
function kindOf(part: Part | undefined): string {
  const first = part?.labels[0]?.labels[0]
  if (!first) return part ? 'values' : 'end'
  return first.role === 'row' && first.table === 'requests' ? requestsRowRank(first.id) : first.role
}

/** Divides a row of the source into parts, which it adds to those found before. */
function takeParts(row: readonly Cell[], sound: boolean, found: Part[]): void {
  // A row of nothing but blanks may be the row of figures of the blank form.
  if (row.length > 1 && row.every((cell) => isBlank(cell.text))) {
    found.push({ labels: [], values: row, sound, alone: true })
    return
  }
  const before = found.length
  let labels: LabelCell[] = []
  let from = 0
  const close = (values: readonly Cell[]) => {
    if (labels.length || values.length) found.push({ labels, values, sound, alone: false })
    labels = []
  }
  for (let i = 0; i < row.length; i += 1) {
    const label = labelOf(row[i] as Cell)
    if (!label) continue
    // Blanks before the first label are what merged cells left behind.
    if (i > from) {
      const values = row.slice(from, i)
      if (endsWithValues(labels, values)) close(values)
    }
    if (labels.length === 0) labels = [label]
    else labels.push(label)
    from = i + 1
  }
  close(row.slice(from))
  const only = found[before]
  if (only && found.length === before + 1 && only.labels.length === 0)
    found[before] = { ...only, alone: true }
}

function labelOf(cell: Cell): LabelCell | null {
  const labels = matchLabel(cell.text)
  if (labels.length) return { cell, labels, meant: '' }
  const near = nearLabel(cell.text)
  return near && { cell, labels: near.labels, meant: near.meant }
}

/** Whether what was gathered is a row with its values rather than a heading with gaps. */
function endsWithValues(labels: readonly LabelCell[], values: readonly Cell[]): boolean {
  if (values.some((value) => !isBlank(value.text))) return true
  return labels.at(-1)?.labels.some((label) => label.role === 'row' && label.certain) ?? false
}
