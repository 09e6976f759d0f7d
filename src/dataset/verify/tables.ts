import { join } from 'node:path'
import { isRequired, type PublishedColumn, type PublishedTable } from '../describe/columns.ts'
import { publishedTable, publishedTables } from '../describe/tables.ts'
import type { TablePart } from '../write/tableFiles.ts'
import type { Problems } from './problem.ts'
import { csvFields } from './readCsv.ts'

const patterns: Readonly<Record<PublishedColumn['type'], RegExp>> = {
  string: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/,
  year: /^\d{4}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
}

/** The CSV files of the dataset that are there, each with its table. */
export const csvParts = (paths: ReadonlySet<string>): TablePart[] =>
  publishedTables.flatMap((table) => {
    if (!table.path.includes('{year}')) return paths.has(table.path) ? [{ table, path: table.path }] : []
    const [before, after] = table.path.split('{year}') as [string, string]
    return [...paths]
      .filter((path) => path.startsWith(before) && path.endsWith(after))
      .sort()
      .map((path) => ({ table, path }))
  })

/** Tables that should be there and are not. */
export function verifyTables(paths: ReadonlySet<string>, problems: Problems): void {
  for (const { path } of publishedTables)
    if (!path.includes('{year}') && !paths.has(path)) problems.add('files', path, '', 'is not there')
}

function whyNot(column: PublishedColumn, value: string, inKey: boolean): string | undefined {
  if (value === '') return inKey ? 'is empty, but part of the key' : undefined
  if (!patterns[column.type].test(value)) return `is no ${column.type}`
  return column.enum && !column.enum.includes(value) ? `is none of ${column.enum.join(', ')}` : undefined
}

const separator = '\u0000'
/** Keys in the order in which they are published: numbers by size, all else by code point. */
function isAfter(table: PublishedTable, key: readonly string[], before: readonly string[]): boolean {
  for (const [i, name] of table.key.entries()) {
    const [a, b] = [key[i] ?? '', before[i] ?? '']
    if (a === b) continue
    const type = table.columns.find((column) => column.name === name)?.type
    return type === 'string' || type === 'date' ? a > b : Number(a) > Number(b)
  }
  return false
}

/** The keys of tables that others refer to, gathered while these are read. */
export type KnownKeys = Map<string, Set<string>>
const referredTo = new Set(
  publishedTables.flatMap((table) => (table.references ?? []).map((one) => one.table)),
)

/** References that are looked up when all tables have been read. */
interface Pending {
  readonly part: TablePart
  readonly place: string
  readonly table: string
  readonly key: string
}

/**
 * Checks one CSV file: its header, the type and range of every value, that its keys ascend and none is there
 * twice. Gives how many rows it has.
 */
export async function verifyTable(
  folder: string,
  part: TablePart,
  known: KnownKeys,
  pending: Pending[],
  problems: Problems,
): Promise<number> {
  const { table, path } = part
  const names = table.columns.map((column) => column.name)
  const keyAt = table.key.map((name) => names.indexOf(name))
  const references = (table.references ?? []).map((one) => ({
    table: one.table,
    at: one.fields.map((name) => names.indexOf(name)),
  }))
  const keys = referredTo.has(table.name) ? new Set<string>() : undefined
  if (keys) known.set(table.name, keys)
  let rows = -1
  let before: string[] | undefined
  for await (const fields of csvFields(join(folder, path))) {
    rows += 1
    if (rows === 0) {
      if (fields.join() !== names.join())
        problems.add('schema', path, '', `has the columns ${fields.join(',')}, not ${names.join(',')}`)
      continue
    }
    const key = keyAt.map((at) => fields[at] ?? '')
    const place = key.join(' ')
    if (fields.length !== names.length)
      problems.add('schema', path, place, `has ${fields.length} fields, not ${names.length}`)
    for (const [i, column] of table.columns.entries()) {
      const why = whyNot(column, fields[i] ?? '', isRequired(table, column.name))
      if (why) problems.add('schema', path, place, `${column.name} ${JSON.stringify(fields[i])} ${why}`)
    }
    if (before && !isAfter(table, key, before))
      problems.add('keys', path, place, before.join() === key.join() ? 'is there twice' : 'is out of order')
    before = key
    keys?.add(key.join(separator))
    for (const reference of references) {
      const target = reference.at.map((at) => fields[at] ?? '').join(separator)
      if (target === '' || known.get(reference.table)?.has(target)) continue
      pending.push({ part, place, table: reference.table, key: target })
    }
  }
  return Math.max(rows, 0)
}

/** Looks up the references that were not found while their tables were still being read. */
export function verifyReferences(pending: readonly Pending[], known: KnownKeys, problems: Problems): void {
  for (const { part, place, table, key } of pending) {
    if (known.get(table)?.has(key)) continue
    const columns = publishedTable(table).key.join(', ')
    const shown = key.replaceAll(separator, ', ')
    problems.add(
      'references',
      part.path,
      place,
      `refers to ${table} (${columns}) ${shown}, which is not there`,
    )
  }
}
