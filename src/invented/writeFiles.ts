import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CountryOptions, inventCountry } from './country.ts'
import { Random } from './random.ts'
import type { Layout } from './render/layout.ts'
import { layoutOf, usualLayout } from './render/layouts.ts'
import type { InventedReport } from './truth.ts'

/** Where to write an invented country, and how its reports look. */
export interface WriteOptions extends CountryOptions {
  readonly folder: string
  /** Ids of the layouts; by default all. Each agency has its own of them, as common as among real reports. */
  readonly layouts?: readonly string[]
}

/** Files in one folder; more would be slow on some file systems. */
const perFolder = 500
const writesAtOnce = 32

/** The path of a report in a raw folder. It says that the report is invented, and so does all that cites it. */
const pathOf = ({ agency, year }: InventedReport, extension: string): string => {
  const group = String(Math.floor(agency.index / perFolder)).padStart(4, '0')
  return join('invented', String(year), group, `${String(agency.index).padStart(6, '0')}.${extension}`)
}

/** An agency keeps its layout most years, as it keeps its website. */
function layoutFor({ agency, year }: InventedReport, seed: string | number, among?: readonly Layout[]) {
  const habit = new Random('layout', seed, agency.index)
  return usualLayout(habit.derive('year', year).chance(0.85) ? habit : habit.derive('other', year), among)
}

/** Writes the reports of an invented country as files; returns how many. Holds a few of them at a time. */
export async function writeCountry(options: WriteOptions): Promise<number> {
  const folders = new Set<string>()
  const among = options.layouts?.map(layoutOf)
  let pending: Promise<void>[] = []
  let written = 0
  for await (const report of inventCountry(options)) {
    const random = new Random('render', options.seed, report.agency.index, report.year)
    const { bytes, extension } = layoutFor(report, options.seed, among).render(report, random)
    const path = join(options.folder, pathOf(report, extension))
    const folder = join(path, '..')
    if (!folders.has(folder)) await mkdir(folder, { recursive: true })
    folders.add(folder)
    pending.push(writeFile(path, bytes))
    written += 1
    if (pending.length < writesAtOnce) continue
    await Promise.all(pending)
    pending = []
  }
  await Promise.all(pending)
  return written
}

/** Entry point of a worker thread. */
export default writeCountry
