import { type FormRow, type FormVersion, form, formVersions } from './form.ts'

const notResults = new Set(['received', 'carried_in', 'concluded', 'carried_out'])
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
