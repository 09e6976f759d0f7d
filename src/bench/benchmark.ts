/** How much is measured. */
export interface BenchOptions {
  /** Files of each kind in a round; every round has other files. */
  readonly files: number
  readonly rounds: number
}

/** One thing measured against its floor: the least that anything which does the work must do. */
export interface Measured {
  readonly what: string
  /** What the floor does, in words. */
  readonly floor: string
  /** What is held against it, in words. */
  readonly work: string
  /** Milliseconds of processor time a file, the median over the rounds. */
  readonly floorMs: number
  readonly workMs: number
  /** Work over floor, the median of the ratios of the rounds: it hardly depends on the machine. */
  readonly ratio: number
  /** What the ratio should not exceed. */
  readonly limit: number
  /** Files read in all rounds, and their size on average. */
  readonly files: number
  readonly kbPerFile: number
}

/** A benchmark is a file of this folder, listed in `benchmarks.ts`. */
export interface Benchmark {
  readonly name: string
  readonly run: (options: BenchOptions) => Promise<readonly Measured[]>
}
