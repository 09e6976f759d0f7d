import Papa from 'papaparse'
import { z } from 'zod'
import { type CellId, formCells } from '../model/cells.ts'
import { type Correction, correctableFields } from '../model/correction.ts'

/** A mistake in `corrections.csv`: which line, what is wrong. The run stops, since a correction may be lost. */
export class CorrectionsError extends Error {}

const isField = (field: string): boolean =>
  formCells.has(field as CellId) || (correctableFields as readonly string[]).includes(field)
const isCount = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text)
const text = z.string().trim().default('')
const needed = text.refine((value) => value !== '', 'is empty')

const lineSchema = z
  .object({
    report: needed,
    field: needed.refine(isField, 'is neither a cell of the forms nor a fact that can be corrected'),
    expected: text,
    corrected: needed,
    reason: needed,
    source: needed,
    date: needed.refine((date) => /^\d{4}-\d{2}-\d{2}$/.test(date), 'is not a date like 2025-12-30'),
    by: needed,
  })
  .refine(({ field, corrected }) => !formCells.has(field as CellId) || isCount(corrected), {
    path: ['corrected'],
    message: 'is not a number',
  })

const columns = Object.keys(lineSchema.shape)

/**
 * Reads `corrections.csv`: a line a correction, with the columns `report, field, expected, corrected, reason,
 * source, date, by`. Only `expected` may be empty: it then expects a blank.
 *
 * @throws CorrectionsError when a line cannot be understood
 */
export function parseCorrections(csv: string): Correction[] {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
  })
  const [broken] = errors
  if (broken) throw new CorrectionsError(`corrections.csv, line ${(broken.row ?? 0) + 2}: ${broken.message}`)
  const missing = columns.filter((column) => !meta.fields?.includes(column))
  if (missing.length) throw new CorrectionsError(`corrections.csv, line 1: no column ${missing.join(', ')}`)
  const seen = new Set<string>()
  return data.map((line, i) => {
    const parsed = lineSchema.safeParse(line)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw new CorrectionsError(
        `corrections.csv, line ${i + 2}, ${issue?.path.join('.')}: ${issue?.message}`,
      )
    }
    const { report, ...about } = parsed.data
    const key = `${report} ${about.field}`
    if (seen.has(key)) throw new CorrectionsError(`corrections.csv, line ${i + 2}: ${key} is corrected twice`)
    seen.add(key)
    return { report_id: report, ...about }
  })
}
