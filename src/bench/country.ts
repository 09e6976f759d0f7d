import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Rendered } from '../invented/render/layout.ts'
import { writeCountry } from '../invented/writeFiles.ts'
import { layoutsWith } from './corpus.ts'

const years = [2019, 2020, 2021, 2022, 2023]
/** Of text and web pages, as most reports are. */
const extensions: readonly Rendered['extension'][] = ['txt', 'md', 'html']

/** A raw folder with reports of five years, text and web pages, and room beside it. */
export interface CountryOnDisk {
  /** A folder of its own for all that comes of the reports. */
  readonly folder: string
  readonly raw: string
  readonly reports: number
}

/** Writes so many invented reports, or up to four more, into a folder of `folder`. */
export async function countryIn(folder: string, reports: number): Promise<CountryOnDisk> {
  const own = await mkdtemp(join(folder, 'country-'))
  const raw = join(own, 'raw')
  const agencies = Math.ceil(reports / years.length)
  const layouts = layoutsWith(extensions).map(({ id }) => id)
  const options = { folder: raw, seed: 'bench', agencies, years, layouts }
  return { folder: own, raw, reports: await writeCountry(options) }
}
