import Papa from 'papaparse'
import { z } from 'zod'
import { agencyTypes, levels } from '../../model/report.ts'

/** A row of `data/agencies.csv`: an agency, or another name of one, for ever. */
const rowSchema = z.object({
  /** Id and address; never changed once written. */
  agency_id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id of letters, digits and hyphens'),
  /** The canonical name; of a row with `same_as`, the other name. */
  name: z.string().min(1, 'is empty'),
  /** Of its division; empty where no list has it. */
  division_code: z.string().regex(/^(\d{6}|\d{9})?$/, 'is not a division code'),
  level: z.enum(levels),
  type: z.enum(agencyTypes),
  /** Id of the agency above it, where that is not the government of its division. */
  parent_id: z.string(),
  /** Id of the agency that this is another or an earlier name of: its reports are that agency's. */
  same_as: z.string(),
  /** Id of the agency that took over its work: another body, which its page points to. */
  merged_into: z.string(),
  /** Year or month from which, and up to which, there was such a body or it bore this name; empty when not known. */
  since: z.string().regex(/^(\d{4}(-\d{2})?)?$/, 'is not a year or month'),
  until: z.string().regex(/^(\d{4}(-\d{2})?)?$/, 'is not a year or month'),
  note: z.string(),
  /** Where that is from. */
  source: z.string(),
})
export type RegistryRow = z.infer<typeof rowSchema>

/** The columns of `data/agencies.csv`, in order. */
export const registryColumns = Object.keys(rowSchema.shape) as (keyof RegistryRow)[]

/** The agencies that are known for ever, by id. */
export type Registry = ReadonlyMap<string, RegistryRow>
export const noRegistry: Registry = new Map()

/** A mistake in `agencies.csv`: which line, what is wrong. The build stops, since an address may be lost. */
export class RegistryError extends Error {}

const trimmed = (row: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(registryColumns.map((column) => [column, (row[column] ?? '').trim()]))

/**
 * Reads `agencies.csv`.
 *
 * @throws RegistryError when a line cannot be understood, or points to an agency that is not there
 */
export function parseRegistry(csv: string): Registry {
  const { data, errors } = Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
  })
  const [broken] = errors
  if (broken) throw new RegistryError(`agencies.csv, line ${(broken.row ?? 0) + 2}: ${broken.message}`)
  const rows = new Map<string, RegistryRow>()
  for (const [i, line] of data.entries()) {
    const parsed = rowSchema.safeParse(trimmed(line))
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw new RegistryError(`agencies.csv, line ${i + 2}, ${issue?.path.join('.')}: ${issue?.message}`)
    }
    const { agency_id } = parsed.data
    if (rows.has(agency_id))
      throw new RegistryError(`agencies.csv, line ${i + 2}: ${agency_id} is listed twice`)
    rows.set(agency_id, parsed.data)
  }
  checkTargets(rows)
  return rows
}

/** Every other name leads to an agency in one step, and every merger to an agency. */
function checkTargets(rows: Registry): void {
  for (const { agency_id, same_as, merged_into, parent_id } of rows.values()) {
    const wrong = (column: string, why: string) =>
      new RegistryError(`agencies.csv, ${agency_id}, ${column}: ${why}`)
    if (same_as === agency_id || (same_as && rows.get(same_as)?.same_as !== ''))
      throw wrong('same_as', `${same_as} is no agency of its own in this file`)
    if (merged_into && !rows.has(merged_into))
      throw wrong('merged_into', `${merged_into} is not in this file`)
    if (parent_id === agency_id) throw wrong('parent_id', 'is the agency itself')
  }
}

/** The registry as CSV, sorted by id: the same rows give the same bytes. */
export function toRegistryCsv(rows: Iterable<RegistryRow>): string {
  const sorted = [...rows].sort((a, b) => (a.agency_id < b.agency_id ? -1 : 1))
  return `${Papa.unparse(sorted, { columns: registryColumns, newline: '\n' })}\n`
}
