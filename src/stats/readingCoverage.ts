import type { Atlas } from '../dataset/load.ts'
import type { FormVersion } from '../model/form.ts'
import { coverageByYear } from './coverage.ts'
import { counts } from './figures.ts'
import { readingYears } from './quality.ts'
import { linesOfAll, seriesOf } from './series.ts'

/** How many reports of a year are held of those expected, and how far they were read. */
export interface CoverageYear {
  readonly year: number
  /** Agencies from which a report could be expected (see `coverageOf`), and those of them with one. */
  readonly expected: number
  readonly held: number
  /** Reports that count, and how many of them were read whole, in part and not at all. */
  readonly reports: number
  readonly complete: number
  readonly partial: number
  readonly unreadable: number
  /** The form that most of the reports follow; null where none was recognised. */
  readonly form: FormVersion | null
}

/** The form of most requests tables of each year; the newer one where both have as many. */
function formsByYear({ reports }: Atlas): ReadonlyMap<number, FormVersion> {
  const forms = new Map<number, Record<FormVersion, number>>()
  for (const report of reports) {
    const { year, requests_form } = report
    if (year === null || requests_form === null || !counts(report)) continue
    const known = forms.get(year) ?? { '2019': 0, '2021': 0 }
    known[requests_form] += 1
    forms.set(year, known)
  }
  return new Map([...forms].map(([year, n]) => [year, n['2021'] >= n['2019'] ? '2021' : '2019']))
}

/** Coverage and reading of every year from the first report to the last, earliest first. */
export function readingCoverage(atlas: Atlas): CoverageYear[] {
  const { years } = seriesOf(atlas.reports)
  const read = new Map(readingYears(atlas.reports).map((one) => [one.year, one]))
  const forms = formsByYear(atlas)
  return coverageByYear(linesOfAll(atlas), years).map(({ year, count }) => {
    const { reports = 0, complete = 0, partial = 0, unreadable = 0 } = read.get(year) ?? {}
    const held = count.reported + count.unreadable
    const expected = held + count.missing
    return { year, expected, held, reports, complete, partial, unreadable, form: forms.get(year) ?? null }
  })
}

/** The years from which most reports follow another form than those of the year with reports before. */
export function formChanges(years: readonly CoverageYear[]): CoverageYear[] {
  const known = years.filter((one) => one.form !== null)
  return known.filter((one, i) => i > 0 && known[i - 1]?.form !== one.form)
}
