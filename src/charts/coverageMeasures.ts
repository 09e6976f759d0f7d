import type { Bilingual } from '../i18n/locale.ts'
import { statusWords } from '../i18n/vocabulary.ts'
import type { CoverageYear } from '../stats/readingCoverage.ts'

/** A share of a year: of what it is taken, and what these are called. */
export interface Measure {
  readonly id: 'held' | 'complete' | 'partial' | 'unreadable'
  readonly label: Bilingual
  readonly ofLabel: Bilingual
  /** The same in a word, for the margin of the drawing. */
  readonly short: Bilingual
  readonly ofShort: Bilingual
  readonly count: (year: CoverageYear) => number
  readonly of: (year: CoverageYear) => number
}

const ofReports = {
  ofLabel: { zh: '报告', en: 'Reports' },
  ofShort: { zh: '报告', en: 'reports' },
  of: (year: CoverageYear) => year.reports,
}
/** Words that begin a line of their own. */
export const capital = ({ zh, en }: Bilingual): Bilingual => ({
  zh,
  en: en.replace(/^./, (c) => c.toUpperCase()),
})

/** What is held of what is expected, and how far the reports were read. */
export const coverageMeasures: readonly [Measure, ...Measure[]] = [
  {
    id: 'held',
    label: { zh: '应有报告的机关中，本站收录到的', en: 'Agencies with a report, of those expected' },
    ofLabel: { zh: '应有报告的机关', en: 'Agencies expected' },
    short: { zh: '收录', en: 'held' },
    ofShort: { zh: '应有', en: 'expected' },
    count: (year) => year.held,
    of: (year) => year.expected,
  },
  {
    id: 'complete',
    label: capital(statusWords.complete),
    short: { zh: '全部', en: 'whole' },
    count: (year) => year.complete,
    ...ofReports,
  },
  {
    id: 'partial',
    label: capital(statusWords.partial),
    short: { zh: '部分', en: 'in part' },
    count: (year) => year.partial,
    ...ofReports,
  },
  {
    id: 'unreadable',
    label: capital(statusWords.unreadable),
    short: { zh: '未读出', en: 'not read' },
    count: (year) => year.unreadable,
    ...ofReports,
  },
]
