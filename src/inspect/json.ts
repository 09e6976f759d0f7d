import type { FileReading } from '../dataset/report.ts'
import { issuesOf } from './issues.ts'

/** The whole reading as one object for programs; cells carry their locators. */
export function inspectionJson(file: string, readings: readonly FileReading[]): unknown {
  return {
    file,
    readings: readings.map((reading) => {
      const { source, charset, report } = reading
      if (!report) return { source, charset, report: null, issues: issuesOf(reading) }
      const { findings: _, source: __, ...rest } = report
      return { source, charset, report: rest, issues: issuesOf(reading) }
    }),
  }
}
