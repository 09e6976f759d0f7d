import type { ChangeKind } from '../describe/changesTable.ts'

/** What `release.json` says of a release. */
export interface Release {
  readonly version: string
  /** ISO date. */
  readonly released_on: string
  /** The version that it is compared with; null for the first. */
  readonly previous: string | null
  /** Reports that count, and files of sources in all. */
  readonly reports: number
  readonly agencies: number
  /** How many changes of each kind there are; kinds without any are left out. */
  readonly changes: Readonly<Partial<Record<ChangeKind, number>>>
  readonly zips: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[]
}
