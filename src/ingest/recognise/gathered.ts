import { type CellId, cellsOfForm, formCell } from '../../model/cells.ts'
import { type Document, isParagraph } from '../../model/document.ts'
import { type FormVersion, formVersions, type TableId, tableIds } from '../../model/form.ts'
import { type Finding, finding } from '../../model/issue.ts'
import { mapped } from '../../model/list.ts'
import { formatLocator } from '../../model/locator.ts'
import { type DisclosureRow, disclosureForm, readDisclosure } from './disclosure.ts'
import { type DisputesRow, disputesRows, readDisputes } from './disputes.ts'
import { type Draft, type PrintedCell, TableDraft, tableWords } from './draft.ts'
import { divideTables, mainTable } from './instances.ts'
import { type RequestsRow, readRequests, requestsForm } from './requests.ts'

/** A row and where it was found: the block of the document, and whether nothing marks where its cells end. */
interface Found<R> {
  readonly row: R
  readonly block: number
  readonly unmarked: boolean
}

/** All rows of the statutory tables of a document in reading order, before any is laid onto columns. */
export interface Gathered {
  readonly disclosure: readonly Found<DisclosureRow>[]
  readonly requests: readonly Found<RequestsRow>[]
  readonly disputes: readonly Found<DisputesRow>[]
  readonly left: readonly Finding[]
  /** Findings about whole rows or columns; `cells` holds `table.row`, `table.*.column` or, of all counts, `table.*.*`. */
  readonly aboutRows: readonly Finding[]
}
type AnyRow = DisclosureRow | RequestsRow | DisputesRow

/** Reads the tables that the report is about; those of its annexes are said to be there. */
export function readGathered(gathered: Gathered, document: Document): Draft {
  const drafts = {
    disclosure: new TableDraft('disclosure'),
    requests: new TableDraft('requests'),
    disputes: new TableDraft('disputes'),
  }
  const divided = {
    disclosure: divide(gathered.disclosure),
    requests: divide(gathered.requests),
    // The table has one row: figures that come again are those of another.
    disputes: divide(gathered.disputes, 0),
  }
  const end = startOfAnnexes(Object.values(divided), document)
  const tables = {
    disclosure: cutAt(divided.disclosure, end),
    requests: cutAt(divided.requests, end),
    disputes: cutAt(divided.disputes, end),
  }
  const within = <R extends AnyRow>(parts: readonly (readonly Found<R>[])[]) =>
    mainTable(parts.filter((part) => (part[0]?.block ?? 0) < end))
  const main = {
    disclosure: within(tables.disclosure),
    requests: within(tables.requests),
    disputes: within(tables.disputes),
  }
  const rowsOf = <R>(found: readonly Found<R>[]): R[] => mapped(found, ({ row }) => row)
  const cells = [
    ...readDisclosure(drafts.disclosure, rowsOf(main.disclosure)),
    ...readRequests(drafts.requests, rowsOf(main.requests)),
    ...rowsOf(main.disputes).flatMap((row) => readDisputes(drafts.disputes, row)),
  ]
  const left = mapped(cells, ({ text, at }) =>
    finding('left_over', { found: text, locator: formatLocator(at) }),
  )
  for (const id of tableIds) {
    doubtUnmarked(drafts[id], main[id])
    for (const other of tables[id])
      if (other !== (main[id] as unknown))
        drafts[id].findings.push(
          ...otherTable(drafts[id], other, main[id], {
            isFirst: other === (tables[id][0] as unknown),
            annex: (other[0]?.block ?? 0) >= end ? openingAt(document, end) : null,
          }),
        )
  }
  const forms = formsOf(drafts, rowsOf(main.disclosure), rowsOf(main.requests))
  return complete(drafts, forms, [...left, ...gathered.left], gathered.aboutRows)
}

const nameOf = ({ row }: Found<AnyRow>): string => row.row ?? 'figures'
const usualOverlap = 2

