import { createReadStream } from 'node:fs'
import Papa from 'papaparse'

/** A row of a CSV file by column name; an empty field is an empty text. */
export type CsvRow = Readonly<Record<string, string>>

/** The lines of a CSV file as lists of fields, one after the other; a byte order mark is left out. */
export async function* csvFields(path: string): AsyncGenerator<string[]> {
  const parser = createReadStream(path, 'utf8').pipe(
    Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter: ',', newline: '\n', skipEmptyLines: true }),
  )
  let first = true
  for await (const fields of parser as AsyncIterable<string[]>) {
    if (first && fields[0]?.startsWith('\ufeff')) fields[0] = fields[0].slice(1)
    first = false
    yield fields
  }
}

/** The rows of a CSV file by the names of its header. */
export async function* csvRows(path: string): AsyncGenerator<CsvRow> {
  let header: string[] | undefined
  for await (const fields of csvFields(path)) {
    if (header) yield Object.fromEntries(header.map((name, i) => [name, fields[i] ?? '']))
    else header = fields
  }
}
