import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { InventedCountry } from '../invented/agencies.ts'
import { Random } from '../invented/random.ts'
import type { Rendered } from '../invented/render/layout.ts'
import { layouts } from '../invented/render/layouts.ts'
import { inventReport } from '../invented/report.ts'
import { writeCountry } from '../invented/writeFiles.ts'

const years = [2019, 2020, 2021, 2022, 2023]
const extensions: readonly Rendered['extension'][] = ['txt', 'md', 'html']

/** Ids of the layouts of text and web pages, as most reports are. */
function textLayouts(): string[] {
  const report = inventReport(new InventedCountry('sample', 1), 0, 2023)
  const isText = ({ id, render }: (typeof layouts)[number]) =>
    extensions.includes(render(report, new Random('sample', id)).extension)
  return layouts.filter(isText).map(({ id }) => id)
}

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
  const options = { folder: raw, seed: 'bench', agencies, years, layouts: textLayouts() }
  return { folder: own, raw, reports: await writeCountry(options) }
}