/** The rows as tables; those of a block that repeats what came before are of another table from its first row on. */
function divide<R extends AnyRow>(rows: readonly Found<R>[], overlap = usualOverlap): Found<R>[][] {
  // Nearly always every row is there once: one table.
  if (rows.length > 0 && new Set(mapped(rows, nameOf)).size === rows.length) return [[...rows]]
  const parts: Found<R>[][] = []
  let seen = new Set<string>()
  for (const block of Map.groupBy(rows, (row) => row.block).values()) {
    const names = mapped(block, nameOf)
    const repeats = names.filter((name) => seen.has(name)).length > overlap
    if (repeats || parts.length === 0) {
      parts.push([])
      seen = new Set()
    }
    for (const row of block) parts.at(-1)?.push(row)
    for (const name of names) seen.add(name)
  }
  return parts.flatMap((part) => divideTables(part, nameOf, overlap))
}

/**
 * The block at which an annex begins: the first line that opens one, between the end of a table and the next
 * table of the same kind. Without such a line only a table of the same kind is known to belong to another report.
 */
function startOfAnnexes(
  kinds: readonly (readonly (readonly Found<AnyRow>[])[])[],
  document: Document,
): number {
  const starts = kinds.flatMap((parts) => {
    const [first, second] = parts
    const from = first?.at(-1)?.block
    const to = second?.[0]?.block
    if (from === undefined || to === undefined) return []
    const opening = document.blocks.findIndex(
      (block, i) => i > from && i < to && isParagraph(block) && opensAnnex.test(block.text.trim()),
    )
    return opening < 0 ? [] : [opening]
  })
  return Math.min(Number.POSITIVE_INFINITY, ...starts)
}

/** Tables of which none goes on behind the block at which an annex begins, as what is left of a damaged one seems to. */
const cutAt = <R extends AnyRow>(tables: readonly Found<R>[][], end: number): Found<R>[][] =>
  Number.isFinite(end)
    ? tables.flatMap((table) => {
        const before = table.filter(({ block }) => block < end)
        const behind = table.filter(({ block }) => block >= end)
        return [before, behind].filter((part) => part.length > 0)
      })
    : [...tables]

/** The words of the line that opens an annex or another report. */
const openingAt = (document: Document, block: number): string => {
  const opening = document.blocks[block]
  return opening && isParagraph(opening) ? opening.text.trim().slice(0, longestOpening) : ''
}
const longestOpening = 80
const opensAnnex = /^(附件|附表|附[:：\d])|^[一1]\s*、\s*(总体情况|概述)|政府信息公开(工作)?年度报告$/

const textOf = (rows: readonly Found<AnyRow>[]): string =>
  JSON.stringify(rows.map(({ row }) => [row.row, row.shape.values.map((cell) => cell.text)]))

/** Where another table stands, for messages: behind the line that opens the annex or the other report. */
const behind = (annex: string | null) => ({
  behind_zh: annex ? `在“${annex}”之后，` : '',
  behind_en: annex ? `, behind “${annex}”` : '',
})

/** Of so many of the rows alike, a table is a copy of another rather than that of another body. */
const copied = 0.8

/** The rows in which a table differs from one that it is else a copy of; none where it is not. */
function differingRows(other: readonly Found<AnyRow>[], main: readonly Found<AnyRow>[]): string[] {
  const texts = new Map(mapped(main, (one) => [nameOf(one), textOf([one])]))
  const differing = other.filter((one) => texts.get(nameOf(one)) !== textOf([one]))
  return main.length - differing.length >= main.length * copied ? mapped(differing, nameOf) : []
}

/**
 * Says that a table was passed over, unless it only repeats what was read. Where the first was, the one that was
 * read may be another body's: then its cells are named. So are those of the rows in which a copy differs, as where a
 * page has its tables once more for other screens: which of the two a reader sees is not known.
 */
