import type { Cell } from '../../model/document.ts'
import { applicantColumns, type FormVersion } from '../../model/form.ts'
import { type Finding, finding } from '../../model/issue.ts'
import { formatLocator } from '../../model/locator.ts'
import { rowWords, TableDraft, tableWords } from './draft.ts'
import { layOnColumns, type Proof, type Why } from './fit.ts'

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
  private header: string[] = []
  private readonly xOf = new Map<string, number | undefined>()
  private headerReported = false

  /** A label of the header, in the order of the source. Headers repeated on a later page change nothing. */
  column(id: string, cell: Cell): void {
    if (!this.header.includes(id)) this.header.push(id)
    this.xOf.set(id, cell.x)
  }

  row(row: string, values: readonly Cell[], label: Cell, blanksAreCells: boolean): readonly Cell[] {
    const columns = this.columns()
    const ids = columns.map((column) => `requests.${row}.${column}`)
    const fitted = layOnColumns(values, columns.length, {
      proof: totalProves,
      blanksAreCells,
      positions: this.positions(columns),
    })
    if (!fitted) {
      this.draft.giveUp(row, columns, values, label.at)
      return []
    }
    const known = this.headerComplete()
    const before = this.draft.cells.size
    this.draft.take(row, columns, fitted.cells, known ? fitted.reading : 'recovered')
    if (this.draft.cells.size === before) return fitted.left
    if (fitted.reading === 'recovered') {
      this.draft.findings.push(recoveredFinding(this.draft, row, ids, values, fitted.why))
    } else if (!known) this.reportHeader(ids)
    return fitted.left
  }

  /** The form, from the rows under 其他处理: three in 2021, none in 2019. Null when neither was seen. */
  form(): FormVersion | null {
    const has = (row: string) => this.draft.cells.has(`requests.${row}.total`)
    if (onlyIn2021.some(has)) return '2021'
    return has('other') ? '2019' : null
  }

  /** The places of the columns as the last header gave them; undefined unless it gave all, from left to right. */
  private positions(columns: readonly string[]): number[] | undefined {
    const places = columns.map((column) => this.xOf.get(column))
    const rising = places.every((x, i) => x !== undefined && (i === 0 || x > (places[i - 1] ?? x)))
    return rising ? (places as number[]) : undefined
  }

  private headerComplete(): boolean {
    return statutory.every((column) => this.header.includes(column))
  }

  /**
   * The columns from left to right. The header has two levels, so its reading order is not that of the columns:
   * 总计 stands on the first level and comes last unless it is printed before 自然人.
   */
  private columns(): readonly string[] {
    if (!this.headerComplete()) return statutory
    const inner = this.header.filter((column) => column !== 'natural_person' && column !== 'total')
    return ['natural_person', ...inner, 'total']
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
