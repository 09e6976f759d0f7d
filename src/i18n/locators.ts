import { remembered } from '../ingest/remembered.ts'
import { formatLocator, type Locator, locatorAnchor, locatorZh } from '../model/locator.ts'
import type { Locale } from './locale.ts'

/** A place of a source: its locator as published, as the fragment of a page address, and for reading. */
export interface Place {
  readonly locator: string
  readonly anchor: string
  readonly words: Readonly<Record<Locale, string>>
}

const placed = (locator: string): Place => ({
  locator,
  anchor: locatorAnchor(locator),
  words: { zh: locatorZh(locator), en: locator },
})

/** Every figure of a site names its place, and most reports have theirs in the same ones. */
const size = { length: 40, size: 8192 } as const

/** The place of a published locator, where pages are made with thousands of them. */
export const placeOf = remembered(placed, size)

/** A published locator for reading. Anchors stay as published. */
export const locatorWords = (locale: Locale, locator: string): string =>
  locale === 'en' ? locator : placeOf(locator).words[locale]

/** The places of cells and, with 0 for the cell, of their rows: to put a text together to look for takes longer. */
const known = new Map<number, Place>()

/** A number of its own for each place that many reports have; undefined for others. */
function numberOf(at: Locator, cell: number): number | undefined {
  if (cell >= 2 ** 6 || 'page' in at || 'paragraph' in at) return undefined
  if ('line' in at) return at.line < 2 ** 12 ? at.line * 2 ** 6 + cell : undefined
  return at.table < 2 ** 6 && at.row < 2 ** 12 ? (at.table * 2 ** 12 + at.row) * 2 ** 6 + cell : undefined
}

function knownAs(number: number | undefined, locator: () => string): Place {
  if (number === undefined) return placeOf(locator())
  const found = known.get(number)
  if (found !== undefined) return found
  const made = placed(locator())
  if (known.size >= size.size) known.clear()
  known.set(number, made)
  return made
}

const cellOf = (at: Locator): number => ('cell' in at && at.cell !== undefined ? at.cell : 0)

/** The place of a cell of a source. */
export const placeAt = (at: Locator): Place => knownAs(numberOf(at, cellOf(at)), () => formatLocator(at))

/** The place of the row that a cell of a source stands in: that of the cell, without the cell. */
export const rowPlaceAt = (at: Locator): Place =>
  knownAs(numberOf(at, 0), () => formatLocator(at).replace(/, cell \d+$/, ''))
