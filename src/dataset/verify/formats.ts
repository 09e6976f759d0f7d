import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { asyncBufferFromFile, parquetMetadataAsync } from 'hyparquet'
import { quoted } from '../describe/sqlSchema.ts'
import { formulaPattern } from '../write/csv.ts'
import { filesOf, sqlitePath, type TableFile, type TablePart } from '../write/tableFiles.ts'
import type { Problems } from './problem.ts'
import { csvFields } from './readCsv.ts'

/** A CSV file with the number of its rows. */
export type CountedPart = TablePart & { readonly rows: number }

async function verifyParquet(
  folder: string,
  file: TableFile,
  rows: number,
  problems: Problems,
): Promise<void> {
  try {
    const metadata = await parquetMetadataAsync(await asyncBufferFromFile(join(folder, file.path)))
    const names = metadata.schema.slice(1).map((element) => element.name)
    const expected = file.table.columns.map((column) => column.name)
    if (names.join() !== expected.join())
      problems.add('formats', file.path, '', `has the columns ${names.join(',')}, not ${expected.join(',')}`)
    if (Number(metadata.num_rows) !== rows)
      problems.add('formats', file.path, '', `has ${metadata.num_rows} rows, the CSV ${rows}`)
  } catch (error) {
    problems.add('formats', file.path, '', `cannot be read as Parquet: ${(error as Error).message}`)
  }
}

async function verifySheet(folder: string, file: TableFile, rows: number, problems: Problems): Promise<void> {
  let found = -1
  for await (const fields of csvFields(join(folder, file.path))) {
    found += 1
    if (found === 0) continue
    for (const [i, column] of file.table.columns.entries()) {
      if (column.type === 'string' && formulaPattern.test(fields[i] ?? ''))
        problems.add(
          'formats',
          file.path,
          `row ${found}`,
          `${column.name} would become a formula: ${fields[i]}`,
        )
    }
  }
  if (found !== rows) problems.add('formats', file.path, '', `has ${found} rows, the CSV ${rows}`)
}

/** Numbers of rows and references of the database. */
function verifySqlite(folder: string, parts: readonly CountedPart[], problems: Problems): void {
  try {
    const db = new DatabaseSync(join(folder, sqlitePath), { readOnly: true })
    for (const [table, ofTable] of Map.groupBy(parts, (part) => part.table.name)) {
      const found = Number(db.prepare(`SELECT count(*) AS n FROM ${quoted(table)}`).get()?.['n'])
      const rows = ofTable.reduce((sum, part) => sum + part.rows, 0)
      if (found !== rows) problems.add('formats', sqlitePath, table, `has ${found} rows, the CSV ${rows}`)
    }
    for (const broken of db.prepare('PRAGMA foreign_key_check').all())
      problems.add(
        'formats',
        sqlitePath,
        String(broken['table']),
        `has a reference to ${broken['parent']} that leads nowhere`,
      )
    db.close()
  } catch (error) {
    problems.add('formats', sqlitePath, '', `cannot be read as SQLite: ${(error as Error).message}`)
  }
}

/** Checks that Parquet, spreadsheets and SQLite hold as many rows as the CSV files, in the same columns. */
export async function verifyFormats(
  folder: string,
  parts: readonly CountedPart[],
  paths: ReadonlySet<string>,
  problems: Problems,
): Promise<void> {
  for (const part of parts) {
    for (const file of filesOf(part)) {
      if (file.format === 'csv') continue
      if (!paths.has(file.path)) problems.add('formats', file.path, '', 'is not there')
      else if (file.format === 'parquet') await verifyParquet(folder, file, part.rows, problems)
      else await verifySheet(folder, file, part.rows, problems)
    }
  }
  if (paths.has(sqlitePath)) verifySqlite(folder, parts, problems)
  else problems.add('formats', sqlitePath, '', 'is not there')
}
