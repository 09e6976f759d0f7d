import { InventedCountry } from './agencies.ts'
import { type InventOptions, inventReport } from './report.ts'
import type { InventedReport } from './truth.ts'

/** Which reports to invent. */
export interface CountryOptions extends Partial<InventOptions> {
  readonly seed: string | number
  readonly agencies: number
  readonly years: readonly number[]
  /** Only every `of`-th agency, from the `part`-th on: several processes share the work. */
  readonly part?: { readonly part: number; readonly of: number }
}

/** Reports are handed out in groups between which other work may go on. */
const pauseEvery = 64

/**
 * All reports of an invented country, agency by agency and year by year, one at a time in memory. The same
 * options give the same reports; parts given to several processes make up the same country.
 */
export async function* inventCountry(options: CountryOptions): AsyncGenerator<InventedReport> {
  const country = new InventedCountry(options.seed, options.agencies)
  const { part, of } = options.part ?? { part: 0, of: 1 }
  let made = 0
  for (let index = part; index < country.size; index += of) {
    for (const year of options.years) {
      yield inventReport(country, index, year, { errors: options.errors ?? true })
      made += 1
      if (made % pauseEvery === 0) await new Promise((next) => setImmediate(next))
    }
  }
}
