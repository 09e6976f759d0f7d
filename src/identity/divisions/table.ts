/** A line of `data/divisions.csv`. Months are written like 2016-07 and empty when not known. */
export interface DivisionRow {
  /** Six digits from province to county, nine for a township. */
  readonly code: string
  readonly name: string
  /** Code of the next higher division where it is not made of the code's own first digits; else empty. */
  readonly parent: string
  /** Month of the last list without it: it was not there before. Empty when every list has it, or none is known. */
  readonly since: string
  /** Month of the first list without it: it was gone by then. Empty when the newest list has it. */
  readonly until: string
  /** Code of what it is now, under another code or name; empty when it still is, or when the lists do not tell. */
  readonly later: string
}

const columns = ['code', 'name', 'parent', 'since', 'until', 'later'] as const

const byCode = (a: DivisionRow, b: DivisionRow): number =>
  a.code < b.code ? -1 : a.code > b.code ? 1 : a.until < b.until ? -1 : a.until > b.until ? 1 : 0

/**
 * The table as CSV with its origin in comment lines before it, sorted by code. No field is ever quoted.
 *
 * @throws Error when a name would need quotes
 */
export function toTable(rows: readonly DivisionRow[], origin: readonly string[]): string {
  const lines = rows.toSorted(byCode).map((row) => {
    if (/[",\r\n#]/.test(row.name)) throw new Error(`${row.code}: the name ${row.name} would need quotes`)
    return columns.map((column) => row[column]).join(',')
  })
  return [...origin.map((line) => `# ${line}`), columns.join(','), ...lines, ''].join('\n')
}

/** The lines of a table that `toTable` wrote, without its head, in order of code. */
export function tableLines(csv: string): string[] {
  const lines = csv.slice(csv.indexOf(columns.join(','))).split('\n')
  return lines.slice(1, -1)
}

/** Whether a line is that of a township, by its nine digits. */
export const isTownshipLine = (line: string): boolean => line[6] !== ','

/** The name in a line, by itself: with 41,000 townships there is no time for more until one is asked for. */
export function nameInLine(line: string): string {
  const start = line.indexOf(',') + 1
  return line.slice(start, line.indexOf(',', start))
}

/** All that a line holds. */
export function parseLine(line: string): DivisionRow {
  const [code = '', name = '', parent = '', since = '', until = '', later = ''] = line.split(',')
  return { code, name, parent, since, until, later }
}