function otherTable(
  draft: TableDraft,
  other: readonly Found<AnyRow>[],
  main: readonly Found<AnyRow>[],
  { isFirst, annex }: { readonly isFirst: boolean; readonly annex: string | null },
): Finding[] {
  if (textOf(other) === textOf(main)) return []
  const at = other[0]?.row.shape.values[0]?.at
  const differing = new Set(annex !== null ? [] : differingRows(other, main))
  const cells = draft.ids().filter((id) => isFirst || differing.has(formCell(id as CellId).row))
  const locator = at ? formatLocator(at) : ''
  return [
    finding('table_repeated', {
      cells,
      locator,
      found: annex ?? '',
      params: { ...tableWords(draft.id), ...behind(annex) },
    }),
  ]
}

function doubtUnmarked(draft: TableDraft, rows: readonly Found<AnyRow>[]): void {
  const unmarked = rows.filter((one) => one.unmarked)
  const names = unmarked.flatMap(({ row }) => (row.row === null ? disputesRows : [row.row]))
  draft.doubt(new Set(names))
}

/** The form that each table follows; null for a table that was not found. */
function formsOf(
  drafts: Readonly<Record<TableId, TableDraft>>,
  disclosureRows: readonly DisclosureRow[],
  requestsRows: readonly RequestsRow[],
): Record<TableId, FormVersion | null> {
  const ofRequests = requestsForm(requestsRows)
  const ofDisclosure = disclosureForm(drafts.disclosure, disclosureRows)
  return {
    disclosure: drafts.disclosure.isEmpty ? null : settle(drafts.disclosure, ofDisclosure, ofRequests),
    requests: drafts.requests.isEmpty ? null : settle(drafts.requests, ofRequests, ofDisclosure),
    disputes: drafts.disputes.isEmpty ? null : '2021',
  }
}

/** The cells of each table in either form. */
const cellsOfForms = new Map(
  tableIds.map((id) => [id, [...new Set(formVersions.flatMap((version) => cellsOfForm(id, version)))]]),
)

/** A table that does not say its own form takes that of the other table, and its cells are said to be unsure. */
function settle(draft: TableDraft, own: FormVersion | null, other: FormVersion | null): FormVersion {
  if (own) return own
  const assumed = other ?? '2021'
  const cells = [...(cellsOfForms.get(draft.id) as readonly CellId[])]
  draft.findings.push(finding('form_assumed', { cells, expected: assumed, params: tableWords(draft.id) }))
  return assumed
}

function complete(
  drafts: Readonly<Record<TableId, TableDraft>>,
  forms: Readonly<Record<TableId, FormVersion | null>>,
  left: readonly Finding[],
  aboutRows: readonly Finding[],
): Draft {
  const found = tableIds.filter((id) => forms[id] !== null)
  const cells: PrintedCell[] = []
  for (const id of found) for (const cell of drafts[id].complete(forms[id] as FormVersion)) cells.push(cell)
  const missing = tableIds.filter((id) => forms[id] === null)
  return {
    forms,
    cells,
    findings: [
      ...mapped(missing, (id) => finding('table_missing', { params: tableWords(id) })),
      ...tableIds.flatMap((id) => drafts[id].findings),
      ...mapped(aboutRows, (one) => ofRows(one, cells)).filter(saysSomething),
      ...(found.length ? left : []),
    ],
  }
}

/**
 * A finding about a row, `table.row`, a column, `table.*.column`, or all counts of a table, `table.*.*`, as one about
 * its cells.
 */
const ofRows = (one: Finding, cells: readonly PrintedCell[]): Finding => {
  const names = one.cells.map((name) => name.split('.'))
  const isNamed = (id: CellId) => {
    const cell = formCell(id)
    return names.some(
      ([table, row, column]) =>
        table === cell.table &&
        (row === '*' ? column === '*' || column === cell.column : row === cell.row) &&
        // An amount under 单位：万 is in 万元 all the same.
        (one.code !== 'unit_multiple' || cell.unit !== '万元'),
    )
  }
  return { ...one, cells: mapped(cells, (cell) => cell.cell_id).filter((id) => isNamed(id as CellId)) }
}

/** That counts are in multiples says nothing where the rows it is about have none. */
const saysSomething = ({ code, cells }: Finding): boolean => code !== 'unit_multiple' || cells.length > 0
