import type { Cell, Table } from '../../model/document.ts'
import { type Label, matchLabel } from './labels.ts'
import { parseValue } from './value.ts'

export interface LabelCell {
  readonly cell: Cell
  readonly labels: readonly Label[]
}

/** Labels and the values that follow them: one row of a form, wherever rows of the source begin and end. */
export interface Run {
  readonly labels: readonly LabelCell[]
  readonly values: readonly Cell[]
}

const isBlank = (cell: Cell): boolean => parseValue(cell.text).kind === 'blank'

/**
 * Divides a table into runs. A run never crosses rows where rows are known. Blanks between two labels are what
 * merged cells left behind, unless the label before them can only name a row: then they are its empty cells.
 */
export function findRuns(table: Table): Run[] {
  return table.rows.flatMap((row) => runsOfRow(row))
}

function runsOfRow(row: readonly Cell[]): Run[] {
  // A row of nothing but blanks may be the row of figures of the blank form.
  if (row.length > 1 && row.every(isBlank)) return [{ labels: [], values: row }]
  const runs: Run[] = []
  let labels: LabelCell[] = []
  let values: Cell[] = []
  const close = () => {
    if (labels.length || values.length) runs.push({ labels, values })
    labels = []
    values = []
  }
  for (const cell of row) {
    const matched = matchLabel(cell.text)
    if (matched.length === 0) {
      values.push(cell)
    } else {
      // Blanks before the first label are what merged cells left behind.
      if (values.length && endsWithValues(labels, values)) close()
      values = []
      labels.push({ cell, labels: matched })
    }
  }
  close()
  return runs
}

/** Whether what was gathered is a row with its values rather than a heading with gaps. */
function endsWithValues(labels: readonly LabelCell[], values: readonly Cell[]): boolean {
  if (values.some((value) => !isBlank(value))) return true
  return labels.at(-1)?.labels.some((label) => label.role === 'row' && label.certain) ?? false
}
