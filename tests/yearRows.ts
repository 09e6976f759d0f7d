import type { YearRow } from '../src/checks/years.ts'
import { yearRow } from '../src/dataset/crossChecks.ts'
import { figuresOf } from '../src/model/figures.ts'
import { aReport, cellValues, type Figures } from './reports.ts'

/** A year of an invented agency, as the checks across reports see it. */
export function aYearRow(year: number, figures: Figures = {}, about: Partial<YearRow> = {}): YearRow {
  const cells = cellValues(figures, about.disclosure_form ?? '2021')
  return { ...(yearRow(figuresOf(aReport({ year, cells }))) as YearRow), ...about }
}
