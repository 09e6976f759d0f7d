import type { PublishedTable } from '../describe/columns.ts'

/** A value of a published table; null is an empty field. */
export type Value = string | number | null

/** A row of a published table by column name. */
export type Row = Readonly<Record<string, Value>>

/** The values of a row in the order of the columns that its table publishes, as files take them. */
export type Values = readonly Value[]

/** Makes the values of rows of a table. */
export const valuesIn = ({ columns }: PublishedTable): ((row: Row) => Values) => {
  const names = columns.map(({ name }) => name)
  return (row) => names.map((name) => row[name] ?? null)
}
