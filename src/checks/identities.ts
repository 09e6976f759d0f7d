import { type CellId, cellId, formCell } from '../model/cells.ts'
import { applicantColumns, type FormVersion, form, formVersions, type TableId } from '../model/form.ts'
import { type Finding, finding } from '../model/issue.ts'
import { resultRows } from '../model/requestsRows.ts'
import type { CellValue } from '../model/values.ts'

/** A total of the form and the cells that make it up (勾稽关系). */
export interface Identity {
  readonly rule: 'row_total' | 'outcome_total' | 'dispute_total'
  readonly total: CellId
  readonly parts: readonly CellId[]
}

const rowIdentities = (
  table: TableId,
  version: FormVersion,
  rule: 'row_total' | 'dispute_total',
): Identity[] =>
  form[table].forms[version].flatMap((section) =>
    section.rows.map((row) => ({
      rule,
      total: cellId(table, row.id, 'total'),
      parts: section.columns
        .filter((column) => column.id !== 'total')
        .map((column) => cellId(table, row.id, column.id)),
    })),
  )

const outcomeIdentities = (version: FormVersion): Identity[] =>
  applicantColumns.map((column) => ({
    rule: 'outcome_total',
    total: cellId('requests', 'concluded', column.id),
    parts: resultRows(version).map((row) => cellId('requests', row.id, column.id)),
  }))

const identitiesOfForm = new Map(
  formVersions.map((version) => [
    version,
    [...rowIdentities('requests', version, 'row_total'), ...outcomeIdentities(version)],
  ]),
)

/** Every total of the requests table in one form: its rows, then its columns. */
export const requestIdentities = (version: FormVersion): readonly Identity[] =>
  identitiesOfForm.get(version) ?? []
/** The totals of the table of reconsideration and litigation, which both forms have alike. */
export const disputeIdentities: readonly Identity[] = rowIdentities('disputes', '2021', 'dispute_total')

type Cells = ReadonlyMap<CellId, CellValue>
const known = (cells: Cells, id: CellId): number | null => cells.get(id)?.effective_value ?? null

/** The cells of each column that the flow of requests goes through. */
const flowColumns: readonly (readonly CellId[])[] = applicantColumns.map((column) =>
  ['received', 'carried_in', 'concluded', 'carried_out'].map((row) => cellId('requests', row, column.id)),
)

/** The labels of a cell in both languages, for messages. */
function words(id: CellId) {
  const { row_zh, row_en, column_zh, column_en } = formCell(id)
  return { row_zh, row_en, column_zh, column_en }
}

/**
 * A total against the sum of its parts. Parts that are not known cannot make a sum too small, since counts are
 * never negative: with some unknown, only a sum already above the total contradicts it.
 */
function checkTotal(cells: Cells, { rule, total, parts }: Identity): Finding[] {
  const printed = cells.get(total)
  if (printed?.kind !== 'number' || printed.value === null) return []
  let sum = 0
  let open = false
  for (const part of parts) {
    const figure = known(cells, part)
    sum += figure ?? 0
    open ||= figure === null
  }
  if (open ? sum <= printed.value : sum === printed.value) return []
  const expected = open ? `≥ ${sum}` : String(sum)
  return [
    about(rule, [total, ...parts], cells, { expected, found: String(printed.value), params: words(total) }),
  ]
}

/** 本年新收 + 上年结转 = 总计 + 结转下年度, in each column (the note in the head of the form). */
function checkFlow(cells: Cells, ids: readonly CellId[]): Finding[] {
  const [received, carriedIn, concluded, carriedOut] = ids.map((id) => known(cells, id))
  if (received == null || carriedIn == null || concluded == null || carriedOut == null) return []
  if (received + carriedIn === concluded + carriedOut) return []
  const sums = { expected: String(received + carriedIn), found: String(concluded + carriedOut) }
  return [about('flow', ids, cells, { ...sums, params: words(ids[0] as CellId) })]
}

/** A finding about the cells of an identity that are there, placed at the first of them. */
function about(
  rule: Identity['rule'] | 'flow',
  ids: readonly CellId[],
  cells: Cells,
  rest: Partial<Finding>,
): Finding {
  const locator = cells.get(ids[0] as CellId)?.locator ?? ''
  return finding(rule, { cells: ids.filter((id) => cells.has(id)), locator, ...rest })
}

/** The four identities of the form, in every row and column where the figures are known. Changes nothing. */
export function checkIdentities(cells: Cells, requestsForm: FormVersion | null): Finding[] {
  const ofRequests = requestsForm ? requestIdentities(requestsForm) : []
  const flow = requestsForm ? flowColumns.flatMap((ids) => checkFlow(cells, ids)) : []
  return [
    ...flow,
    ...[...ofRequests, ...disputeIdentities].flatMap((identity) => checkTotal(cells, identity)),
  ]
}
