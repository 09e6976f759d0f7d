import type { CellId } from '../model/cells.ts'
import type { FormVersion } from '../model/form.ts'
import type { Scope } from '../model/report.ts'
import type { InventedAgency } from './agencies.ts'

/** What a printed cell truly says: what a reader should find, in the words of the dataset. */
export interface TrueCell {
  readonly kind: 'number' | 'blank' | 'not_applicable'
  /** In the unit of the codebook; null unless a number is printed. */
  readonly value: number | null
  /** What is printed, letter by letter. */
  readonly raw: string
}
export type TrueCells = ReadonlyMap<CellId, TrueCell>

/** The mistakes that agencies make, as planted. The first four break an identity of the form. */
export const errorKinds = [
  'row_total',
  'outcome_total',
  'flow',
  'dispute_total',
  'copied_year',
  'blank_totals',
  'blank_for_zero',
  'note_in_cell',
  'amount_with_yuan',
  'amount_in_yuan',
  'text_contradicts',
] as const
export type ErrorKind = (typeof errorKinds)[number]

/** A planted error: its kind and the cells that are not as they should be. */
export interface PlantedError {
  readonly kind: ErrorKind
  readonly cells: readonly CellId[]
}

/** A count that the prose states. */
export interface StatedCount {
  /** One of `countedThings` of the model. */
  readonly counts: string
  readonly value: number
  /** The sentence as printed. */
  readonly sentence: string
}

/** A section of the report: its heading without number, its paragraphs; tables stand in sections 2 to 4. */
export interface Section {
  readonly heading: string
  readonly paragraphs: readonly string[]
}

/** One invented report with everything that is true of it; how it looks is up to a layout. */
export interface InventedReport {
  readonly agency: InventedAgency
  readonly year: number
  readonly scope: Scope
  readonly forms: { readonly disclosure: FormVersion; readonly requests: FormVersion }
  readonly cells: TrueCells
  readonly errors: readonly PlantedError[]
  readonly opening: string
  readonly sections: readonly Section[]
  readonly stated: readonly StatedCount[]
  /** ISO date. */
  readonly published_on: string
}
