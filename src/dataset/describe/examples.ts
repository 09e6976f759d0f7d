/**
 * Programs that load the dataset, to copy and run. Each prints a line a year: year, reports that count, those that
 * can be read, those with no request, separated by spaces.
 */
export interface Example {
  readonly id: string
  readonly title: string
  /** What it needs, as one installs it. */
  readonly needs: string
  readonly language: 'sql' | 'js' | 'python' | 'r'
  /** The program for a dataset at a place: a folder or an address, with a slash at its end; empty for here. */
  readonly code: (base: string) => string
}

const duckdbSql = (base: string) => `SELECT year, count(*) AS reports, count(new_requests) AS readable,
  count(*) FILTER (WHERE new_requests = 0) AS zero
FROM '${base}reports.parquet'
WHERE status <> 'superseded' AND year IS NOT NULL
GROUP BY year ORDER BY year;`

const isRemote = (base: string) => /^https?:/.test(base)
const opener = (base: string) => (isRemote(base) ? 'asyncBufferFromUrl' : 'asyncBufferFromFile')

export const examples: readonly Example[] = [
  { id: 'duckdb', title: 'DuckDB', needs: 'duckdb', language: 'sql', code: duckdbSql },
  {
    id: 'sqlite',
    title: 'SQLite',
    needs: 'sqlite3 gongkai.sqlite',
    language: 'sql',
    code: () => 'SELECT year, reports, readable, zero FROM requests_by_year ORDER BY year;',
  },
  {
    id: 'pandas',
    title: 'Python, pandas',
    needs: 'pip install pandas pyarrow',
    language: 'python',
    code: (base) => `import pandas as pd

reports = pd.read_parquet("${base}reports.parquet")
reports = reports[(reports["status"] != "superseded") & reports["year"].notna()]
for year, group in reports.groupby("year"):
    new = group["new_requests"]
    print(int(year), len(group), new.notna().sum(), (new == 0).sum())`,
  },
  {
    id: 'polars',
    title: 'Python, polars',
    needs: 'pip install polars',
    language: 'python',
    code: (base) => `import polars as pl

new = pl.col("new_requests")
years = (
    pl.scan_parquet("${base}reports.parquet")
    .filter(pl.col("status") != "superseded", pl.col("year").is_not_null())
    .group_by("year")
    .agg(pl.len(), new.count().alias("readable"), (new == 0).sum().alias("zero"))
    .sort("year")
    .collect()
)
for row in years.iter_rows():
    print(*row)`,
  },
  {
    id: 'python-duckdb',
    title: 'Python, DuckDB',
    needs: 'pip install duckdb',
    language: 'python',
    code: (base) => `import duckdb

for row in duckdb.sql("""
${duckdbSql(base).replace(/;$/, '')}
""").fetchall():
    print(*row)`,
  },
  {
    id: 'r',
    title: 'R',
    needs: 'R',
    language: 'r',
    code: (base) => `reports <- read.csv("${base}reports.csv", encoding = "UTF-8")
reports <- subset(reports, status != "superseded" & !is.na(year))
for (y in sort(unique(reports$year))) {
  new <- reports$new_requests[reports$year == y]
  cat(y, length(new), sum(!is.na(new)), sum(new == 0, na.rm = TRUE), "\\n")
}`,
  },
  {
    id: 'javascript',
    title: 'JavaScript',
    needs: 'npm install hyparquet',
    language: 'js',
    code: (base) => `import { ${opener(base)}, parquetReadObjects } from 'hyparquet'

const file = await ${opener(base)}(${isRemote(base) ? `{ url: '${base}reports.parquet' }` : `'${base}reports.parquet'`})
const reports = await parquetReadObjects({ file })
const counting = reports.filter((one) => one.status !== 'superseded' && one.year !== null)
const years = [...new Set(counting.map((one) => one.year))].sort((a, b) => a - b)
for (const year of years) {
  const group = counting.filter((one) => one.year === year)
  const readable = group.filter((one) => one.new_requests !== null)
  const zero = readable.filter((one) => one.new_requests === 0)
  console.log(year, group.length, readable.length, zero.length)
}`,
  },
]

/** How engines for large data read the published folder where it is, without loading it first. */
export const engines: readonly {
  readonly id: string
  readonly title: string
  readonly code: (base: string) => string
}[] = [
  {
    id: 'duckdb',
    title: 'DuckDB',
    code: (
      base,
    ) => `-- One year is one file, of which only the row groups and columns that the query needs are read.
SELECT report_id, effective_value
FROM '${base}cells/2022.parquet'
WHERE cell_id = 'requests.received.total';

-- All years at once, in a folder on disk or in object storage (not over plain https, which lists no folder). Reports
-- that do not count and those that sum up others are left out.
SELECT year, count(effective_value) AS known, sum(effective_value) AS requests
FROM read_parquet('${base}cells/*.parquet') JOIN '${base}reports.parquet' USING (report_id)
WHERE cell_id = 'requests.received.total' AND status <> 'superseded' AND scope <> 'aggregate'
GROUP BY year ORDER BY year;`,
  },
  {
    id: 'clickhouse',
    title: 'ClickHouse',
    code: (base) => `SELECT year, count(effective_value), sum(effective_value)
FROM file('${base}cells/*.parquet', Parquet)  -- or s3('https://…/cells/*.parquet'), or url('https://…/cells/{2020..2025}.parquet')
JOIN file('${base}reports.parquet', Parquet) AS reports USING (report_id)
WHERE cell_id = 'requests.received.total' AND status <> 'superseded' AND scope <> 'aggregate'
GROUP BY year ORDER BY year`,
  },
  {
    id: 'spark',
    title: 'Spark',
    code: (base) => `cells = spark.read.parquet("${base}cells/")
reports = spark.read.parquet("${base}reports.parquet")
(cells.filter("cell_id = 'requests.received.total'")
      .join(reports.select("report_id", "year", "scope", "status"), "report_id")
      .filter("status <> 'superseded' and scope <> 'aggregate'")
      .groupBy("year").sum("effective_value").show())`,
  },
]
