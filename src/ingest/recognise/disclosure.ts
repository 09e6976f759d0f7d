import type { Cell } from '../../model/document.ts'
import { type FormVersion, form, formVersions } from '../../model/form.ts'
import { finding } from '../../model/issue.ts'
import { TableDraft, tableWords } from './draft.ts'
import { layOnColumns } from './fit.ts'
import type { Label } from './labels.ts'
import { recoveredFinding } from './requests.ts'

/** The columns of a row in a form; empty when the form does not have the row. */
function columnsOf(row: string, version: FormVersion): string[] {
  const section = form.disclosure.forms[version].find((one) => one.rows.some((it) => it.id === row))
  return section?.columns.map((column) => column.id) ?? []
}

const sameColumns = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id) => b.includes(id))

/** Reads the table of proactive disclosure: small tables, one a clause, each under a header of its own. */
export class DisclosureReader {
  readonly draft = new TableDraft('disclosure')
  private header: string[] = []
  private places: (number | undefined)[] = []
  /** The unit of money that the header names, unless it is that of the form. */
  private unit: string | undefined
  private rowsUnderHeader = 0
  private widest = 0
  private readonly rowsOf: Record<FormVersion, number> = { '2019': 0, '2021': 0 }

  /** A label of the header that holds for the rows that follow; the first after a row begins a new header. */
  column(candidates: readonly Label[], cell: Cell): void {
    if (this.rowsUnderHeader > 0) this.newHeader()
    const fresh = candidates.find((label) => !this.header.includes(label.id))
    if (!fresh) return
    this.header.push(fresh.id)
    this.places.push(cell.x)
    const unit = /(亿元|万元|元)/.exec(cell.text.normalize('NFKC'))?.[1]
    if (fresh.id === 'amount') this.unit = unit === '万元' ? undefined : unit
  }

  /** A clause or 信息内容: what follows has a header of its own. */
  newHeader(): void {
    this.header = []
    this.places = []
    this.unit = undefined
    this.rowsUnderHeader = 0
  }

  row(row: string, values: readonly Cell[], label: Cell, blanksAreCells: boolean): readonly Cell[] {
    this.rowsUnderHeader += 1
    this.widest = Math.max(this.widest, values.length)
    // Where blanks are left over from merged cells, a row of blanks alone is empty only if none is missing.
    const emptied = !blanksAreCells && values.length < this.widest && values.every((cell) => cell.text === '')
    const versions = formVersions.filter((version) => sameColumns(this.header, columnsOf(row, version)))
    const columns = versions.length ? this.header : this.assumed(row)
    const fitted =
      columns &&
      !emptied &&
      layOnColumns(values, columns.length, this.ground(columns, values, blanksAreCells))
    if (!columns || !fitted) {
      this.draft.giveUp(row, columns ?? columnsOf(row, '2021'), values, label.at)
      return []
    }
    for (const version of versions) this.rowsOf[version] += 1
    const assumed = versions.length === 0
    const before = this.draft.cells.size
    this.draft.take(row, columns, fitted.cells, assumed ? 'recovered' : fitted.reading, this.unit)
    if (this.draft.cells.size === before) return fitted.left
    const ids = columns.map((column) => `disclosure.${row}.${column}`)
    if (assumed) {
      this.draft.findings.push(finding('header_missing', { cells: ids, params: tableWords('disclosure') }))
    } else if (fitted.reading === 'recovered') {
      this.draft.findings.push(recoveredFinding(this.draft, row, ids, values, fitted.why))
    }
    return fitted.left
  }

  private ground(columns: readonly string[], values: readonly Cell[], blanksAreCells: boolean) {
    const known = columns === this.header && this.places.every((x) => x !== undefined)
    const placesOnly = values[0]?.colspan !== undefined
    return { blanksAreCells, placesOnly, positions: known ? (this.places as number[]) : undefined }
  }

  /** The form that most rows follow; rows that both have alike do not decide. Null without any row. */
  form(): FormVersion | null {
    if (this.draft.cells.size === 0) return null
    const { '2019': older, '2021': newer } = this.rowsOf
    const version = older > newer ? '2019' : '2021'
    if (older > 0 && newer > 0) {
      const params = tableWords('disclosure')
      const found = `2019: ${older}, 2021: ${newer}`
      this.draft.findings.push(finding('form_mixed', { expected: version, found, params }))
    }
    return version
  }

  /** Where the header is lost: the columns of the form that the rows so far follow, if they follow just one. */
  private assumed(row: string): string[] | null {
    const seen = formVersions.filter((version) => this.rowsOf[version] > 0)
    const version = seen.length === 1 ? seen[0] : undefined
    const columns = version ? columnsOf(row, version) : []
    return columns.length ? columns : null
  }
}
