import { z } from 'zod'

/** What was printed in a cell. The meaning of each is in the codebook page and in the contract of the dataset. */
export const valueKinds = ['number', 'blank', 'not_applicable', 'unreadable', 'missing'] as const
export type ValueKind = (typeof valueKinds)[number]

/** `exact`, or `recovered` where the shape of the row had to be worked out. */
export const readings = ['exact', 'recovered'] as const
export type Reading = (typeof readings)[number]

/** Why a value may be used in statistics: printed, or proved by the identities of the form. */
export const bases = ['printed', 'zero_by_identity', 'sum'] as const
export type Basis = (typeof bases)[number]

/** One cell of a report: what was printed, where, and how sure we are. */
export const cellValueSchema = z.object({
  cell_id: z.string(),
  /** The printed number in the codebook's unit; null unless `kind` is `number`. */
  value: z.number().nullable(),
  kind: z.enum(valueKinds),
  /** What stands there, letter by letter. */
  raw: z.string(),
  /** What statistics use; null where nothing is proved. */
  effective_value: z.number().nullable(),
  basis: z.enum(bases).nullable(),
  reading: z.enum(readings),
  /** Empty for a missing cell. */
  locator: z.string(),
})
export type CellValue = z.infer<typeof cellValueSchema>
