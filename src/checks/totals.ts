import { type CellId, cellId, placeOf } from '../model/cells.ts'
import { applicantColumns, type FormVersion, form, formVersions, type TableId } from '../model/form.ts'
import { resultRows } from '../model/requestsRows.ts'

/** A total of the form and the cells that make it up (勾稽关系). */
export interface Identity {
  readonly rule: 'row_total' | 'outcome_total' | 'dispute_total'
  readonly total: CellId
  readonly parts: readonly CellId[]
  /** The places of these cells in the forms. */
  readonly places: { readonly total: number; readonly parts: readonly number[] }
}

const identity = (rule: Identity['rule'], total: CellId, parts: readonly CellId[]): Identity => ({
  rule,
  total,
  parts,
  places: { total: placeOf(total), parts: parts.map(placeOf) },
})

const rowIdentities = (
  table: TableId,
  version: FormVersion,
  rule: 'row_total' | 'dispute_total',
): Identity[] =>
  form[table].forms[version].flatMap((section) =>
    section.rows.map((row) => {
      const parts = section.columns.filter((column) => column.id !== 'total')
      return identity(
        rule,
        cellId(table, row.id, 'total'),
        parts.map((column) => cellId(table, row.id, column.id)),
      )
    }),
  )

const outcomeIdentities = (version: FormVersion): Identity[] =>
  applicantColumns.map((column) =>
    identity(
      'outcome_total',
      cellId('requests', 'concluded', column.id),
      resultRows(version).map((row) => cellId('requests', row.id, column.id)),
    ),
  )

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
