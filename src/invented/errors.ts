import { type CellId, cellId } from '../model/cells.ts'
import { applicantColumns } from '../model/form.ts'
import type { Random } from './random.ts'
import type { Figures } from './requestFigures.ts'
import type { ErrorKind, PlantedError, TrueCell } from './truth.ts'

/** How many of a thousand reports have each error. */
export const errorRates: Readonly<Record<ErrorKind, number>> = {
  row_total: 15,
  outcome_total: 10,
  flow: 15,
  dispute_total: 8,
  copied_year: 6,
  blank_totals: 8,
  blank_for_zero: 15,
  note_in_cell: 10,
  amount_with_yuan: 12,
  amount_in_yuan: 8,
  text_contradicts: 15,
}

/** Whether this report has an error of a kind; each kind is drawn from a stream of its own. */
export const drawsError = (kind: ErrorKind, random: Random): boolean =>
  random.derive('error', kind).chance(errorRates[kind] / 1000)

const parts = applicantColumns.map((column) => column.id).filter((id) => id !== 'total')
const add = (figures: Figures, id: CellId, by: number) => figures.set(id, (figures.get(id) ?? 0) + by)

/** An error in the figures: which cells it changes; null where it has nothing to change. */
type Mistake = (figures: Figures, random: Random) => PlantedError | null

const mistakes: Readonly<Record<'row_total' | 'outcome_total' | 'flow' | 'dispute_total', Mistake>> = {
  row_total: (figures, random) => {
    const rows = [...figures.keys()].filter((id) => /^requests\..*\.total$/.test(id))
    const id = random.pick(rows)
    add(figures, id, random.integer(1, 3))
    return { kind: 'row_total', cells: [id] }
  },
  // Both the part and the row's total are one too many, so that the row is right and the column is not.
  outcome_total: (figures, random) => {
    const ids = [
      cellId('requests', 'concluded', random.pick(parts)),
      cellId('requests', 'concluded', 'total'),
    ]
    for (const id of ids) add(figures, id, 1)
    return { kind: 'outcome_total', cells: ids }
  },
  flow: (figures, random) => {
    const row = random.pick(['carried_in', 'carried_out'])
    const ids = [cellId('requests', row, random.pick(parts)), cellId('requests', row, 'total')]
    for (const id of ids) add(figures, id, 1)
    return { kind: 'flow', cells: ids }
  },
  dispute_total: (figures, random) => {
    const id = cellId('disputes', random.pick(['review', 'suit_direct', 'suit_after_review']), 'total')
    add(figures, id, 1)
    return { kind: 'dispute_total', cells: [id] }
  },
}

/** Plants errors into figures, in place; returns what was planted. */
export function plantInFigures(figures: Figures, random: Random): PlantedError[] {
  return Object.entries(mistakes).flatMap(([kind, mistake]) => {
    if (!drawsError(kind as ErrorKind, random)) return []
    const planted = mistake(figures, random.derive('mistake', kind))
    return planted ? [planted] : []
  })
}

type Cells = Map<CellId, TrueCell>
/** An error in how figures are printed. */
type Misprint = (cells: Cells, random: Random) => readonly CellId[]

const number = (cell: TrueCell | undefined): cell is TrueCell & { value: number } =>
  cell?.kind === 'number' && cell.value !== null && cell.value !== 0
const amounts = (cells: Cells): CellId[] =>
  [...cells.keys()].filter((id) => /^disclosure\..*\.amount$/.test(id) && number(cells.get(id)))
const inYuan = (cell: TrueCell): number => Math.round((cell.value ?? 0) * 10_000)

const misprints: Readonly<Partial<Record<ErrorKind, Misprint>>> = {
  blank_totals: (cells) => {
    const ids = [...cells.keys()].filter((id) => /^requests\..*\.total$/.test(id))
    for (const id of ids) cells.set(id, { kind: 'blank', value: null, raw: '' })
    return ids
  },
  blank_for_zero: (cells, random) => {
    const zeros = [...cells].filter(([id, cell]) => cell.value === 0 && !id.endsWith('.total'))
    const ids = zeros.filter(() => random.chance(0.3)).map(([id]) => id)
    for (const id of ids) cells.set(id, { kind: 'blank', value: null, raw: '' })
    return ids
  },
  note_in_cell: (cells, random) => {
    const id = 'disclosure.normative_documents.in_force' as CellId
    const cell = cells.get(id)
    if (!number(cell)) return []
    const part = random.integer(1, cell.value)
    cells.set(id, { ...cell, raw: `${cell.raw}（其中修订${part}件）` })
    return [id]
  },
  amount_with_yuan: (cells) =>
    amounts(cells).map((id) => {
      const cell = cells.get(id) as TrueCell
      const yuan = inYuan(cell)
      cells.set(id, { ...cell, value: Number((yuan / 10_000).toFixed(4)), raw: `${yuan}元` })
      return id
    }),
  // Without a unit nothing says that it is yuan: what is printed is ten thousand times too much.
  amount_in_yuan: (cells) =>
    amounts(cells).map((id) => {
      const yuan = inYuan(cells.get(id) as TrueCell)
      cells.set(id, { kind: 'number', value: yuan, raw: String(yuan) })
      return id
    }),
}

/** Plants misprints into cells, in place; at most one kind of those that change an amount. */
export function plantInPrint(cells: Cells, random: Random): PlantedError[] {
  const planted: PlantedError[] = []
  for (const [kind, misprint] of Object.entries(misprints)) {
    if (!drawsError(kind as ErrorKind, random)) continue
    if (kind === 'amount_in_yuan' && planted.some((one) => one.kind === 'amount_with_yuan')) continue
    const ids = misprint(cells, random.derive('mistake', kind))
    if (ids.length) planted.push({ kind: kind as ErrorKind, cells: ids })
  }
  return planted
}
