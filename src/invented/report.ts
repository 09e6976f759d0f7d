import type { CellId } from '../model/cells.ts'
import type { FormVersion } from '../model/form.ts'
import type { InventedCountry } from './agencies.ts'
import { disclosureFigures } from './disclosureFigures.ts'
import { drawsError, plantInFigures, plantInPrint } from './errors.ts'
import { printCells, printStyle } from './printing.ts'
import { writeProse } from './prose.ts'
import { Random } from './random.ts'
import { disputeFigures, type Figures, requestFigures } from './requestFigures.ts'
import type { InventedReport, PlantedError } from './truth.ts'

/** How reports are made. */
export interface InventOptions {
  /** Whether agencies make mistakes; without, every report balances. */
  readonly errors: boolean
}

/** Reports for 2019 and 2020 are on the form of 2019; later, fewer and fewer, and some with one table only. */
function formsOf(year: number, random: Random): InventedReport['forms'] {
  if (year <= 2020) return { disclosure: '2019', requests: '2019' }
  const late = random.chance({ 2021: 0.1, 2022: 0.03 }[year] ?? 0.006)
  if (!late) return { disclosure: '2021', requests: '2021' }
  const [disclosure, requests] = random.pick<[FormVersion, FormVersion]>([
    ['2019', '2019'],
    ['2019', '2019'],
    ['2019', '2021'],
    ['2021', '2019'],
  ])
  return { disclosure, requests }
}

/**
 * The report of one agency for one year. It depends on the seed of the country, the index and the year alone, so
 * that reports can be made in any order and on any number of machines.
 */
export function inventReport(
  country: InventedCountry,
  index: number,
  year: number,
  { errors }: InventOptions = { errors: true },
): InventedReport {
  const agency = country.agency(index)
  const own = new Random(country.seed, 'figures', index)
  const random = own.derive('report', year)
  const forms = formsOf(year, random)
  const copied = errors && drawsError('copied_year', random)
  const requests = requestFigures(agency, copied ? year - 1 : year, forms.requests, own)
  const figures: Figures = new Map([
    ...disclosureFigures(agency, year, forms.disclosure, own),
    ...requests,
    ...disputeFigures(requests, year, own),
  ])
  const stated = new Map(figures)
  const planted: PlantedError[] = copied ? [copiedYear(requests)] : []
  if (errors) planted.push(...plantInFigures(figures, random))
  const cells = printCells(figures, printStyle(own.derive('style')))
  if (errors) planted.push(...plantInPrint(cells, random))
  const wrong = errors && drawsError('text_contradicts', random)
  if (wrong) planted.push({ kind: 'text_contradicts', cells: ['requests.received.total'] })
  const aggregate = agency.type === 'government' && own.derive('scope').chance(0.3)
  const prose = writeProse({ agency, year, aggregate, figures: stated, wrong }, random.derive('prose'))
  return {
    agency,
    year,
    scope: aggregate
      ? 'aggregate'
      : agency.type === 'government' || agency.type === 'zone'
        ? 'unknown'
        : 'own_body',
    forms,
    cells,
    errors: planted,
    ...prose,
    published_on: `${year + 1}-01-${String(random.integer(5, 31)).padStart(2, '0')}`,
  }
}

const copiedYear = (requests: Figures): PlantedError => ({
  kind: 'copied_year',
  cells: [...requests].filter(([, value]) => value !== 0).map(([id]) => id as CellId),
})
