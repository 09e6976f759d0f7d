import type { PrintedCell } from '../src/ingest/recognise/draft.ts'
import { type CellId, cellsOfForm } from '../src/model/cells.ts'
import { figuresOf, type ReportFigures } from '../src/model/figures.ts'
import { applicantColumns, type FormVersion, tableIds } from '../src/model/form.ts'
import type { Agency, Report } from '../src/model/report.ts'
import { resultRows } from '../src/model/requestsRows.ts'
import type { CellValue } from '../src/model/values.ts'

/** Figures by cell id; null for a blank. */
export type Figures = Readonly<Record<string, number | null>>

/** The cells of a whole report as printed: the figures given, and 0 elsewhere. */
export function printedCells(figures: Figures = {}, version: FormVersion = '2021'): PrintedCell[] {
  return tableIds.flatMap((id) =>
    cellsOfForm(id, version).map((cell_id, i) => {
      const value = figures[cell_id] === undefined ? 0 : figures[cell_id]
      const raw = value === null ? '' : String(value)
      return {
        cell_id,
        value,
        kind: value === null ? 'blank' : 'number',
        raw,
        reading: 'exact',
        locator: `line ${i + 1}`,
      }
    }),
  )
}

/** The same, with what statistics use: the printed value and nothing proved. */
export const cellValues = (figures: Figures = {}, version: FormVersion = '2021'): CellValue[] =>
  printedCells(figures, version).map((cell) => ({
    ...cell,
    effective_value: cell.value,
    basis: cell.value === null ? null : 'printed',
  }))

const people = applicantColumns.map((column) => column.id).filter((id) => id !== 'total')
const outcomes = ['upheld', 'overturned', 'other', 'pending']

/** Figures that keep every rule of the form, made from any supply of counts. */
export function balanced(count: () => number, version: FormVersion = '2021'): Record<CellId, number> {
  const figures: Record<CellId, number> = {}
  for (const person of people) {
    let concluded = 0
    for (const row of resultRows(version)) {
      const figure = count()
      figures[`requests.${row.id}.${person}`] = figure
      concluded += figure
    }
    const carriedOut = count()
    const carriedIn = Math.min(count(), concluded + carriedOut)
    figures[`requests.concluded.${person}`] = concluded
    figures[`requests.carried_out.${person}`] = carriedOut
    figures[`requests.carried_in.${person}`] = carriedIn
    figures[`requests.received.${person}`] = concluded + carriedOut - carriedIn
  }
  const total = (table: 'requests' | 'disputes', row: string, parts: readonly string[]) => {
    figures[`${table}.${row}.total`] = parts.reduce(
      (sum, part) => sum + (figures[`${table}.${row}.${part}`] ?? 0),
      0,
    )
  }
  for (const row of [
    ...resultRows(version).map((one) => one.id),
    'concluded',
    'carried_out',
    'carried_in',
    'received',
  ])
    total('requests', row, people)
  for (const row of ['review', 'suit_direct', 'suit_after_review']) {
    for (const outcome of outcomes) figures[`disputes.${row}.${outcome}`] = count()
    total('disputes', row, outcomes)
  }
  return figures
}

/** A report of an invented agency. */
export function aReport(about: Partial<Report> = {}, figures: Figures = {}): Report {
  const agency_id = about.agency_id ?? 'xugou'
  const year = about.year === undefined ? 2022 : about.year
  return {
    report_id: `${agency_id}-${year}`,
    agency_id,
    agency_name: '云梦省虚构市某局',
    agency_type: 'department',
    agency_level: 'county',
    division_code: '',
    year,
    title: '',
    scope: 'own_body',
    disclosure_form: '2021',
    requests_form: '2021',
    status: 'complete',
    published_on: '',
    source: { path: `${agency_id}.txt`, format: 'text', bytes: 1, sha256: 'abc', url: '', retrieved_on: '' },
    cells: cellValues(figures),
    stated: [],
    text_sketch: '',
    tested: {},
    issues: [],
    ...about,
  }
}

/** The same as lists and statistics use it. */
export const someFigures = (about: Partial<Report> = {}, figures: Figures = {}): ReportFigures =>
  figuresOf(aReport(about, figures))

/** An agency as its reports describe it. */
export const anAgency = (agency_id = 'xugou', about: Partial<Agency> = {}): Agency => ({
  agency_id,
  name: '云梦省虚构市某局',
  aliases: [],
  level: 'county',
  type: 'department',
  domain: '',
  division_code: '',
  province: '',
  city: '',
  county: '',
  township: '',
  parent_id: '',
  first_year: 2022,
  last_year: 2022,
  report_count: 1,
  name_pinyin: '',
  ...about,
})
