import { printable } from '../dataset/printable.ts'
import type { FileReading, ReadReport } from '../dataset/report.ts'
import { candidatesInWords } from '../identity/locate.ts'
import { noRegistry } from '../identity/registry/registry.ts'
import { type Settled, settleAlone } from '../identity/settle.ts'
import type { CellId } from '../model/cells.ts'
import { form, type TableId, tableIds } from '../model/form.ts'
import { severities } from '../model/issue.ts'
import { evidenceLines } from './evidence.ts'
import { type InspectedIssue, issuesOf } from './issues.ts'
import type { Paint } from './paint.ts'
import { statedLines } from './stated.ts'
import { legend, printedLines, tableLines } from './tables.ts'
import { padEnd } from './width.ts'

/** The whole reading of a file, for a person at a terminal. */
export function showReading(reading: FileReading, paint: Paint, registry = noRegistry): string[] {
  const { source, report } = reading
  const issues = issuesOf(reading, registry)
  const leftOver = issues.filter((issue) => issue.code === 'left_over')
  return [
    paint('title', printable(source.path)),
    ...sourceLines(reading),
    ...(report
      ? [
          ...reportLines(report, settleAlone(report, registry)),
          '',
          ...reportTables(report, paint),
          ...statedLines(report.stated),
        ]
      : []),
    ...issueLines(
      issues.filter((issue) => issue.code !== 'left_over'),
      paint,
    ),
    ...leftOverLines(leftOver, paint),
  ]
}

/** The files of an archive and what each is, before each is shown. */
export function showMembers(readings: readonly FileReading[]): string[] {
  return [
    `${readings.length} files in the archive:`,
    ...readings.map(
      ({ source, report }) =>
        `  ${printable(source.path)}  ${source.format}  ${report?.status ?? 'no report'}`,
    ),
  ]
}

const fact = (name: string, value: string): string => `  ${padEnd(name, 10)} ${printable(value)}`

function sourceLines({ source, charset }: FileReading): string[] {
  const { format, bytes, sha256, url, retrieved_on, note } = source
  return [
    fact('format', [format, charset].filter(Boolean).join(', ')),
    fact('size', `${bytes} bytes`),
    ...(sha256 ? [fact('sha256', sha256)] : []),
    ...(url ? [fact('url', `${url} ${retrieved_on && `(retrieved on ${retrieved_on})`}`)] : []),
    ...(note ? [fact('note', note)] : []),
  ]
}

function reportLines(report: ReadReport, agency: Settled): string[] {
  return [
    fact('title', report.title || '(none)'),
    fact(
      'agency',
      report.agency_name ? `${report.agency_name} (${agency.level}, ${agency.type})` : '(unknown)',
    ),
    fact('agency id', agency.agency_id + (agency.row ? ' (in agencies.csv)' : '')),
    fact('division', divisionWords(agency)),
    fact('year', report.year === null ? '(unknown)' : String(report.year)),
    fact('scope', report.scope),
    ...(report.published_on ? [fact('published', report.published_on)] : []),
    fact('status', report.status),
    ...evidenceLines(report.evidence),
  ]
}

/** Where the agency is, and what told it besides its name. */
function divisionWords({ division_code, chain, candidates, told }: Settled): string {
  const by = told.map(({ kind, words }) => `${kind} “${words}”`).join(', ')
  if (division_code) return `${division_code} ${Object.values(chain).join('')}${by ? `, by ${by}` : ''}`
  return candidates.length > 1
    ? `one of ${candidates.length}: ${candidatesInWords(candidates)}`
    : '(not known)'
}

/** The form of each table as far as it was found; the form of the third is the same in both versions. */
const formOf = (report: ReadReport, table: TableId) =>
  table === 'disclosure' ? report.disclosure_form : report.requests_form

function reportTables(report: ReadReport, paint: Paint): string[] {
  const cells = new Map(report.cells.map((cell) => [cell.cell_id as CellId, cell]))
  const lines = tableIds.flatMap((id) => {
    const ofTable = report.cells.filter((cell) => cell.cell_id.startsWith(`${id}.`))
    const { zh, en } = form[id]
    const version = formOf(report, id) ?? '2021'
    if (ofTable.length === 0) return [paint('missing', `${zh} · ${en}: not found`), '']
    const head = paint('title', `${zh} · ${en}${id === 'disputes' ? '' : ` · form of ${version}`}`)
    return [head, ...tableLines(form[id], version, cells, paint), ...printedLines(ofTable), '']
  })
  return [...lines, paint('aside', legend), '']
}

function issueLines(issues: readonly InspectedIssue[], paint: Paint): string[] {
  if (issues.length === 0) return ['no issues']
  return severities.flatMap((severity) => {
    const ofSeverity = issues.filter((issue) => issue.severity === severity)
    if (ofSeverity.length === 0) return []
    return [paint(severity, `${severity}: ${ofSeverity.length}`), ...ofSeverity.map(issueLine)]
  })
}

/** Messages that do not name the place themselves get it in front. */
function issueLine({ code, locator, message_en }: InspectedIssue): string {
  const place = locator && !message_en.includes(locator) ? `${locator}: ` : ''
  return `  ${code}  ${place}${printable(message_en)}`
}

function leftOverLines(issues: readonly InspectedIssue[], paint: Paint): string[] {
  if (issues.length === 0) return []
  return [
    paint('warning', `left over: ${issues.length}`),
    ...issues.map(({ locator, found }) => `  ${locator}: ${printable(found)}`),
  ]
}
