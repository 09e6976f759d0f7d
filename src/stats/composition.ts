import { effectiveIn, type ReportFigures } from '../model/figures.ts'
import { applicantColumns, type FormVersion, form, resultGroups } from '../model/form.ts'
import { counts } from './figures.ts'
import { groupTotal, sumKnown } from './indicators.ts'
import { onceFor } from './once.ts'

/** What the figures of one report are made of: its parts and their printed total, in 件; null where unknown. */
export interface Composition {
  readonly total: number | null
  readonly parts: Readonly<Record<string, number | null>>
}

/** The reports of a year put together, of single bodies or aggregate ones. */
export interface ComposedYear {
  readonly year: number
  readonly aggregate: boolean
  /** Reports whose requests table was found. */
  readonly reports: number
  /** Those of them whose parts are all known and add up to their total: only these are put together. */
  readonly used: number
  /** 件, over the reports used. */
  readonly total: number
  readonly parts: Readonly<Record<string, number>>
  /** How many of the reports follow each form. */
  readonly forms: Readonly<Record<FormVersion, number>>
}

/** The results a request can have, in the order of the form: the rows that stand alone, then the groups. */
export const outcomeIds = ['granted', 'partial', ...resultGroups.map((group) => group.id)] as const

/** What became of the requests a report concluded, by result or group of results. */
export function outcomesOf(report: ReportFigures): Composition {
  const parts = partsOf(outcomeIds, (id) => groupTotal(report, id))
  return { total: effectiveIn(report, 'requests', 'concluded', 'total'), parts }
}

/** The kinds of applicant, without their total. */
export const applicantKinds = applicantColumns.filter((column) => column.id !== 'total')
const kindIds = applicantKinds.map(({ id }) => id)

/** The results a dispute can have, without their total; the two forms have the same. */
export const disputeResults = (form.disputes.forms['2021'][0]?.columns ?? []).filter(
  (column) => column.id !== 'total',
)
const disputeIds = disputeResults.map(({ id }) => id)

/** Who sent the requests a report received, by kind of applicant. */
export function applicantsOf(report: ReportFigures): Composition {
  const figure = (column: string) => effectiveIn(report, 'requests', 'received', column)
  return { total: figure('total'), parts: partsOf(kindIds, figure) }
}

/** A report whose figures may be put together with others: nothing unknown, nothing negative, no contradiction. */
function isSound({ total, parts }: Composition): boolean {
  let sum = 0
  for (const id of Object.keys(parts)) {
    const figure = parts[id] ?? null
    if (figure === null || figure < 0) return false
    sum += figure
  }
  return total === sum
}

function compose(
  members: readonly ReportFigures[],
  compositionOf: (report: ReportFigures) => Composition,
): ComposedYear {
  const parts: Record<string, number> = {}
  let [used, total] = [0, 0]
  for (const member of members) {
    const one = compositionOf(member)
    if (!isSound(one)) continue
    used += 1
    total += one.total ?? 0
    for (const id of Object.keys(one.parts)) parts[id] = (parts[id] ?? 0) + (one.parts[id] ?? 0)
  }
  const onForm = (version: FormVersion) => members.filter((one) => one.requests_form === version).length
  return {
    year: members[0]?.year ?? 0,
    aggregate: members[0]?.scope === 'aggregate',
    reports: members.length,
    used,
    total,
    parts,
    forms: { '2019': onForm('2019'), '2021': onForm('2021') },
  }
}

/** The reports with a requests table, of a year each: those of single bodies first, then its aggregate reports. */
const yearsTogether = onceFor((reports: readonly ReportFigures[]): readonly (readonly ReportFigures[])[] => {
  const usable = reports.filter((one) => counts(one) && one.year !== null && one.requests_form !== null)
  const groups = Map.groupBy(usable, (one) => 2 * (one.year ?? 0) + (one.scope === 'aggregate' ? 1 : 0))
  return [...groups].sort(([a], [b]) => a - b).map(([, members]) => members)
})

/** Puts the reports of each year together, single bodies and aggregate reports apart; sorted by year. */
export const composeYears = (
  reports: readonly ReportFigures[],
  compositionOf: (report: ReportFigures) => Composition,
): ComposedYear[] => yearsTogether(reports).map((members) => compose(members, compositionOf))

/** Figures by the names of parts; a list of pairs for each of so many reports would take longer. */
function partsOf(ids: readonly string[], figure: (id: string) => number | null): Composition['parts'] {
  const parts: Record<string, number | null> = {}
  for (const id of ids) parts[id] = figure(id)
  return parts
}

/** Rows of the requests table as parts of their own sum, which the form does not print. */
export function rowsOf(report: ReportFigures, rows: readonly string[]): Composition {
  const parts = partsOf(rows, (row) => effectiveIn(report, 'requests', row, 'total'))
  return { total: sumKnown(Object.values(parts)), parts }
}

/** The requests that a report had before it: those concluded, and those carried into the next year. */
export function carriedOf(report: ReportFigures): Composition {
  const total = (row: string) => effectiveIn(report, 'requests', row, 'total')
  return {
    total: sumKnown([total('received'), total('carried_in')]),
    parts: { concluded: total('concluded'), carried_out: total('carried_out') },
  }
}

/** The results of one or several rows of the table of disputes, added up. */
export function disputesOf(report: ReportFigures, rows: readonly string[]): Composition {
  const sum = (column: string) => sumKnown(rows.map((row) => effectiveIn(report, 'disputes', row, column)))
  return { total: sum('total'), parts: partsOf(disputeIds, sum) }
}
