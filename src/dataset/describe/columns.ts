import type { Bilingual } from '../../i18n/locale.ts'

/** A column of a published table, as the data package, the data page and the CSV headers know it. */
export interface PublishedColumn extends Bilingual {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number' | 'year' | 'date'
  /** The values it can have, where they are few. */
  readonly enum?: readonly string[]
}

/** Columns that hold the key of a row of another table, or of another row of the same one; empty for none. */
export interface Reference {
  readonly fields: readonly string[]
  readonly table: string
  /** The columns they stand for there, where those have other names. */
  readonly to?: readonly string[]
}

/** A published table. `path` is relative to the dataset; `cells` is split by year, with `{year}` in its path. */
export interface PublishedTable {
  readonly name: string
  readonly path: string
  readonly title: Bilingual
  readonly key: readonly string[]
  readonly references?: readonly Reference[]
  readonly columns: readonly PublishedColumn[]
  /** Columns of the key that may be empty, so that it orders the rows and tells them apart, but is no primary key. */
  readonly keyMayBeEmpty?: readonly string[]
  /** Has more rows at national size than a sheet of a spreadsheet holds, so that there is no copy for one. */
  readonly tooLongForSheet?: true
}

/** Describes a column; `values` are all that it can hold, where they are few. */
export const column = (
  name: string,
  zh: string,
  en: string,
  type: PublishedColumn['type'] = 'string',
  values?: readonly string[],
): PublishedColumn => ({ name, type, zh, en, ...(values ? { enum: values } : {}) })

/** Whether a column of a table always has a value. */
export const isRequired = (table: PublishedTable, name: string): boolean =>
  table.key.includes(name) && !table.keyMayBeEmpty?.includes(name)

/** The reference of a table whose rows belong to a report. */
export const toReport: Reference = { fields: ['report_id'], table: 'reports' }

/** The columns that a reference leads to. */
export const targetOf = (reference: Reference): readonly string[] => reference.to ?? reference.fields
