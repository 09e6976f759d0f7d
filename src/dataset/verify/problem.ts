/** What is checked of a dataset, in the order in which it is told. */
export const checkNames = ['files', 'schema', 'keys', 'references', 'arithmetic', 'formats'] as const
export type CheckName = (typeof checkNames)[number]

/** Something about a dataset that does not hold. */
export interface Problem {
  readonly check: CheckName
  /** The file, relative to the dataset. */
  readonly file: string
  /** The key of the row or the column it concerns; empty for the whole file. */
  readonly place: string
  readonly message: string
}

/** Kept of each check in each file; the rest is counted. A broken column would else fill the screen. */
const keptOfEach = 20

/** Collects problems, as many as are worth reading, and counts them all. */
export class Problems {
  readonly kept: Problem[] = []
  readonly counts = new Map<CheckName, number>()
  readonly #ofEach = new Map<string, number>()

  add(check: CheckName, file: string, place: string, message: string): void {
    this.counts.set(check, (this.counts.get(check) ?? 0) + 1)
    const key = `${check} ${file}`
    const nth = (this.#ofEach.get(key) ?? 0) + 1
    this.#ofEach.set(key, nth)
    if (nth <= keptOfEach) this.kept.push({ check, file, place, message })
  }

  get total(): number {
    return [...this.counts.values()].reduce((a, b) => a + b, 0)
  }
}
