/**
 * Divides the rows of one kind of table into tables: a row that was seen already begins another one. Where a
 * row or two are printed twice and the table goes on after them, as damage and page breaks do, it is the same.
 *
 * @param name what names a row within its table
 * @param overlap how many rows may be printed twice without being another table
 */
export function divideTables<R>(rows: readonly R[], name: (row: R) => string, overlap = 2): R[][] {
  const tables: R[][] = []
  for (const part of partsWithoutRepeats(rows, name)) {
    const before = tables.at(-1)
    if (before && goesOn(before, part, name, overlap)) before.push(...part)
    else tables.push(part)
  }
  return tables
}

function goesOn<R>(
  before: readonly R[],
  part: readonly R[],
  name: (row: R) => string,
  overlap: number,
): boolean {
  const seen = new Set(before.map(name))
  const repeated = part.filter((row) => seen.has(name(row)))
  return repeated.length <= overlap && part.slice(0, repeated.length).every((row) => seen.has(name(row)))
}

function partsWithoutRepeats<R>(rows: readonly R[], name: (row: R) => string): R[][] {
  const parts: R[][] = []
  let seen = new Set<string>()
  for (const row of rows) {
    if (seen.has(name(row)) || parts.length === 0) {
      parts.push([])
      seen = new Set()
    }
    parts.at(-1)?.push(row)
    seen.add(name(row))
  }
  return parts
}

/** The table that a report is about: the first that has nearly as many rows as the longest one. */
export function mainTable<R>(tables: readonly (readonly R[])[]): readonly R[] {
  const longest = Math.max(0, ...tables.map((table) => table.length))
  return tables.find((table) => table.length * 5 >= longest * 3) ?? []
}
