/** A value of an agency and year: a count in 件, or the parts of a share; null where it cannot be given. */
export type Value = number | readonly [numerator: number, denominator: number] | null

/** The report of one agency and year, as Explore and Compare use it. */
export interface ExploreRow {
  readonly id: string
  readonly name: string
  readonly level: string
  readonly type: string
  readonly province: string
  readonly city: string
  readonly county: string
  readonly year: number
  /** Sums up lower bodies; never added to others. */
  readonly aggregate: boolean
  /** In the order of the measures. */
  readonly values: readonly Value[]
}

/** What can be chosen: an indicator of the dataset. */
export interface Measure {
  readonly id: string
  readonly kind: 'count' | 'share'
  readonly zh: string
  readonly en: string
}

/** A file of rows: those of a year, or where these are many, of a year and province. */
export interface SliceFile {
  readonly file: string
  readonly year: number
  /** Null for all; empty for agencies whose province is not known. */
  readonly province: string | null
  readonly rows: number
}
export interface ExploreIndex {
  readonly measures: readonly Measure[]
  readonly slices: readonly SliceFile[]
}

/** What is asked for; empty where all are meant. */
export interface Question {
  readonly measure: string
  readonly from: number
  readonly to: number
  readonly level: string
  readonly type: string
  readonly region: string
  readonly scope: 'single' | 'aggregate'
}

/** The files that hold what is asked for. */
export const slicesFor = (question: Question, slices: readonly SliceFile[]): SliceFile[] =>
  slices.filter(
    ({ year, province }) =>
      year >= question.from &&
      year <= question.to &&
      (province === null || question.region === '' || province === question.region),
  )

/** The rows that answer a question. */
export const rowsFor = (question: Question, rows: readonly ExploreRow[]): ExploreRow[] =>
  rows.filter(
    (row) =>
      row.year >= question.from &&
      row.year <= question.to &&
      row.aggregate === (question.scope === 'aggregate') &&
      (question.level === '' || row.level === question.level) &&
      (question.type === '' || row.type === question.type) &&
      (question.region === '' || row.province === question.region),
  )

/** A value as one number: a count, or a share between 0 and 1. */
export function numberOf(value: Value | undefined): number | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return value
  return value[1] === 0 ? null : value[0] / value[1]
}

/** Shares of fewer than this say little. */
const few = 10
/** Whether a value is a share of so little that it says hardly anything, and is never ranked with others. */
export const isWeak = (value: Value | undefined): boolean => Array.isArray(value) && value[1] < few

/** What rows can be sorted by. */
export const sortKeys = ['agency', 'year', 'value'] as const
export interface Sorting {
  readonly by: (typeof sortKeys)[number]
  readonly rising: boolean
}

/** By divisions, whose codes begin the ids, and there by pinyin, as officials list agencies; of no known place, last. */
const byPlace = (a: ExploreRow, b: ExploreRow) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Whichever way: shares of few come after the others, and what has no value last. */
const standing = (value: Value | undefined) => (numberOf(value) === null ? 2 : Number(isWeak(value)))

/** Rows in order; those that are alike by the latest year, then by where their agencies are. */
export function sorted(rows: readonly ExploreRow[], measure: number, { by, rising }: Sorting): ExploreRow[] {
  const sign = rising ? 1 : -1
  const order = {
    agency: (a: ExploreRow, b: ExploreRow) => sign * byPlace(a, b),
    year: (a: ExploreRow, b: ExploreRow) => sign * (a.year - b.year),
    value: (a: ExploreRow, b: ExploreRow) => {
      const [x, y] = [a.values[measure], b.values[measure]]
      return standing(x) - standing(y) || sign * ((numberOf(x) ?? 0) - (numberOf(y) ?? 0))
    },
  }[by]
  return rows.toSorted((a, b) => order(a, b) || b.year - a.year || byPlace(a, b))
}

/** The rows of a year put together. */
export interface YearSum {
  readonly year: number
  readonly rows: number
  /** Rows with a value. */
  readonly known: number
  readonly zero: number
  readonly median: number | null
  /** Of counts: their sum. Of shares: the sums of their parts, so that large agencies weigh more. */
  readonly sum: number
  readonly of: number
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** Sums up a measure by year, earliest first. */
export function sumYears(rows: readonly ExploreRow[], measure: number): YearSum[] {
  return [...Map.groupBy(rows, (row) => row.year)]
    .sort(([a], [b]) => a - b)
    .map(([year, members]) => {
      const known = members.flatMap((row) => {
        const value = row.values[measure]
        return numberOf(value) === null ? [] : [value as number | readonly [number, number]]
      })
      const numbers = known.map((value) => numberOf(value) ?? 0)
      const part = (value: number | readonly [number, number], i: 0 | 1) =>
        typeof value === 'number' ? (i === 0 ? value : 0) : value[i]
      return {
        year,
        rows: members.length,
        known: known.length,
        zero: numbers.filter((value) => value === 0).length,
        median: medianOf(numbers),
        sum: known.reduce<number>((sum, value) => sum + part(value, 0), 0),
        of: known.reduce<number>((sum, value) => sum + part(value, 1), 0),
      }
    })
}

const field = (value: string | number): string => {
  const text = String(value)
  // A field that a spreadsheet would take for a formula is marked as text.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as CSV, with the parts of every measure asked for. */
export function toCsv(
  rows: readonly ExploreRow[],
  measures: readonly Measure[],
  chosen: readonly string[],
): string {
  const shown = measures.flatMap((measure, i) => (chosen.includes(measure.id) ? [{ measure, i }] : []))
  const head = [
    'agency_id',
    'agency_name',
    'level',
    'type',
    'province',
    'city',
    'county',
    'year',
    'scope',
    ...shown.flatMap(({ measure: { id, kind } }) =>
      kind === 'count' ? [id] : [id, `${id}_numerator`, `${id}_denominator`],
    ),
  ]
  const lines = rows.map((row) => [
    row.id,
    row.name,
    row.level,
    row.type,
    row.province,
    row.city,
    row.county,
    row.year,
    row.aggregate ? 'aggregate' : 'single',
    ...shown.flatMap(({ measure, i }): (string | number)[] => {
      const value = row.values[i] ?? null
      const number = numberOf(value) ?? ''
      if (measure.kind === 'count') return [number]
      return Array.isArray(value) ? [number, value[0], value[1]] : [number, '', '']
    }),
  ])
  return `${[head, ...lines].map((line) => line.map(field).join(',')).join('\n')}\n`
}
