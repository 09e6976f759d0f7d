import { withEffectiveValues } from '../checks/effective.ts'
import { checkReport } from '../checks/report.ts'
import { sketchOf, writeSketch } from '../checks/sketch.ts'
import type { Evidence } from '../identity/evidence.ts'
import { type Identity, identify } from '../identity/identify.ts'
import { sha256 } from '../ingest/discover.ts'
import { type ReportText, reportText } from '../ingest/prose/sections.ts'
import { countsStatedIn } from '../ingest/prose/statedCounts.ts'
import { readDocument } from '../ingest/read.ts'
import type { Draft } from '../ingest/recognise/draft.ts'
import { recognise } from '../ingest/recognise/recognise.ts'
import { type Subtotal, subtotalsOf } from '../ingest/recognise/subtotals.ts'
import { simplifiedDocument } from '../ingest/simplified.ts'
import { noNote, type SourceNote, saidOfSource } from '../ingest/sources.ts'
import type { Document } from '../model/document.ts'
import { tableIds } from '../model/form.ts'
import { type Finding, finding } from '../model/issue.ts'
import type { Report, Source, Status } from '../model/report.ts'
import type { CellValue } from '../model/values.ts'

/**
 * A report before it is seen beside all others: no ids yet, findings instead of issues; level and division as far as
 * its name and `sources.csv` say.
 */
export type ReadReport = Omit<Report, 'report_id' | 'agency_id' | 'issues' | 'evidence' | 'superseded_by'> & {
  readonly findings: readonly Finding[]
  /** What its agency and its year were told by, and what tells where it is. */
  readonly evidence: readonly Evidence[]
  /** Whether `sources.csv` names it as the one that counts. */
  readonly stated_to_count: boolean
}

/** All that one file gives. Depends on the file and its line in `sources.csv` alone. */
export interface FileReading {
  readonly source: Source
  /** Of a file that is text: the character set it was found to be in. */
  readonly charset?: string
  /** Null when the file is not a report that anything can be said of; `findings` say why. */
  readonly report: ReadReport | null
  readonly document: Document | null
  readonly findings: readonly Finding[]
}

/** Reads, recognises, identifies and checks one file. Never throws for what a file contains. */
export async function readReport(
  path: string,
  bytes: Uint8Array,
  note: SourceNote = noNote,
): Promise<FileReading> {
  const hash = sha256(bytes)
  const reading = await readDocument(bytes)
  const source: Source = {
    path,
    format: reading.format,
    bytes: bytes.length,
    sha256: hash,
    ...saidOfSource(note),
  }
  if ('problem' in reading) return { source, report: null, document: null, findings: [reading.problem] }
  const { document, charset } = reading
  const ofText = charset === undefined ? {} : { charset }
  const draft = recognise(document)
  const identity = identify(simplifiedDocument(document), note.override, { path, url: note.url })
  if (draft.cells.length === 0 && (identity.name === '' || identity.year === null || isUncertain(identity))) {
    return {
      source,
      ...ofText,
      report: null,
      document,
      findings: [finding('no_report'), ...(document.findings ?? [])],
    }
  }
  return {
    source,
    ...ofText,
    report: { ...assembleReport(source, document, draft, identity), stated_to_count: note.counts },
    document,
    findings: [],
  }
}

/** Neither a path nor a date makes a page that names some body into a report. */
const isUncertain = ({ findings }: Identity): boolean =>
  findings.some((one) => one.code === 'year_uncertain' || one.code === 'agency_uncertain')

function assembleReport(
  source: Source,
  document: Document,
  draft: Draft,
  identity: Identity,
): Omit<ReadReport, 'stated_to_count'> {
  const cells = withEffectiveValues(draft.cells, draft.forms.requests)
  const text = reportText(document)
  const report = {
    agency_name: identity.name,
    agency_type: identity.type,
    agency_level: identity.level,
    division_code: identity.division_code,
    year: identity.year,
    title: identity.title,
    scope: identity.scope,
    disclosure_form: draft.forms.disclosure,
    requests_form: draft.forms.requests,
    status: statusOf(draft, cells),
    published_on: identity.published_on,
    source,
    cells,
    stated: countsStatedIn(text, identity.year),
    text_sketch: writeSketch(sketchOf(prose(text))),
  }
  const subtotals = subtotalsOf(document)
  const reading = draft.findings.filter((one) => !isOfSubtotals(one, subtotals))
  const { tested, findings } = checkReport(report, reading, subtotals)
  return {
    ...report,
    tested,
    evidence: identity.evidence,
    findings: [
      ...(document.findings ?? []),
      ...identity.findings,
      ...formFindings(draft, identity.year),
      ...reading,
      ...findings,
    ],
  }
}

/** Figures of subtotals are left over by the form, but they are checked. */
const isOfSubtotals = ({ code, locator }: Finding, subtotals: readonly Subtotal[]): boolean =>
  code === 'left_over' && subtotals.some((one) => one.locators.includes(locator))

/** The running text of the sections; what stands before the first is mostly of the site. */
export const prose = ({ sections }: ReportText): string[] =>
  sections.flatMap(({ paragraphs }) => paragraphs.map((paragraph) => paragraph.text))

/** `complete` when all three tables were found and every row of their form was read. */
function statusOf(draft: Draft, cells: readonly CellValue[]): Status {
  if (cells.length === 0) return 'unreadable'
  const lost = draft.findings.some((one) => one.code === 'row_unreadable')
  const found = tableIds.every((id) => draft.forms[id] !== null)
  const whole = found && !lost && cells.every((cell) => cell.kind !== 'missing')
  return whole ? 'complete' : 'partial'
}

/** The 2021 form is for the reports for 2021 and after; an older form there is worth knowing, and no error. */
function formFindings(draft: Draft, year: number | null): Finding[] {
  const old = draft.forms.requests === '2019' || draft.forms.disclosure === '2019'
  if (!old || year === null || year < 2021) return []
  return [finding('form_superseded', { expected: '2019', found: String(year) })]
}
