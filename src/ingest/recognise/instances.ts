/**
 * Divides the rows of one kind of table into tables: a row that was seen already begins another one. Where a
 * row or two are printed twice and the table goes on after them, as damage and page breaks do, it is the same.
 *
 * @param name what names a row within its table
 * @param overlap how many rows may be printed twice without being another table
 */
export function divideTables<R>(rows: readonly R[], name: (row: R) => string, overlap = 2): R[][] {
  const tables: { rows: R[]; names: Set<string> }[] = []
  for (const part of partsWithoutRepeats(rows, name)) {
    const before = tables.at(-1)
    const goesOn = before && isRest(before.names, part.map(name), overlap)
    if (!goesOn) tables.push({ rows: [...part], names: new Set(part.map(name)) })
    else
      for (const row of part) {
        before.rows.push(row)
        before.names.add(name(row))
      }
  }
  return tables.map((table) => table.rows)
}

/** Whether a part repeats only its first few rows, as the rest of a table does. */
function isRest(seen: ReadonlySet<string>, part: readonly string[], overlap: number): boolean {
  const repeated = part.filter((name) => seen.has(name)).length
  return repeated <= overlap && part.slice(0, repeated).every((name) => seen.has(name))
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
