import { InventedCountry } from './agencies.ts'
import { Random } from './random.ts'
import { readBack } from './readBack.ts'
import { layoutOf } from './render/layouts.ts'
import { inventReport } from './report.ts'
import { compareReading, describeSilent } from './roundTrip.ts'

/** How the reports of one layout were read. */
export interface LayoutSurvey {
  readonly layout: string
  readonly reports: number
  /** Reports of which every cell was read as printed. */
  readonly whole: number
  readonly equal: number
  readonly flagged: number
  readonly doubted: number
  readonly silent: number
  /** Reports with a silent error. */
  readonly silentReports: number
  /** The first few silent errors, each with the report it is in. */
  readonly examples: readonly string[]
}

/** Which reports to write and read back. */
export interface SurveyTask {
  readonly seed: string
  readonly layout: string
  readonly reports: number
}

/** The country that surveys draw from; its size is part of what a seed means. */
const surveyedAgencies = 4000

/** Writes random reports in one layout, reads them back and compares. Also the entry point of a worker thread. */
export default async function surveyLayout({ seed, layout, reports }: SurveyTask): Promise<LayoutSurvey> {
  const country = new InventedCountry(seed, surveyedAgencies)
  const writer = layoutOf(layout)
  const totals = { whole: 0, equal: 0, flagged: 0, doubted: 0, silent: 0, silentReports: 0 }
  const examples: string[] = []
  for (let i = 0; i < reports; i += 1) {
    const random = new Random('survey', seed, layout, i)
    const [index, year] = [random.integer(0, country.size - 1), random.integer(2019, 2025)]
    const report = inventReport(country, index, year)
    const reading = await readBack(writer.render(report, random), String(i))
    const compared = compareReading(report.cells, reading.report)
    totals.equal += compared.equal
    totals.flagged += compared.flagged
    totals.doubted += compared.doubted
    totals.silent += compared.silent.length
    if (compared.equal === report.cells.size) totals.whole += 1
    const [first] = compared.silent
    if (!first) continue
    totals.silentReports += 1
    if (examples.length < 3) examples.push(`agency ${index}, ${year}: ${describeSilent(first)}`)
  }
  return { layout, reports, ...totals, examples }
}
