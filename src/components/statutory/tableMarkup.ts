import { escapeXml } from '../../charts/svg.ts'
import { cellAnchor, sourceHref } from '../../i18n/addresses.ts'
import type { Locale } from '../../i18n/locale.ts'
import { type Place, placeOf } from '../../i18n/locators.ts'
import { cellWords } from '../../i18n/statutory.ts'
import type { CellId } from '../../model/cells.ts'
import { correctedCell } from '../../model/correction.ts'
import { type FormVersion, form, type TableId } from '../../model/form.ts'
import type { Report } from '../../model/report.ts'
import { areSameWords, cellsNotTaken } from '../../model/rowNotTaken.ts'
import type { CellValue } from '../../model/values.ts'
import { yearAnchor } from '../../site/pageAddress.ts'
import { onceFor } from '../../stats/once.ts'
import { correctionMarkup } from '../profile/correctionMarkup.ts'
import { type CellView, cellView, isReadNumber } from './cellView.ts'
import { type FormPart, formLayout } from './layout.ts'
import { isDoubtful, type Notes, notesOfCells } from './notes.ts'

// The tables are put together as text: a profile has some thousand of these cells, and a site a hundred million.
// What is the same in every table of a form is made once, with gaps for the cells and for the notes of a line.
// Of so many, each byte counts: HTML lets the end of a cell or line be left out, and the quotes of plain attributes.
// Parts are put in a list and joined at the end: texts put together one by one are a tree of which all is collected later.

/** What of a table differs from report to report. */
type Gap =
  | {
      readonly kind: 'cell'
      readonly id: CellId
      /** How many columns it takes. */
      readonly colspan: number
      readonly span: string
      /** The beginning of a cell with this id. */
      readonly start: string
      /** The beginning of a cell whose figure is as it is printed, up to the address it leads to. */
      readonly plain: string
    }
  | { readonly kind: 'margin'; readonly ids: readonly CellId[] }
type CellGap = Extract<Gap, { kind: 'cell' }>
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

function cellGap(id: CellId, colspan: number, year: number | null): Gap {
  const span = spans(colspan)
  const start = `<td id=${cellAnchor(year, id)}`
  return { kind: 'cell', id, colspan, span, start, plain: `${start}${span}><a href=` }
}

function bodyPart(line: readonly FormPart[], i: number, { locale, year }: Frame): Piece {
  const part = line[i] as FormPart
  if (part.kind === 'value') return cellGap(part.id, part.colspan, year)
  const scope = part.scope === 'none' ? '' : ` scope=${part.scope}`
  const looks = stays(line, i) ? `"${part.scope} stay"` : part.scope
  const size = spans(part.colspan, part.rowspan)
  return `<th${scope} class=${looks}${size}><span>${escapeXml(part.text[locale])}</span>`
}

const cellsOf = (line: readonly FormPart[]) =>
  line.flatMap((part) => (part.kind === 'value' ? [part.id] : []))

/** What the tables of a form that are the same but for their figures have in common. */
interface Frame {
  readonly table: TableId
  readonly version: FormVersion
  readonly year: number | null
  readonly locale: Locale
  /** Whether a column for the numbers of notes is there. */
  readonly margin: boolean
}

