import { type FormRow, type FormVersion, form, formVersions } from './form.ts'

/** The rows that say what came, what was done and what is left; all others are results of what was done. */
export const flowRows = ['received', 'carried_in', 'concluded', 'carried_out'] as const
export type FlowRow = (typeof flowRows)[number]
const notResults = new Set<string>(flowRows)
const resultsOf = (version: FormVersion): readonly FormRow[] =>
  (form.requests.forms[version][0]?.rows ?? []).filter((one) => !notResults.has(one.id))
const results: Readonly<Record<FormVersion, readonly FormRow[]>> = {
  '2019': resultsOf('2019'),
  '2021': resultsOf('2021'),
}

/** Rows of the requests table that state a result, that is those which （七）总计 sums up. */
export const resultRows = (version: FormVersion): readonly FormRow[] => results[version]

type Rank = 'item' | 'result' | 'grouped'
const resultRanks = new Map(
  formVersions
    .flatMap(resultRows)
    .reverse()
    .map((row): [string, Rank] => [row.id, row.group ? 'grouped' : 'result']),
)

/** Where a row of the requests table stands: a numbered item, a result of its own, or a result within a group. */
export const requestsRowRank = (id: string): Rank =>
  resultRanks.get(id) ?? (id === 'concluded' ? 'result' : 'item')
