import { type Cell, type Document, isTable } from '../../model/document.ts'
import { applicantColumns, resultGroups } from '../../model/form.ts'
import { mapped } from '../../model/list.ts'
import { formatLocator } from '../../model/locator.ts'
import { matchLabel } from './labels.ts'
import { type ParsedValue, parseValue } from './value.ts'

/** Figures that a site prints beside a group of results, such as （三）不予公开, where the form has none. */
export interface Subtotal {
  /** Id of the group. */
  readonly group: string
  /** By applicant, in the order of the form; null where none is printed. */
  readonly values: readonly (number | null)[]
  /** Where each stands. */
  readonly locators: readonly string[]
}

const groupIds: readonly string[] = resultGroups.map((group) => group.id)
/** What every label of a group begins with; nearly all rows have no such cell. */
const mayBeGroup = /^\s*[（(]?\s*[三四五六]\s*[）)、.．]/

const groupOf = (text: string): string | undefined =>
  text.length > 1 && mayBeGroup.test(text)
    ? matchLabel(text).find((label) => label.role === 'heading' && groupIds.includes(label.id))?.id
    : undefined

/** Reads a row as a subtotal: the label of a group, then a value for each applicant and nothing else. */
function subtotalOf(row: readonly Cell[]): Subtotal | null {
  const at = row.length - applicantColumns.length - 1
  const group = at < 0 ? undefined : groupOf((row[at] as Cell).text)
  // A group named before it is the label of the row, and has too many cells behind it.
  if (group === undefined || row.slice(0, at).some((cell) => groupOf(cell.text) !== undefined)) return null
  const cells = row.slice(at + 1)
  const values = mapped(cells, (cell): ParsedValue => parseValue(cell.text))
  if (values.some((one) => one.kind === 'unreadable') || values.every((one) => one.value === null))
    return null
  return {
    group,
    values: mapped(values, (one) => one.value),
    locators: mapped(cells, (cell) => formatLocator(cell.at)),
  }
}

/** The subtotals that a document prints in tables whose rows are known. */
export function subtotalsOf(document: Document): Subtotal[] {
  const found: Subtotal[] = []
  for (const block of document.blocks) {
    if (!isTable(block) || block.layout === 'stream') continue
    for (const row of block.rows) {
      const subtotal = subtotalOf(row)
      if (subtotal) found.push(subtotal)
    }
  }
  return found
}
