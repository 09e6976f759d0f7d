import type { Bilingual } from '../i18n/locale.ts'
import { type CellId, cellId } from '../model/cells.ts'
import { applicantColumns, type FormVersion, form, formVersions, resultGroups } from '../model/form.ts'
import { resultRows } from '../model/requestsRows.ts'
import { disputeKinds } from '../model/stated.ts'

/** Cells that are added and taken off. */
export interface Definition extends Bilingual {
  readonly plus: readonly CellId[]
  readonly minus: readonly CellId[]
}

/** What a count of the prose may mean in the tables: as its words say, then by other definitions in use. */
export interface Meaning {
  /** Any of these is what the words say. */
  readonly own: readonly Definition[]
  readonly others: readonly Definition[]
}

const define = (
  zh: string,
  en: string,
  plus: readonly CellId[],
  minus: readonly CellId[] = [],
): Definition => ({
  zh,
  en,
  plus,
  minus,
})
const total = (row: string, column = 'total') => cellId('requests', row, column)
const [received, carriedIn, concluded, carriedOut] = [
  'received',
  'carried_in',
  'concluded',
  'carried_out',
].map((row) => total(row)) as [CellId, CellId, CellId, CellId]

const asNew = define('本年新收', 'new requests', [received])
const asConcluded = define('本年办理总计', 'requests concluded', [concluded])
const withCarriedIn = define('本年新收＋上年结转', 'new + carried in', [received, carriedIn])
const withoutPending = define('本年新收－结转下年度', 'new − carried out', [received], [carriedOut])
const allWithoutPending = define(
  '本年新收＋上年结转－结转下年度',
  'new + carried in − carried out',
  [received, carriedIn],
  [carriedOut],
)
const asCarriedIn = define('上年结转', 'carried in', [carriedIn])
const asCarriedOut = define('结转下年度', 'carried out', [carriedOut])

const groupOf = (version: FormVersion, group: string): CellId[] =>
  resultRows(version)
    .filter((row) => row.group === group || row.id === group)
    .map((row) => total(row.id))

const concludedOfNew = define('办理总计－上年结转', 'concluded − carried in', [concluded], [carriedIn])
const flow: Readonly<Record<string, Meaning>> = {
  received: { own: [asNew], others: [withCarriedIn, asConcluded, withoutPending, allWithoutPending] },
  handled: { own: [asConcluded, asNew], others: [withCarriedIn, withoutPending, allWithoutPending] },
  unspecified: { own: [asNew, asConcluded], others: [withCarriedIn, withoutPending, allWithoutPending] },
  carried_in: { own: [asCarriedIn], others: [] },
  carried_out: { own: [asCarriedOut], others: [] },
}

/** Answered, where what was not processed and what was otherwise handled is no answer. */
function concludedMeaning(version: FormVersion): Meaning {
  const noAnswer = ['unprocessed', 'other'].flatMap((group) => groupOf(version, group))
  const answered = define(
    '办理总计－不予处理－其他处理',
    'concluded − not processed − otherwise handled',
    [concluded],
    noAnswer,
  )
  return {
    own: [asConcluded],
    others: [asNew, withCarriedIn, withoutPending, allWithoutPending, concludedOfNew, answered],
  }
}

/** Results by their rows and groups; prose often takes several together. */
function resultMeanings(version: FormVersion): [string, Meaning][] {
  const rows = resultRows(version).map((row): [string, Meaning] => [
    row.id,
    { own: [define(`“${row.zh}”`, `“${row.en}”`, [total(row.id)])], others: [] },
  ])
  const groups = resultGroups.map((group): [string, Meaning] => [
    group.id,
    { own: [define(`“${group.zh}”各项`, `“${group.en}”, all rows`, groupOf(version, group.id))], others: [] },
  ])
  const [refused, unavailable] = ['refused', 'unavailable'].map((group) => groupOf(version, group)) as [
    CellId[],
    CellId[],
  ]
  const wider: Readonly<Record<string, readonly Definition[]>> = {
    granted: [
      define('予以公开＋部分公开', 'disclosed in full + in part', [total('granted'), total('partial')]),
    ],
    refused: [define('不予公开＋无法提供', 'refused + unable to provide', [...refused, ...unavailable])],
    unavailable: [define('不掌握相关政府信息', 'information not held', [total('unavailable_not_held')])],
  }
  return [...rows, ...groups].map(([id, meaning]) => [id, { ...meaning, others: wider[id] ?? [] }])
}

