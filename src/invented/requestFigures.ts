import { type CellId, cellId } from '../model/cells.ts'
import { applicantColumns, type FormVersion } from '../model/form.ts'
import { resultRows } from '../model/requestsRows.ts'
import type { InventedAgency } from './agencies.ts'
import type { Random } from './random.ts'

/** The figures of an agency and year before anything is printed: every cell of the form has one. */
export type Figures = Map<CellId, number>

const applicants = applicantColumns.map((column) => column.id).filter((id) => id !== 'total')
/** Who asks: mostly natural persons, then companies; the others are rare. */
const applicantWeights = [86, 9, 0.3, 0.6, 2.2, 1.9]

/** How often each result is given, of a hundred requests; a form without a row gives its share to 其他. */
const resultWeights: Readonly<Record<string, number>> = {
  granted: 33,
  partial: 7,
  refused_state_secret: 0.3,
  refused_prohibited_by_law: 1.2,
  refused_security_stability: 0.4,
  refused_third_party: 1.4,
  refused_internal: 1.8,
  refused_deliberative: 1.2,
  refused_enforcement_file: 2.2,
  refused_inquiry: 2.6,
  unavailable_not_held: 27,
  unavailable_needs_creation: 3,
  unavailable_unclear: 2.2,
  unprocessed_petition: 3.4,
  unprocessed_duplicate: 2.4,
  unprocessed_publication: 0.2,
  unprocessed_excessive: 0.6,
  unprocessed_reconfirm: 0.6,
  other_not_corrected: 2.6,
  other_fee_unpaid: 0.2,
  other_other: 5.5,
  other: 8.3,
}

/** The new requests of one year, by kind of applicant. A stream of its own, so that other years can ask for it. */
function received(agency: InventedAgency, year: number, own: Random): number[] {
  const random = own.derive('received', year)
  if (!random.chance(agency.activity)) return applicants.map(() => 0)
  const trend = 1 + (year - 2019) * 0.04
  const count = Math.max(1, Math.round(agency.requests * trend * (0.5 + random.next() + random.next() * 0.3)))
  return random.divide(count, applicantWeights)
}

/** What is left over for the next year: a few of the new ones, so that it never exceeds what there is. */
function carriedOut(agency: InventedAgency, year: number, own: Random): number[] {
  const random = own.derive('carried', year)
  return received(agency, year, own).map((count) => {
    const share = Math.floor(count * random.next() * 0.12)
    return count > 0 && share === 0 && random.chance(0.12) ? 1 : share
  })
}

/**
 * The requests of an agency and year on a form. Every identity of the form holds, and what is carried in is what
 * the year before carried out, in every column.
 *
 * @param own the agency's stream
 */
export function requestFigures(
  agency: InventedAgency,
  year: number,
  version: FormVersion,
  own: Random,
): Figures {
  const random = own.derive('results', year)
  const rows = resultRows(version).map((row) => row.id)
  const figures: Figures = new Map()
  const put = (row: string, values: readonly number[]) => {
    for (const [i, id] of applicants.entries()) figures.set(cellId('requests', row, id), values[i] as number)
    figures.set(cellId('requests', row, 'total'), sum(values))
  }
  const incoming = received(agency, year, own)
  const before = carriedOut(agency, year - 1, own)
  const after = carriedOut(agency, year, own)
  const concluded = incoming.map((count, i) => count + (before[i] as number) - (after[i] as number))
  const bent = rows.map((row) => (resultWeights[row] ?? 0) * (0.3 + 1.4 * random.next()))
  const results = concluded.map((count) => random.divide(count, bent))
  put('received', incoming)
  put('carried_in', before)
  for (const [r, row] of rows.entries())
    put(
      row,
      results.map((column) => column[r] as number),
    )
  put('concluded', concluded)
  put('carried_out', after)
  return figures
}

/** The disputes of an agency and year: a few for every hundred requests, most of them upheld. */
export function disputeFigures(requests: Figures, year: number, own: Random): Figures {
  const random = own.derive('disputes', year)
  const concluded = requests.get('requests.concluded.total') ?? 0
  const figures: Figures = new Map()
  for (const [row, rate] of [
    ['review', 0.06],
    ['suit_direct', 0.012],
    ['suit_after_review', 0.015],
  ] as const) {
    const expected = concluded * rate * (0.2 + 1.6 * random.next())
    const count = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0)
    const parts = random.divide(count, [62, 14, 13, 11])
    for (const [i, outcome] of ['upheld', 'overturned', 'other', 'pending'].entries())
      figures.set(cellId('disputes', row, outcome), parts[i] as number)
    figures.set(cellId('disputes', row, 'total'), count)
  }
  return figures
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)