function framePieces(frame: Frame): Piece[] {
  const { table, version, locale, margin } = frame
  const { head, body } = formLayout(form[table], version)
  const marginHead = `<th class=margin scope=col rowspan=${head.length}><span class=visually-hidden>${escapeXml(cellWords.marginal[locale])}</span>`
  const headLines = head.map(
    (line, r) =>
      `<tr>${line.map((part) => headPart(part, locale)).join('')}${r === 0 && margin ? marginHead : ''}`,
  )
  const bodyLine = (line: readonly FormPart[]): Piece[] => [
    '<tr>',
    ...line.map((_, i) => bodyPart(line, i, frame)),
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
function frameOf(frame: Frame): readonly Piece[] {
  const { table, version, year, locale, margin } = frame
  const key = `${table} ${version} ${year} ${locale} ${margin}`
  const made = frames.get(key) ?? joined(framePieces(frame))
  frames.set(key, made)
  return made
}

/** A cell and where it stands in the source. */
interface PlacedCell {
  readonly cell: CellValue
  readonly place: Place
  /** What is printed, where nothing else is to be said of the cell but what notes say; undefined for all others. */
  readonly plain: string | undefined
  /** Whether it has words of its own; a cell of a row that fits no columns has those of the whole row. */
  readonly taken: boolean
  readonly corrected: boolean
}

function placedCell({ issues }: Report, cell: CellValue, notTaken: ReadonlySet<string>): PlacedCell {
  const { cell_id: id, locator, raw } = cell
  const corrected = correctedCell(issues, id) !== undefined
  const isPlain = isReadNumber(cell) && locator !== '' && !corrected
  const plain = isPlain ? escapeXml(raw) : undefined
  return { cell, place: placeOf(locator), plain, taken: !notTaken.has(id), corrected }
}

/** The cells of a report by id, for all its tables in all languages. */
const cellsOfReport = onceFor((report: Report) => {
  const notTaken = cellsNotTaken(report.issues)
  return new Map<string, PlacedCell>(
    report.cells.map((cell) => [cell.cell_id, placedCell(report, cell, notTaken)]),
  )
})

function cellMarkup(
  report: Report,
  { cell, place, taken }: PlacedCell,
  { start, span }: Pick<CellGap, 'start' | 'span'>,
  source: string,
  doubtful: boolean,
  locale: Locale,
): string {
  const view = cellView(report, cell, place, source, doubtful, locale, taken)
  const looks = view.classes && ` class="${view.classes}"`
  const href = view.href ? ` href=${view.href}` : ''
  const title = view.title && ` title="${escapeXml(view.title)}"`
  return `${start}${looks}${span}><a${href}${title}>${contentMarkup(view, locale)}</a>`
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

const isCell = (piece: Piece | undefined): piece is CellGap =>
  typeof piece === 'object' && piece.kind === 'cell'

/**
 * From a cell with the words of a row that fits no columns, all the cells beside it that hold the same words, unless one
 * of them is corrected: then each stands for itself.
 */
function rowNotTakenAt(
  pieces: readonly Piece[],
  from: number,
  cells: ReadonlyMap<string, PlacedCell>,
): CellGap[] {
  const at = (i: number) => {
    const piece = pieces[i]
    return isCell(piece) ? cells.get(piece.id) : undefined
  }
  const first = at(from)
  const isAlike = (other: PlacedCell | undefined) =>
    other?.taken === false && first?.taken === false && areSameWords(other.cell, first.cell)
  if (!isAlike(first)) return []
  let [begin, end] = [from, from + 1]
  while (isAlike(at(begin - 1))) begin -= 1
  while (isAlike(at(end))) end += 1
  for (let i = begin; i < end; i += 1) if (at(i)?.corrected) return []
  return pieces.slice(from, end) as CellGap[]
}

/** The words of a whole row once, over all its columns; its other cells are places there, for addresses that name them. */
function rowMarkup(
  [first, ...others]: readonly CellGap[],
  cell: PlacedCell,
  { report, source, locale }: { report: Report; source: string; locale: Locale },
): string {
  const { start, colspan } = first as CellGap
  const wide = { start, span: spans(others.reduce((sum, gap) => sum + gap.colspan, colspan)) }
  const places = others.map(({ id }) => `<span id=${cellAnchor(report.year, id)}></span>`)
  return cellMarkup(report, cell, wide, source, true, locale) + places.join('')
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
  const margin = hasNotes(notes, table, cells)
  const parts: string[] = []
  const pieces = frameOf({ table, version, year: report.year, locale, margin })
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i] as Piece
    if (typeof piece === 'string') parts.push(piece)
    else if (piece.kind === 'margin') parts.push(marginMarkup(report, notes, piece.ids, locale))
    else {
      const cell = cells.get(piece.id)
      // Nearly every cell is plain, and is written as it is.
      const row = cell?.plain === undefined ? rowNotTakenAt(pieces, i, cells) : []
      if (cell && row.length > 0) {
        parts.push(rowMarkup(row, cell, { report, source, locale }))
        i += row.length - 1
        continue
      }
      const doubtful = isDoubtful(notes, piece.id)
      if (!cell) parts.push(`<td${piece.span}>`)
      else if (cell.plain === undefined || doubtful)
        parts.push(cellMarkup(report, cell, piece, source, doubtful, locale))
      else parts.push(piece.plain, source, '#', cell.place.anchor, '>', cell.plain, '</a>')
    }
  }
  return parts.join('')
}

/** Whether an issue is about a cell of a table. */
function hasNotes({ ofCell }: Notes, table: TableId, cells: ReadonlyMap<string, PlacedCell>): boolean {
  for (const id of ofCell.keys()) if (id.startsWith(`${table}.`) && cells.has(id)) return true
  return false
}
