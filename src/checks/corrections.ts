import { type CellId, formCells } from '../model/cells.ts'
import {
  type AppliedCorrection,
  type CorrectableField,
  type Correction,
  correctedLabel,
} from '../model/correction.ts'
import { type Finding, finding } from '../model/issue.ts'
import type { Report } from '../model/report.ts'

/** What is printed at a place of a report, in the ways in which it may be expected; null where the report has no such place. */
function printedAt(
  report: Report,
  field: string,
): { readonly shown: string; readonly ways: readonly string[] } | null {
  if (!formCells.has(field as CellId)) {
    const shown = String(report[field as CorrectableField] ?? '')
    return { shown, ways: [shown] }
  }
  const cell = report.cells.find((one) => one.cell_id === field)
  if (!cell || cell.kind === 'missing') return null
  const shown = cell.raw.trim()
  return { shown, ways: [shown, ...(cell.value === null ? [] : [String(cell.value)])] }
}

/** Holds a correction against its report: it applies only while what it expects stands there. */
export function applyCorrection(correction: Correction, report: Report | undefined): AppliedCorrection {
  const printed = report ? printedAt(report, correction.field) : null
  const holds = printed?.ways.includes(correction.expected) ?? false
  return { ...correction, found: printed?.shown ?? '', status: holds ? 'applied' : 'stopped' }
}

/** What is said of a correction beside its report. Nothing printed is changed by it. */
export function correctionFinding(correction: AppliedCorrection, report: Report | undefined): Finding {
  const { field, corrected, expected, found, status, reason, source, date, by } = correction
  const isCell = formCells.has(field as CellId)
  const label = correctedLabel(field)
  const cell = report?.cells.find((one) => one.cell_id === field)
  return finding(status === 'applied' ? 'corrected' : 'correction_stopped', {
    cells: isCell && cell ? [field] : [],
    expected: status === 'applied' ? corrected : expected,
    found,
    locator: cell?.locator ?? '',
    params: {
      label_zh: label.zh,
      label_en: label.en,
      report: correction.report_id,
      reason,
      source,
      date,
      by,
    },
  })
}
