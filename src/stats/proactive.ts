import type { CellId } from '../model/cells.ts'
import { effective, type ReportFigures } from '../model/figures.ts'
import type { FormVersion } from '../model/form.ts'
import { counts } from './figures.ts'

/** A figure of the table of proactive disclosure, and the cell that holds it in each form; null where none does. */
export interface Measure {
  readonly id: string
  readonly cells: Readonly<Record<FormVersion, CellId | null>>
}

const both = (id: string, cell: CellId): Measure => ({ id, cells: { '2019': cell, '2021': cell } })

/** The figures that add up over agencies. Those of the two forms that mean different things are two measures. */
export const measures: readonly Measure[] = [
  both('licences', 'disclosure.licences.decisions'),
  both('penalties', 'disclosure.penalties.decisions'),
  both('coercive_measures', 'disclosure.coercive_measures.decisions'),
  {
    id: 'documents_made',
    cells: { '2019': 'disclosure.normative_documents.made', '2021': null },
  },
  {
    id: 'documents_issued',
    cells: { '2019': null, '2021': 'disclosure.normative_documents.issued' },
  },
  { id: 'fees', cells: { '2019': null, '2021': 'disclosure.fees.amount' } },
]

/** The sum of a figure over the single bodies of a year whose report has it; in the unit of the form. */
export interface MeasuredYear {
  readonly year: number
  readonly measure: string
  /** Reports whose form has the figure, and those of them in which it is known and not negative. */
  readonly reports: number
  readonly used: number
  /** Null without a report in which it is known. */
  readonly sum: number | null
}

function measureYear(year: number, { id, cells }: Measure, reports: readonly ReportFigures[]): MeasuredYear {
  const having = reports.flatMap((report) => {
    const cell = report.disclosure_form && cells[report.disclosure_form]
    return cell ? [effective(report, cell)] : []
  })
  const known = having.filter((value) => value !== null && value >= 0) as number[]
  // Amounts have up to six decimals, and adding them up in floating point would make more of them.
  const sum = known.length === 0 ? null : Math.round(known.reduce((a, b) => a + b, 0) * 1e6) / 1e6
  return { year, measure: id, reports: having.length, used: known.length, sum }
}

/** Every figure of proactive disclosure by year, over single bodies; sorted by year. */
export function proactiveYears(reports: readonly ReportFigures[]): MeasuredYear[] {
  const usable = reports.filter(
    (report) => counts(report) && report.scope !== 'aggregate' && report.disclosure_form !== null,
  )
  return [...Map.groupBy(usable, (report) => report.year)]
    .flatMap(([year, members]) => (year === null ? [] : [{ year, members }]))
    .sort((a, b) => a.year - b.year)
    .flatMap(({ year, members }) => measures.map((measure) => measureYear(year, measure, members)))
}