const applicantMeanings = applicantColumns
  .filter((column) => column.id !== 'total')
  .map(({ id, zh, en }): [string, Meaning] => [
    `applicant_${id}`,
    {
      own: [define(`${zh}的本年新收`, `new requests, ${en.toLowerCase()}`, [total('received', id)])],
      others: [
        define(`${zh}的本年新收＋上年结转`, `new + carried in, ${en.toLowerCase()}`, [
          total('received', id),
          total('carried_in', id),
        ]),
        define(`${zh}的办理总计`, `concluded, ${en.toLowerCase()}`, [total('concluded', id)]),
      ],
    },
  ])

const disputeForm = form.disputes.forms['2021'][0]
const disputeRows = disputeForm?.rows ?? []
const rowsOfKind = (kind: string) =>
  disputeRows.filter((row) => row.id === kind || row.id.startsWith(`${kind}_`))

/** Reconsideration and litigation; the two ways to court are added up, or only one of them is meant. */
function disputeMeanings(): [string, Meaning][] {
  const meanings = new Map<string, Meaning>()
  const cells = (rows: typeof disputeRows, column: string) =>
    rows.map((row) => cellId('disputes', row.id, column))
  for (const kind of disputeKinds) {
    const rows = rowsOfKind(kind)
    const [zh, en] = kind === 'review' ? ['行政复议', 'reconsideration'] : ['行政诉讼', 'litigation']
    for (const column of disputeForm?.columns ?? []) {
      const label: [string, string] = [`${zh}“${column.zh}”`, `${en}, “${column.en}”`]
      const decided =
        column.id === 'total'
          ? [
              define(
                `${zh}总计－尚未审结`,
                `${en}, total − pending`,
                cells(rows, 'total'),
                cells(rows, 'pending'),
              ),
            ]
          : []
      const single =
        rows.length > 1
          ? rows.map((row) =>
              define(`“${row.zh}”的${column.zh}`, `“${row.en}”, ${column.en}`, cells([row], column.id)),
            )
          : []
      meanings.set(column.id === 'total' ? kind : `${kind}_${column.id}`, {
        own: [define(...label, cells(rows, column.id))],
        others: [...decided, ...single],
      })
    }
  }
  for (const row of rowsOfKind('suit')) {
    const own = define(`“${row.zh}”`, `“${row.en}”`, cells([row], 'total'))
    const decided = define(
      `“${row.zh}”总计－尚未审结`,
      `“${row.en}”, total − pending`,
      cells([row], 'total'),
      cells([row], 'pending'),
    )
    meanings.set(row.id, { own: [own], others: [decided] })
  }
  return [...meanings]
}

const meaningsOfForm = new Map(
  formVersions.map((version) => [
    version,
    new Map<string, Meaning>([
      ...Object.entries(flow),
      ['concluded', concludedMeaning(version)],
      ...resultMeanings(version),
      ...applicantMeanings,
      ...disputeMeanings(),
    ]),
  ]),
)

/** Where words add that what was carried in is among them. */
const includingCarriedIn: Meaning = { own: [withCarriedIn, asConcluded], others: [asNew, allWithoutPending] }

/** What a count of the prose may mean in the tables of a form; undefined where they do not hold it. */
export function meaningOf(
  counts: string,
  version: FormVersion,
  includesCarriedIn: boolean,
): Meaning | undefined {
  const meaning = meaningsOfForm.get(version)?.get(counts)
  return includesCarriedIn && meaning ? includingCarriedIn : meaning
}

/** The cells of a definition. */
export const cellsOf = ({ plus, minus }: Definition): readonly CellId[] => [...plus, ...minus]

/** The value of a definition; null where one of its cells is not known. */
export function figureOf({ plus, minus }: Definition, known: (id: CellId) => number | null): number | null {
  let value = 0
  for (const id of plus) {
    const one = known(id)
    if (one === null) return null
    value += one
  }
  for (const id of minus) {
    const one = known(id)
    if (one === null) return null
    value -= one
  }
  return value
}
