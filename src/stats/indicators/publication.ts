import { cellsOfForm } from '../../model/cells.ts'
import { effective, type ReportFigures } from '../../model/figures.ts'
import { type FormVersion, tableIds } from '../../model/form.ts'
import type { AgencyType } from '../../model/report.ts'
import type { Indicator, Parts } from './indicator.ts'

/**
 * The last day for publishing, month and day of the year after, by type of agency: Articles 49 and 50 of the
 * Regulations name departments (31 January) and governments (31 March). They name no townships and subdistricts;
 * of other types the name does not tell which of the two they are.
 */
const deadlines: Readonly<Partial<Record<AgencyType, string>>> = {
  department: '01-31',
  vertical: '01-31',
  government: '03-31',
}

/** The last day on which a report is published in time; undefined where the Regulations name none. */
export function deadlineOf(report: Pick<ReportFigures, 'agency_type' | 'year'>): string | undefined {
  const day = deadlines[report.agency_type]
  return day && report.year !== null ? `${report.year + 1}-${day}` : undefined
}

function timeliness(report: ReportFigures): Parts {
  const deadline = deadlineOf(report)
  if (!deadline) return { numerator: null, denominator: null, reason: 'no_deadline' }
  if (report.published_on === '') return { numerator: null, denominator: null, reason: 'incomplete' }
  return { numerator: report.published_on <= deadline ? 1 : 0, denominator: 1 }
}

/** The form that a table of a report follows, or would follow if it were there. */
function formOf(report: ReportFigures, table: (typeof tableIds)[number]): FormVersion | null {
  const own = table === 'disclosure' ? report.disclosure_form : report.requests_form
  return own ?? report.requests_form ?? report.disclosure_form
}

function completeness(report: ReportFigures): Parts {
  let [known, all] = [0, 0]
  for (const table of tableIds) {
    const version = formOf(report, table)
    if (!version) return { numerator: null, denominator: null, reason: 'unreadable' }
    for (const id of cellsOfForm(table, version)) {
      all += 1
      if (effective(report, id) !== null) known += 1
    }
  }
  return { numerator: known, denominator: all }
}

/** The indicators of how a report was published. */
export const publicationIndicators: readonly Indicator[] = [
  {
    id: 'on_time',
    kind: 'yes_no',
    zh: '按时公布',
    en: 'Published in time',
    formula_zh: '页面写明的公开日期不晚于次年 1 月 31 日（部门）或 3 月 31 日（政府）为 1，否则为 0',
    formula_en:
      '1 if the date stated on the page is not after 31 January (departments) or 31 March (governments) of the next year, else 0',
    caveat_zh: '页面日期可能是重新上传的日期，所以 0 不能证明逾期。乡镇、街道没有法定期限，不给出。',
    caveat_en:
      'The page may have been put up again later, so that 0 does not prove a delay. No deadline is set for townships and subdistricts.',
    across_forms: 'same',
    of: timeliness,
  },
  {
    id: 'completeness',
    kind: 'ratio',
    zh: '表格完整度',
    en: 'Completeness of the tables',
    formula_zh: '三张法定表格中有效值已知的格数 ÷ 所用格式的全部格数',
    formula_en: 'cells of the three statutory tables whose effective value is known ÷ all cells of the form',
    caveat_zh: '空白而没有证明为 0 的格、缺少的表都算不知道；读不出也会使它偏低，不全是机关的责任。',
    caveat_en:
      'Blanks that nothing proves to be 0 and tables not found are unknown. What could not be read lowers it too, which need not be the agency’s doing.',
    across_forms: 'with_care',
    of: completeness,
  },
]
