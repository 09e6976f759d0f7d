import Papa from 'papaparse'
import { z } from 'zod'
import type { Override } from '../identity/identify.ts'
import { type Source, scopes } from '../model/report.ts'

/** What `sources.csv` says of one file. */
export interface SourceNote {
  readonly url: string
  readonly retrieved_on: string
  /** What readers should know of it. */
  readonly note: string
  /** Whether it is the one to count of several files for one agency and year. */
  readonly counts: boolean
  readonly override: Override
}
export const noNote: SourceNote = {
  url: '',
  retrieved_on: '',
  note: '',
  counts: false,
  override: { agency: '', year: null, division_code: '', scope: '' },
}

const optional = z.string().trim().default('')
const lineSchema = z.object({
  path: z.string().trim().min(1),
  url: optional.refine((url) => url === '' || /^https?:\/\//.test(url), 'is not an http address'),
  retrieved_on: optional.refine(
    (date) => date === '' || /^\d{4}-\d{2}-\d{2}$/.test(date),
    'is not a date like 2025-12-30',
  ),
  note: optional,
  agency: optional,
  year: optional.refine((year) => year === '' || /^20\d{2}$/.test(year), 'is not a year'),
  division_code: optional.refine((code) => /^\d*$/.test(code), 'is not a division code'),
  scope: optional.pipe(z.enum([...scopes, ''])),
  counts: optional.pipe(z.enum(['yes', ''])),
})

/** A mistake in `sources.csv`: which line, what is wrong. The build stops, since an override may be lost. */
export class SourcesError extends Error {}

/** What of a note is said of its source. */
export const saidOfSource = ({
  url,
  retrieved_on,
  note,
}: SourceNote): Pick<Source, 'url' | 'retrieved_on' | 'note'> => ({
  url,
  retrieved_on,
  ...(note && { note }),
})

/**
 * Reads `sources.csv`: a line a file, by path relative to the raw folder.
 *
 * @throws SourcesError when a line cannot be understood
 */
export function parseSources(csv: string): Map<string, SourceNote> {
  const { data, errors } = Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
  })
  const [broken] = errors
  if (broken) throw new SourcesError(`sources.csv, line ${(broken.row ?? 0) + 2}: ${broken.message}`)
  const notes = new Map<string, SourceNote>()
  for (const [i, line] of data.entries()) {
    const parsed = lineSchema.safeParse(line)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw new SourcesError(`sources.csv, line ${i + 2}, ${issue?.path.join('.')}: ${issue?.message}`)
    }
    const { path, url, retrieved_on, note, agency, year, division_code, scope, counts } = parsed.data
    if (notes.has(path)) throw new SourcesError(`sources.csv, line ${i + 2}: ${path} is listed twice`)
    const override = { agency, year: year ? Number(year) : null, division_code, scope }
    notes.set(path, { url, retrieved_on, note, counts: counts === 'yes', override })
  }
  return notes
}
