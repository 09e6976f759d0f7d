import type { Atlas } from '../dataset/load.ts'
import type { Bilingual, Locale } from '../i18n/locale.ts'
import type { Activity } from '../stats/figures.ts'
import { onceFor } from '../stats/once.ts'
import type { Drawing, Size } from './drawing.ts'

/** The words of a chart in one language, made from its data. */
export interface ChartWords {
  /** What the data say, in a sentence. */
  readonly headline: string
  /** What is measured, in what unit, of how many, in which years. */
  readonly subtitle: string
  /** How to read it, and what may not be compared. */
  readonly notes: readonly string[]
  /** The data in words, for those who do not see the drawing. */
  readonly description: string
}

/** A cell of the table beside a chart: words, perhaps with a mark, perhaps naming an agency that has a page. */
export interface TableCell {
  readonly text: string
  readonly mark?: Activity
  readonly agency?: string
}
export interface ChartTable {
  readonly caption: string
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[]
  readonly rows: readonly (readonly TableCell[])[]
}

/** A column of the data file of a chart, and what it holds. */
export type CsvColumn = { readonly name: string } & Bilingual
export interface ChartData {
  readonly columns: readonly CsvColumn[]
  /** A value for each column; null is written as an empty field. */
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** A drawing of a chart; the first one makes the argument, further ones break it down. */
export interface ChartPart {
  readonly id: string
  readonly title: (locale: Locale) => string
  readonly draw: (locale: Locale, size: Size) => Drawing
}

/** A chart with its data: everything a page, a data file or an SVG file needs. */
export interface ChartOfAtlas {
  readonly words: (locale: Locale) => ChartWords
  readonly parts: readonly ChartPart[]
  readonly tables: (locale: Locale) => readonly ChartTable[]
  readonly data: ChartData
}

export interface Chart {
  /** Its permanent address is `charts/<id>/`. */
  readonly id: string
  readonly name: Bilingual
  readonly of: (atlas: Atlas) => ChartOfAtlas
}

/** What is worked out once for what it is asked for with. */
function once<Of extends readonly string[], Made>(make: (...of: Of) => Made): (...of: Of) => Made {
  const known = new Map<string, { readonly made: Made }>()
  return (...of) => {
    const key = of.join(' ')
    const found = known.get(key) ?? { made: make(...of) }
    known.set(key, found)
    return found.made
  }
}

/** A chart that is worked out once for an atlas, with its words and drawings, however many pages and files show it. */
export const defineChart = (id: string, name: Bilingual, of: (atlas: Atlas) => ChartOfAtlas): Chart => ({
  id,
  name,
  of: onceFor((atlas) => {
    const { words, parts, ...rest } = of(atlas)
    return { ...rest, words: once(words), parts: parts.map((part) => ({ ...part, draw: once(part.draw) })) }
  }),
})

export const cell = (text: string): TableCell => ({ text })
