import type { FormVersion } from '../model/form.ts'
import type { InventedAgency } from './agencies.ts'
import type { Random } from './random.ts'
import type { Figures } from './requestFigures.ts'

/** Documents of one kind: what a year made and repealed, and how many are in force at its end. */
interface Stock {
  readonly made: number
  readonly repealed: number
  readonly inForce: number
}

const firstYear = 2018

/** Documents are counted from one year to the next, so that 现行有效 follows from the year before. */
function stock(yearly: number, start: number, year: number, own: Random): Stock {
  let inForce = start
  let last: Stock = { made: 0, repealed: 0, inForce }
  for (let y = firstYear; y <= year; y += 1) {
    const random = own.derive(y)
    const made = Math.floor(yearly * 2 * random.next() + 0.25)
    const repealed = Math.min(inForce, Math.floor(yearly * 1.8 * random.next() * random.next()))
    inForce += made - repealed
    last = { made, repealed, inForce }
  }
  return last
}

/** The number of items at the end of a year, which grows and shrinks by a few. */
function items(start: number, year: number, own: Random): { before: number; change: number } {
  let before = start
  let change = 0
  for (let y = firstYear; y <= year; y += 1) {
    const random = own.derive(y)
    before += change
    change = start === 0 || random.chance(0.6) ? 0 : random.integer(-Math.min(before, 6), 9)
  }
  return { before, change }
}

/** Yuan with now and then a fraction, in 万元 with at most six decimals. */
function amount(scale: number, random: Random): number {
  const yuan = random.longTail(scale * 10_000)
  const rounded = random.chance(0.4) ? Math.round(yuan / 1000) * 1000 : yuan
  const fen = random.chance(0.15) ? random.integer(1, 99) : 0
  return Number(((rounded * 100 + fen) / 1_000_000).toFixed(6))
}

/** Rules are for provinces and large cities alone (立法法); a few others print some by mistake, planted elsewhere. */
const makesRules = (agency: InventedAgency): boolean =>
  (agency.level === 'province' || agency.level === 'prefecture') && agency.type === 'government'

/** The proactive disclosure of an agency and year on a form; years fit each other. */
export function disclosureFigures(
  agency: InventedAgency,
  year: number,
  version: FormVersion,
  own: Random,
): Figures {
  const random = own.derive('disclosure', year)
  const traits = own.derive('traits')
  const figures: Figures = new Map()
  const put = (row: string, column: string, value: number) =>
    figures.set(`disclosure.${row}.${column}`, value)
  const rules = makesRules(agency) ? stock(3, traits.integer(15, 90), year, own.derive('rules')) : none
  const documented = agency.level !== 'township' ? traits.chance(0.6) : traits.chance(0.15)
  const norms = documented
    ? stock(Math.min(12, agency.requests / 3 + 1), traits.integer(1, 60), year, own.derive('norms'))
    : none
  for (const [row, { made, repealed, inForce }] of [
    ['regulations', rules],
    ['normative_documents', norms],
  ] as const) {
    put(row, version === '2021' ? 'issued' : 'made', made)
    put(row, version === '2021' ? 'repealed' : 'published', version === '2021' ? repealed : made)
    put(row, version === '2021' ? 'in_force' : 'total_public', inForce)
  }
  const decided = (share: number) =>
    agency.decisions > 0 && random.chance(0.9) ? random.longTail(agency.decisions * share) : 0
  const decisions = { licences: decided(1), penalties: decided(0.3), coercive_measures: decided(0.02) }
  for (const [row, count] of Object.entries(decisions)) {
    put(row, 'decisions', row === 'coercive_measures' && count === 1 ? 0 : count)
    if (version === '2019') putItems(put, row, year, own, agency.decisions > 0 ? 25 : 0)
  }
  const charges = agency.decisions > 0 && traits.chance(0.3)
  if (version === '2021') put('fees', 'amount', charges ? amount(agency.decisions * 0.2, random) : 0)
  else {
    putItems(put, 'fees', year, own, charges ? 4 : 0)
    put('other_services', 'decisions', traits.chance(0.2) ? random.longTail(30) : 0)
    putItems(put, 'other_services', year, own, traits.chance(0.3) ? 12 : 0)
    const buys = traits.chance(0.4)
    put('procurement', 'projects', buys ? random.longTail(3) : 0)
    put('procurement', 'amount', buys ? amount(40, random) : 0)
  }
  return figures
}

const none: Stock = { made: 0, repealed: 0, inForce: 0 }

function putItems(
  put: (row: string, column: string, value: number) => void,
  row: string,
  year: number,
  own: Random,
  scale: number,
): void {
  const random = own.derive('items', row)
  const start = scale === 0 ? 0 : random.longTail(scale)
  const { before, change } = items(start, year, random)
  put(row, 'items_previous', before)
  put(row, 'items_change', change)
}
