import { escapeXml } from '../../charts/svg.ts'
import { cellAnchor, sourceHref, yearAnchor } from '../../i18n/addresses.ts'
import type { Locale } from '../../i18n/locale.ts'
import { type Place, placeOf } from '../../i18n/locators.ts'
import { cellWords } from '../../i18n/statutory.ts'
import type { CellId } from '../../model/cells.ts'
import { type FormVersion, form, type TableId } from '../../model/form.ts'
import type { Report } from '../../model/report.ts'
import type { CellValue } from '../../model/values.ts'
import { onceFor } from '../../stats/once.ts'
import { correctionMarkup } from '../profile/correctionMarkup.ts'
import { type CellView, cellView } from './cellView.ts'
import { type FormPart, formLayout } from './layout.ts'
import { isDoubtful, type Notes, notesOfCells } from './notes.ts'

// The tables are put together as text: a profile has some thousand of these cells, and a site a hundred million.
// What is the same in every table of a form is made once, with gaps for the cells and for the notes of a line.
// Of so many, each byte counts: HTML lets the end of a cell or line be left out, and the quotes of plain attributes.

/** What of a table differs from report to report. */
type Gap =
  | { readonly kind: 'cell'; readonly id: CellId; readonly span: string }
  | { readonly kind: 'margin'; readonly ids: readonly CellId[] }
type Piece = string | Gap

const spans = (colspan: number, rowspan = 1) =>
  `${colspan > 1 ? ` colspan=${colspan}` : ''}${rowspan > 1 ? ` rowspan=${rowspan}` : ''}`

/** The label that names a line stays in sight while the rest scrolls: the narrowest one, next to the figures. */
const stays = (line: readonly FormPart[], i: number) =>
  line[i + 1]?.kind === 'value' && line[i]?.kind === 'label'

function headPart(part: FormPart, locale: Locale): string {
  if (part.kind === 'value') return ''
  const [size, text] = [spans(part.colspan, part.rowspan), escapeXml(part.text[locale])]
  return part.scope === 'none' ? `<td class=remark${size}>${text}` : `<th scope=${part.scope}${size}>${text}`
}

function bodyPart(line: readonly FormPart[], i: number, locale: Locale): Piece {
  const part = line[i] as FormPart
  if (part.kind === 'value') return { kind: 'cell', id: part.id, span: spans(part.colspan) }
  const scope = part.scope === 'none' ? '' : ` scope=${part.scope}`
  const looks = stays(line, i) ? `"${part.scope} stay"` : part.scope
  const size = spans(part.colspan, part.rowspan)
  return `<th${scope} class=${looks}${size}><span>${escapeXml(part.text[locale])}</span>`
}

const cellsOf = (line: readonly FormPart[]) =>
  line.flatMap((part) => (part.kind === 'value' ? [part.id] : []))

function framePieces(table: TableId, version: FormVersion, locale: Locale, margin: boolean): Piece[] {
  const { head, body } = formLayout(form[table], version)
  const marginHead = `<th class=margin scope=col rowspan=${head.length}><span class=visually-hidden>${escapeXml(cellWords.marginal[locale])}</span>`
  const headLines = head.map(
    (line, r) =>
      `<tr>${line.map((part) => headPart(part, locale)).join('')}${r === 0 && margin ? marginHead : ''}`,
  )
  const bodyLine = (line: readonly FormPart[]): Piece[] => [
    '<tr>',
    ...line.map((_, i) => bodyPart(line, i, locale)),
    ...(margin ? [{ kind: 'margin', ids: cellsOf(line) } as const] : []),
  ]
  return [
    head.length > 0 ? `<thead>${headLines.join('')}</thead>` : '',
    ...body.flatMap((lines) => ['<tbody>', ...lines.flatMap(bodyLine), '</tbody>']),
  ]
}

/** Pieces without a gap between them become one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') all[all.length - 1] = last + piece
    else all.push(piece)
  }
  return all
}

const frames = new Map<string, readonly Piece[]>()
function frameOf(table: TableId, version: FormVersion, locale: Locale, margin: boolean): readonly Piece[] {
  const key = `${table} ${version} ${locale} ${margin}`
  const made = frames.get(key) ?? joined(framePieces(table, version, locale, margin))
  frames.set(key, made)
  return made
}

/** A cell and where it stands in the source. */
interface PlacedCell {
  readonly cell: CellValue
  readonly place: Place
}

/** The cells of a report by id, for all its tables in all languages. */
const cellsOfReport = onceFor(
  (report: Report) =>
    new Map<string, PlacedCell>(
      report.cells.map((cell) => [cell.cell_id, { cell, place: placeOf(cell.locator) }]),
    ),
)

function cellMarkup(
  report: Report,
  { cell, place }: PlacedCell,
  span: string,
  source: string,
  doubtful: boolean,
  locale: Locale,
): string {
  const view = cellView(report, cell, place, source, doubtful, locale)
  const looks = view.classes && ` class="${view.classes}"`
  const href = view.href ? ` href=${view.href}` : ''
  const title = view.title && ` title="${escapeXml(view.title)}"`
  const id = cellAnchor(report.year, cell.cell_id)
  return `<td id=${id}${looks}${span}><a${href}${title}>${contentMarkup(view, locale)}</a>`
}

/** What is printed, and what stands beside it: nothing, for most. */
function contentMarkup({ raw, proved, corrected, remark }: CellView, locale: Locale): string {
  const printed = escapeXml(raw)
  if (!proved && !remark && corrected === undefined) return printed
  const parts = [
    printed,
    proved && `<i>${proved}</i>`,
    correctionMarkup(corrected, locale),
    remark && `<span class=visually-hidden>${escapeXml(remark)}</span>`,
  ]
  return parts.filter(Boolean).join(' ')
}

function marginMarkup(report: Report, notes: Notes, ids: readonly CellId[], locale: Locale): string {
  const links = notesOfCells(notes, ids).map(
    ({ number }) =>
      `<a href=#${yearAnchor(report.year)}-n${number} aria-label="${escapeXml(cellWords.note[locale](number))}">${number}</a>`,
  )
  return `<td class=margin>${links.join('')}`
}

/**
 * The head and body of a statutory table of one report, as markup: its labels and figures in the places in which the
 * form prints them, each figure leading to where it stands in the source, with the numbers of notes at the end of a
 * line. A column for these is there only when the table has any.
 */
export function tableMarkup(
  report: Report,
  table: TableId,
  version: FormVersion,
  notes: Notes,
  locale: Locale,
): string {
  const cells = cellsOfReport(report)
  const source = sourceHref(locale, report.report_id)
  let markup = ''
  for (const piece of frameOf(table, version, locale, hasNotes(notes, table, cells))) {
    if (typeof piece === 'string') markup += piece
    else if (piece.kind === 'margin') markup += marginMarkup(report, notes, piece.ids, locale)
    else {
      const cell = cells.get(piece.id)
      markup += cell
        ? cellMarkup(report, cell, piece.span, source, isDoubtful(notes, piece.id), locale)
        : `<td${piece.span}>`
    }
  }
  return markup
}

/** Whether an issue is about a cell of a table. */
function hasNotes({ ofCell }: Notes, table: TableId, cells: ReadonlyMap<string, PlacedCell>): boolean {
  for (const id of ofCell.keys()) if (id.startsWith(`${table}.`) && cells.has(id)) return true
  return false
}
