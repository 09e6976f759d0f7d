/** How much is measured. */
export interface BenchOptions {
  /** Files of each kind in a round; every round has other files. */
  readonly files: number
  readonly rounds: number
  /** Reports of the largest country that is built. */
  readonly reports: number
  /**
   * A folder for all that is written. Whoever made it removes it when all is measured: a file system may take ten times
   * as long to make files right after others were removed, as ext4 does, which goes around what was deleted just now.
   */
  readonly folder: string
}

/** What figures are in: processor time a file; by the clock the time of all, the time a page, or reports; memory. */
export type Unit = 'ms/file' | 's' | 'ms/page' | 'reports/s' | 'MB'

/** One thing measured against another: mostly its floor, the least that anything which does the work must do. */
export interface Measured {
  readonly what: string
  /** What it is held against, in words. */
  readonly floor: string
  /** What is held against that, in words. */
  readonly work: string
  readonly unit: Unit
  /** Of several rounds the median, of several turns the mean, else of one. */
  readonly floorFigure: number
  readonly workFigure: number
  /** Work over floor, of several rounds the median of their ratios: it hardly depends on the machine. */
  readonly ratio: number
  /** What the ratio should be at most or at least; null where there is no such thing. */
  readonly limit: { readonly most: number } | { readonly least: number } | null
  /** Files that it was measured with. */
  readonly files: number
  /** Their size on average, where it matters. */
  readonly kbPerFile: number | null
}

/** A benchmark is a file of this folder, listed in `benchmarks.ts`. */
export interface Benchmark {
  readonly name: string
  readonly run: (options: BenchOptions) => Promise<readonly Measured[]>
}

/** Whether a ratio is within its limit; null where there is none. */
export function holds({ ratio, limit }: Pick<Measured, 'ratio' | 'limit'>): boolean | null {
  if (!limit) return null
  return 'most' in limit ? ratio <= limit.most : ratio >= limit.least
}
