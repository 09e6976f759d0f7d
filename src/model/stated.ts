import { z } from 'zod'
import { applicantColumns, form, formVersions, resultGroups } from './form.ts'

const unique = (ids: readonly string[]): string[] => [...new Set(ids)]

const requestRows = formVersions.flatMap((version) =>
  form.requests.forms[version].flatMap((section) => section.rows.map((row) => row.id)),
)
const disputeOutcomes = form.disputes.forms['2021']
  .flatMap((section) => section.columns.map((column) => column.id))
  .filter((id) => id !== 'total')
const applicants = applicantColumns.map((column) => column.id).filter((id) => id !== 'total')

/** The two kinds of dispute, as prose tells them apart. */
export const disputeKinds = ['review', 'suit'] as const
export type DisputeKind = (typeof disputeKinds)[number]

/** Ways in which a request comes in; the forms do not ask for them, prose does. */
export const channels = ['online', 'letter', 'in_person'] as const

/**
 * What a count in prose may count.
 *
 * - the rows of the requests form and its groups of results, by their ids: `received`, `carried_in`, `granted`,
 *   `refused`, …, `concluded`, `carried_out`; `concluded` is what the words say was answered or finished;
 * - `handled`: dealt with, and the words leave open whether that is new, concluded, or both (办理, 收到并处理);
 * - `unspecified`: so many requests, without a verb (依申请公开N件);
 * - `withdrawn`: taken back by the applicant, which the form counts under its last row;
 * - `channel_…`, `applicant_…`: parts of the requests by the way they came and by who asked;
 * - `review`, `suit`, and each with an outcome (`review_overturned`); `suit_direct`, `suit_after_review`;
 * - `fees_yuan`: the information processing fee collected, in yuan; `administrative_fees_yuan`: the administrative
 *   fees (行政事业性收费) collected, in yuan, which the form asks for in 万元.
 */
export const countedThings: readonly string[] = unique([
  ...requestRows,
  ...resultGroups.map((group) => group.id),
  'handled',
  'unspecified',
  'withdrawn',
  ...channels.map((channel) => `channel_${channel}`),
  ...applicants.map((applicant) => `applicant_${applicant}`),
  ...disputeKinds.flatMap((kind) => [kind, ...disputeOutcomes.map((outcome) => `${kind}_${outcome}`)]),
  'suit_direct',
  'suit_after_review',
  'fees_yuan',
  'administrative_fees_yuan',
])

/**
 * How a count is stated: `number`: in digits or numerals; `none`: the words say that there was none; `weak_none`:
 * they say so of something that is not quite the thing, such as information that people asked for.
 */
export const statements = ['number', 'none', 'weak_none'] as const
export type Statement = (typeof statements)[number]

/** A count that the running text of a report states. Nothing is worked out: only what stands there. */
export const statedCountSchema = z.object({
  counts: z.enum(countedThings as [string, ...string[]]),
  /** The number stated, in the unit of what it counts; 0 where the words say that there was none. */
  value: z.number().nonnegative(),
  statement: z.enum(statements),
  /** The measure word behind the number (件, 条, 元 …), or % for a share of what was counted just before; empty where the words say that there was none. */
  measure: z.string(),
  /** The clause that states it, letter by letter. */
  words: z.string(),
  /** Where the number, or the clause without one, stands in the source. */
  locator: z.string(),
  /** The words that make it a count of more than one body (全市, 各部门) or on behalf of one; empty without. */
  scope_words: z.string(),
  /** The words add that what was carried in is among them (含上年结转), so that it is no count of new ones. */
  includes_carried_in: z.boolean(),
  /** The year that the sentence names, where it is not that of the report; else null. */
  year: z.number().int().nullable(),
})
export type StatedCount = z.infer<typeof statedCountSchema>
