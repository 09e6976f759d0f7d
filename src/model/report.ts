import { z } from 'zod'
import { formVersions } from './form.ts'
import { issueSchema } from './issue.ts'
import { statedCountSchema } from './stated.ts'
import { cellValueSchema } from './values.ts'

export const sourceFormats = [
  'text',
  'html',
  'mht',
  'csv',
  'docx',
  'doc',
  'xlsx',
  'pdf',
  'zip',
  'unknown',
] as const

export const scopes = ['own_body', 'aggregate', 'unknown'] as const
export type Scope = (typeof scopes)[number]
export const statuses = ['complete', 'partial', 'unreadable', 'superseded'] as const
export type Status = (typeof statuses)[number]
export const levels = ['national', 'province', 'prefecture', 'county', 'township', 'unknown'] as const
export type Level = (typeof levels)[number]
export const agencyTypes = [
  'government',
  'office',
  'department',
  'subdistrict',
  'town',
  'township',
  'zone',
  'vertical',
  'institution',
  'unknown',
] as const
export type AgencyType = (typeof agencyTypes)[number]

/** A file as found: nothing of its content but size and hash. */
export const sourceSchema = z.object({
  /** Relative to the raw folder, with forward slashes. */
  path: z.string(),
  format: z.enum(sourceFormats),
  bytes: z.number().int().nonnegative(),
  sha256: z.string(),
  url: z.string(),
  /** ISO date, or empty. */
  retrieved_on: z.string(),
  /** What a maintainer has to say of it to readers, such as that it is a transcription; absent when there is nothing. */
  note: z.string().optional(),
})
export type Source = z.infer<typeof sourceSchema>

/** One thing that tells who published a report, for which year, or where its agency is. */
export const evidenceSchema = z.object({
  what: z.enum(['agency', 'year', 'place']),
  value: z.string(),
  /** One of `evidenceSources`. */
  from: z.string(),
  words: z.string(),
  weight: z.number(),
  /** Empty for what is not in the text. */
  locator: z.string(),
})

/** A cell in which two files for one agency and year differ, as printed in each; empty where a file lacks it. */
export const differenceSchema = z.object({ cell_id: z.string(), counting: z.string(), here: z.string() })
export type Difference = z.infer<typeof differenceSchema>

/** One file, read, identified and checked. */
export const reportSchema = z.object({
  /** `<agency_id>-<year>`, with a suffix only for a report that does not count. */
  report_id: z.string(),
  agency_id: z.string(),
  /** The fullest form of the name that the report itself gives; empty when it gives none. */
  agency_name: z.string(),
  agency_type: z.enum(agencyTypes),
  agency_level: z.enum(levels),
  /** Empty when it is not known, or one of several. */
  division_code: z.string(),
  /** The year the figures are for; null when the report does not say. */
  year: z.number().int().nullable(),
  title: z.string(),
  scope: z.enum(scopes),
  disclosure_form: z.enum(formVersions).nullable(),
  requests_form: z.enum(formVersions).nullable(),
  status: z.enum(statuses),
  /** ISO date printed on the page, or empty. */
  published_on: z.string(),
  source: sourceSchema,
  /** The cells of the forms found, in the order of the form. */
  cells: z.array(cellValueSchema),
  /** The counts that the running text states, in reading order. */
  stated: z.array(statedCountSchema),
  /** A sketch of the running text, by which reports are compared; empty where the text is too short. */
  text_sketch: z.string(),
  /** How many times each rule of the checks could be tested; a rule that could not is absent. */
  tested: z.record(z.string(), z.number().int().positive()),
  /** All that told its agency, its year and where the agency is. */
  evidence: z.array(evidenceSchema).optional(),
  /** Of a report that does not count: the one that does, and all cells in which they differ. */
  superseded_by: z.object({ report_id: z.string(), differences: z.array(differenceSchema) }).optional(),
  issues: z.array(issueSchema),
})
export type Report = z.infer<typeof reportSchema>

/** A body that publishes reports, as its own reports and the registry identify it. */
export const agencySchema = z.object({
  agency_id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  level: z.enum(levels),
  type: z.enum(agencyTypes),
  domain: z.string(),
  division_code: z.string(),
  province: z.string(),
  city: z.string(),
  county: z.string(),
  township: z.string(),
  parent_id: z.string(),
  first_year: z.number().int().nullable(),
  last_year: z.number().int().nullable(),
  report_count: z.number().int(),
  name_pinyin: z.string(),
  /** Earlier ids, and those of its other names, whose addresses lead to it. */
  former_ids: z.array(z.string()).optional(),
  /** Id of the agency that took over its work; empty or absent when none did. */
  merged_into: z.string().optional(),
})
export type Agency = z.infer<typeof agencySchema>
