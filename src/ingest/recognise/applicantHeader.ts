import type { Cell } from '../../model/document.ts'
import { applicantColumns, headings } from '../../model/form.ts'
import { mapped } from '../../model/list.ts'

const statutory = applicantColumns.map((column) => column.id)

/** One cell of a header: the column of the form it names, or null for one that the form does not have. */
interface Entry {
  readonly id: string | null
  readonly cell: Cell
  /** Whether its row is as wide as the table, so that `x` says where it stands. */
  readonly sound: boolean
}

/** The header of the table of requests, as far as it is printed: seven columns of applicants in two levels. */
export class ApplicantHeader {
  private readonly entries: Entry[] = []
  /** What was found for the entries as they are; undefined when one came since. */
  private knownOrder: readonly string[] | null | undefined
  private knownSignature: string | undefined

  /** Adds a label in the order of the source; false when the header has it already, so that another begins. */
  add(id: string | null, cell: Cell, sound: boolean): boolean {
    if (id !== null && this.at(id)) return false
    this.entries.push({ id, cell, sound })
    this.knownOrder = undefined
    this.knownSignature = undefined
    return true
  }

  get isEmpty(): boolean {
    return this.entries.length === 0
  }

  /** Headers with the same signature head the same columns, as where a table goes on on the next page. */
  get signature(): string {
    this.knownSignature ??= this.entries
      .map(({ id, cell, sound }) => `${id ?? cell.text}@${sound ? cell.x : ''}`)
      .join(' ')
    return this.knownSignature
  }

  /** Whether all columns of the form are there, in an order that is certain. */
  get complete(): boolean {
    return this.order() !== null
  }

  /** The columns from left to right; those of the form where the header does not say. */
  columns(): readonly string[] {
    return this.order() ?? statutory
  }

  /** Where the columns stand in the grid; undefined when not all are known to. */
  positions(): number[] | undefined {
    return this.inGrid() ? mapped(this.columns(), (id) => this.at(id)?.cell.x as number) : undefined
  }

  /**
   * Places among all printed columns of those that the form does not have: 小计 behind the applicant it follows;
   * one named on the first level of the header, such as 历年累计, behind the total.
   */
  foreign(): number[] {
    const columns = this.columns()
    const places: number[] = []
    let inner: string | null = null
    for (const { id, cell } of this.entries) {
      if (id !== null) inner = id === 'total' ? null : id
      else if (!isAside(cell) && !isPiece(cell))
        places.push(inner === null ? columns.length : columns.indexOf(inner) + 1)
    }
    // Each foreign column moves those behind it one further.
    return mapped(
      places.sort((a, b) => a - b),
      (place, i) => place + i,
    )
  }

  private at(id: string): Entry | undefined {
    return this.entries.find((entry) => entry.id === id)
  }

  private order(): readonly string[] | null {
    if (this.knownOrder === undefined) this.knownOrder = this.findOrder()
    return this.knownOrder
  }

  /**
   * The columns from left to right as the header gives them; null when it lacks one, or when places and reading
   * order disagree, as they do where a page break cut the header. 总计 stands on the first level: it is read
   * before the kinds of organisation and comes after them.
   */
  private findOrder(): readonly string[] | null {
    const header: string[] = []
    for (const { id } of this.entries) if (id !== null) header.push(id)
    if (!statutory.every((column) => header.includes(column))) return null
    if (this.entries.some(({ id, cell }) => id === null && isPiece(cell))) return null
    const reading = [...header.filter((column) => column !== 'total'), 'total']
    if (this.inGrid()) {
      const place = (id: string) => this.at(id)?.cell.x ?? 0
      const places = [...header].sort((a, b) => place(a) - place(b))
      return places.every((column, i) => column === reading[i]) ? places : null
    }
    return reading[0] === 'natural_person' && (header[0] !== 'total' || this.totalStandsAbove())
      ? reading
      : null
  }

  private totalStandsAbove(): boolean {
    const [total, person] = ['total', 'natural_person'].map((id) => this.at(id)?.cell.at)
    return (
      !!total && !!person && 'line' in total && 'line' in person && !!total.cell && total.line < person.line
    )
  }

  private inGrid(): boolean {
    const known = this.entries.filter(({ id }) => id !== null)
    const places = mapped(known, ({ cell }) => cell.x)
    return (
      known.every(({ sound, cell }) => sound && cell.x !== undefined) &&
      new Set(places).size === places.length
    )
  }
}

/** A column before the labels of rows: it holds no figures of theirs. */
const isAside = (cell: Cell): boolean => /序号|编号|项目|类别|指标/.test(cell.text)

/**
 * A piece of a label above the columns: the damage that broke it may have shifted them, and it is no column of the
 * site's own.
 */
const isPiece = ({ text }: Cell): boolean =>
  [headings.applicants, headings.organisations].some(({ zh }) =>
    zh.includes(text.normalize('NFKC').replace(/\s/g, '')),
  )
