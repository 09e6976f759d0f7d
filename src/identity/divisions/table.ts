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

/** What most lines end with: a township has nothing but code and name. */
const noMore = ',,,,'

function parseLine(line: string): DivisionRow {
  const nameAt = line.indexOf(',') + 1
  const nameEnd = line.indexOf(',', nameAt)
  const [code, name] = [line.slice(0, nameAt - 1), line.slice(nameAt, nameEnd)]
  if (line.length === nameEnd + noMore.length && line.endsWith(noMore)) {
    return { code, name, parent: '', since: '', until: '', later: '' }
  }
  const [parent = '', since = '', until = '', later = ''] = line.slice(nameEnd + 1).split(',')
  return { code, name, parent, since, until, later }
}

/** The rows of a table that `toTable` wrote. Every reading process waits for it, so it is no CSV parser. */
export function parseTable(csv: string): DivisionRow[] {
  const lines = csv.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return lines.slice(1).map(parseLine)
}
