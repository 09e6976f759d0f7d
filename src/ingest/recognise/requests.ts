import type { Cell } from '../../model/document.ts'
import { applicantColumns, type FormVersion } from '../../model/form.ts'
import { type Finding, finding } from '../../model/issue.ts'
import { formatLocator } from '../../model/locator.ts'
import { rowWords, TableDraft, tableWords } from './draft.ts'
import { layOnColumns, type Proof, type Why } from './fit.ts'
import { parseValue } from './value.ts'

const statutory = applicantColumns.map((column) => column.id)
const onlyIn2021 = ['other_not_corrected', 'other_fee_unpaid', 'other_other']

/** The printed total is the sum of the printed parts; needs the total and at least one part in figures. */
const totalProves: Proof = (values) => {
  const total = values.at(-1)
  const parts = values.slice(0, -1)
  if (total === null || total === undefined || parts.every((part) => part === null)) return false
  return parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) === total
}

const whyWords: Record<Why, { why_zh: string; why_en: string }> = {
  shape: { why_zh: '', why_en: '' },
  same_whatever: {
    why_zh: '无论多出的是哪一格，结果都一样。',
    why_en: 'Whichever of them is too many, the result is the same.',
  },
  identity: {
    why_zh: '只有一种排列符合“各类之和等于总计”。',
    why_en: 'Only one arrangement makes the parts add up to the total.',
  },
}

/** Says that a row was laid onto its columns by more than its shape. */
export function recoveredFinding(
  draft: TableDraft,
  row: string,
  ids: string[],
  values: readonly Cell[],
  why: Why,
): Finding {
  const filled = values.filter((value) => value.text !== '')
  return finding('row_recovered', {
    cells: ids,
    expected: String(ids.length),
    found: String(filled.length),
    locator: values[0] ? formatLocator(values[0].at).replace(/, cell \d+$/, '') : '',
    params: { ...rowWords(draft.id, row), ...whyWords[why] },
  })
}

/** Reads the table of requests: seven columns of applicants, a row for each step and result. */
export class RequestsReader {
  readonly draft = new TableDraft('requests')
  private readonly header = new Map<string, Cell>()
  private headerReported = false

  /** A label of the header, in the order of the source. One that repeats begins the header of another table. */
  column(id: string, cell: Cell): void {
    if (this.header.has(id)) this.header.clear()
    this.header.set(id, cell)
  }

  row(row: string, values: readonly Cell[], label: Cell, blanksAreCells: boolean): readonly Cell[] {
    const columns = this.columns()
    const ids = columns.map((column) => `requests.${row}.${column}`)
    const fitted = layOnColumns(values, columns.length, {
      ...(columns.at(-1) === 'total' ? { proof: totalProves } : {}),
      blanksAreCells,
      positions: this.positions(columns),
      // In a grid a cell more than the form has belongs to a column of the site's own, such as 历年累计.
      placesOnly: values[0]?.colspan !== undefined,
    })
    const known = this.headerComplete()
    // Without a header to go by, the order of the form is taken only where the total bears it out.
    const borne = known || (fitted && totalProves(fitted.cells.map((cell) => parseValue(cell.text).value)))
    if (!fitted || !borne) {
      this.draft.giveUp(row, columns, values, label.at)
      return []
    }
    const before = this.draft.cells.size
    this.draft.take(row, columns, fitted.cells, known ? fitted.reading : 'recovered')
    if (this.draft.cells.size === before) return fitted.left
    if (fitted.reading === 'recovered') {
      this.draft.findings.push(recoveredFinding(this.draft, row, ids, values, fitted.why))
    } else if (!known) this.reportHeader(ids)
    return fitted.left
  }

  /** Whether a bare 总计 or 其他 names this row here: only after the results that come before it in the form. */
  expects(row: string): boolean {
    const has = (one: string) => this.draft.cells.has(`requests.${one}.total`)
    if (row === 'concluded') return has('other') || has('other_other') || has('other_fee_unpaid')
    if (row === 'other_other') return has('other_fee_unpaid') || has('other_not_corrected')
    return row === 'other'
  }

  /** The form, from the rows under 其他处理: three in 2021, none in 2019. Null when neither was seen. */
  form(): FormVersion | null {
    const has = (row: string) => this.draft.cells.has(`requests.${row}.total`)
    if (onlyIn2021.some(has)) return '2021'
    return has('other') ? '2019' : null
  }

  private positions(columns: readonly string[]): number[] | undefined {
    return this.inGrid() ? columns.map((column) => this.header.get(column)?.x as number) : undefined
  }

  private headerComplete(): boolean {
    return this.order() !== null
  }

  /**
   * The columns from left to right as the header gives them; null when it lacks one, or when places and reading
   * order disagree, as they do where a page break cut the header. The header has two levels and 总计 stands on
   * the first: it is read before the kinds of organisation and comes after them.
   */
  private order(): readonly string[] | null {
    const header = [...this.header.keys()]
    if (!statutory.every((column) => this.header.has(column))) return null
    const reading = [...header.filter((column) => column !== 'total'), 'total']
    if (this.inGrid()) {
      const places = header.sort((a, b) => (this.header.get(a)?.x ?? 0) - (this.header.get(b)?.x ?? 0))
      return places.every((column, i) => column === reading[i]) ? places : null
    }
    const first = reading[0] === 'natural_person'
    return first && (header[0] !== 'total' || this.totalStandsAbove()) ? reading : null
  }

  private totalStandsAbove(): boolean {
    const [total, person] = ['total', 'natural_person'].map((column) => this.header.get(column)?.at)
    return (
      !!total && !!person && 'line' in total && 'line' in person && !!total.cell && total.line < person.line
    )
  }

  private columns(): readonly string[] {
    return this.order() ?? statutory
  }

  private inGrid(): boolean {
    const places = [...this.header.values()].map((cell) => cell.x)
    return places.every((x) => x !== undefined) && new Set(places).size === places.length
  }

  private reportHeader(ids: string[]): void {
    if (this.headerReported) {
      const last = this.draft.findings.find((one) => one.code === 'header_missing')
      last?.cells.push(...ids)
      return
    }
    this.headerReported = true
    this.draft.findings.push(finding('header_missing', { cells: ids, params: tableWords('requests') }))
  }
}
