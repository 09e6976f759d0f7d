import type { FileReading } from '../dataset/report.ts'
import { chainOf } from '../identity/divisions.ts'
import { noRegistry, type Registry } from '../identity/registry/registry.ts'
import { settleAlone } from '../identity/settle.ts'
import { issuesOf } from './issues.ts'

/** The whole reading as one object for programs; cells carry their locators. */
export function inspectionJson(
  file: string,
  readings: readonly FileReading[],
  registry: Registry = noRegistry,
): unknown {
  return {
    file,
    readings: readings.map((reading) => {
      const { source, charset, report } = reading
      const issues = issuesOf(reading, registry)
      if (!report) return { source, charset, report: null, issues }
      const { findings: _, source: __, ...rest } = report
      const { agency_id, name, level, division_code, chain, candidates, told } = settleAlone(report, registry)
      const possible = candidates.map((one) => ({ code: one.code, ...chainOf(one) }))
      const agency = { agency_id, name, level, division_code, ...chain, candidates: possible, told }
      return { source, charset, report: rest, agency, issues }
    }),
  }
}
