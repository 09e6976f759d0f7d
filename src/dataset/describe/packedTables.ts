import type { Bilingual } from '../../i18n/locale.ts'

/**
 * A published table of which the database has one row a report, with the rows of the report as a list in JSON, and
 * a view that shows them as they are published: a row each would be some 240 rows a report, most of the file.
 */
export interface PackedTable {
  /** The table that is published, and the view. */
  readonly name: string
  /** The table in which its rows are kept. */
  readonly kept: string
  readonly title: Bilingual
  /** What the view selects, where `p` is a row of the table above, `r` its report and `j` one of the list. */
  readonly select: string
  /** How the view finds what a number in the list stands for. */
  readonly join: string
}

/** Where something stands in a list: as SQL sees it, and as JSON, by which no value is told from null. */
const at = (place: number) => `j."value" ->> ${place}`
const jsonAt = (place: number) => `j."value" -> ${place}`
/** One thing of a list that goes on to some place, another of one that ends before it. */
const ifLong = (place: number, long: string, short: string) =>
  `CASE WHEN ${jsonAt(place)} IS NULL THEN ${short} ELSE ${long} END`

/**
 * A cell is `[cell_no, value, locator]` where a number was printed as it is, stands for itself and was read exactly;
 * else it goes on with `kind, raw, effective_value, basis, reading`.
 */
const cells: PackedTable = {
  name: 'cells',
  kept: 'report_cells',
  title: {
    zh: '单元格：一份报告存为一行 JSON，视图逐格列出',
    en: 'Cells: kept as a row of JSON a report, shown one by one',
  },
  select: `r."report_id", c."cell_id", c."table", c."row", c."column",
  CAST(${at(1)} AS REAL) AS "value",
  coalesce(${at(3)}, 'number') AS "kind",
  ${ifLong(3, at(4), jsonAt(1))} AS "raw",
  CAST(${ifLong(3, at(5), at(1))} AS REAL) AS "effective_value",
  ${ifLong(3, at(6), `'printed'`)} AS "basis",
  coalesce(${at(7)}, 'exact') AS "reading",
  ${at(2)} AS "locator"`,
  join: `"codebook" AS c ON c."cell_no" = ${at(0)}`,
}

/**
 * An indicator is `[indicator_no, numerator, denominator, value, lower, upper]` without the empty ones at its end
 * where it has a value, else `[indicator_no, numerator, denominator, basis]`.
 */
const indicators: PackedTable = {
  name: 'indicators',
  kept: 'report_indicators',
  title: {
    zh: '指标：一份报告存为一行 JSON，视图逐项列出',
    en: 'Indicators: kept as a row of JSON a report, shown one by one',
  },
  select: `r."report_id", d."indicator_id",
  CAST(${at(1)} AS REAL) AS "numerator",
  CAST(${at(2)} AS REAL) AS "denominator",
  CASE typeof(${at(3)}) WHEN 'text' THEN NULL ELSE CAST(${at(3)} AS REAL) END AS "value",
  CAST(${at(4)} AS REAL) AS "lower",
  CAST(${at(5)} AS REAL) AS "upper",
  CASE typeof(${at(3)}) WHEN 'text' THEN ${at(3)} ELSE 'effective' END AS "basis"`,
  join: `"dictionary_indicators" AS d ON d."indicator_no" = ${at(0)}`,
}

/** The tables that the database keeps packed. */
export const packedTables: readonly PackedTable[] = [cells, indicators]

/** What people who query the database should know of them. */
export const packedNote: Bilingual = {
  zh: '`cells` 和 `indicators` 是视图：数据按报告打包成 JSON，一份报告一行，所以按 `report_id` 查很快，查全部报告的某一格或某一指标则要逐份拆开。要看全部报告的一列，请用 `wide_requests`、`reports`，或 Parquet 文件。',
  en: '`cells` and `indicators` are views over rows that are packed as JSON, one a report: quick by `report_id`, while one cell or indicator of all reports means taking every report apart. For a column over all reports use `wide_requests`, `reports`, or the Parquet files.',
}

/** How a table is packed; undefined for one that is kept as it is published. */
export const packedTable = (name: string): PackedTable | undefined =>
  packedTables.find((one) => one.name === name)

/**
 * The statements that make what is kept, and the view. The joins are in the order in which they are to be made:
 * from a report to its rows, never from all rows of that kind to their reports.
 */
export const createPacked = ({ name, kept, select, join }: PackedTable): string[] => [
  `CREATE TABLE "${kept}" (
  "report_no" INTEGER PRIMARY KEY REFERENCES "reports" ("report_no"),
  "rows" TEXT NOT NULL
) STRICT`,
  `CREATE VIEW "${name}" AS SELECT ${select}
FROM "reports" AS r
CROSS JOIN "${kept}" AS p USING ("report_no")
CROSS JOIN json_each(p."rows") AS j
CROSS JOIN ${join}`,
]
