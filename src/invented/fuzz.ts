import { InventedCountry } from './agencies.ts'
import { fileTexts } from './fileText.ts'
import { damageBytes, mutations } from './mutate.ts'
import { Random } from './random.ts'
import { readBack } from './readBack.ts'
import type { Rendered } from './render/layout.ts'
import { layouts } from './render/layouts.ts'
import { inventReport } from './report.ts'
import { type Comparison, compareReading, describeSilent } from './roundTrip.ts'
import type { InventedReport } from './truth.ts'

/** A file that takes longer than this to read hangs, as far as a build is concerned. */
export const slowMs = 5000

export type Failure = 'crash' | 'slow' | 'silent'

/** What came of one mutated file. */
export interface FuzzResult {
  readonly run: number
  readonly layout: string
  /** What was done to it, in order. */
  readonly mutations: readonly string[]
  readonly ms: number
  readonly failure: Failure | null
  /** The words of a crash, or the first silent errors. */
  readonly details: readonly string[]
  /** The file without the mutation fails alike: the layout is to blame. */
  readonly layoutFails: boolean
  readonly file: Rendered
}

const country = new InventedCountry('fuzz', 4000)

interface Case {
  readonly report: InventedReport
  readonly layout: string
  readonly original: Rendered
  readonly file: Rendered
  readonly mutations: readonly string[]
  /** Whether a wrong value would be an error: not after damage that may print another value. */
  readonly exact: boolean
}

/** The case of a run: settled by the seed and its number alone, so that a failure can be made again. */
function makeCase(seed: string, run: number, only?: string): Case {
  const random = new Random('fuzz', seed, run)
  const report = inventReport(country, random.integer(0, country.size - 1), random.integer(2019, 2025))
  const from = only ? layouts.filter((layout) => layout.id === only) : layouts
  const layout = random.pick(from)
  const original = layout.render(report, random.derive('layout'))
  const texts = fileTexts(original)
  const base = { report, layout: layout.id, original }
  if (texts.length === 0 || random.chance(0.1)) {
    const file = { ...original, bytes: damageBytes(original.bytes, random) }
    return { ...base, file, mutations: ['damageBytes'], exact: false }
  }
  // A second mutation may undo the first, so that only a single one leaves the truth as it is.
  const wanted = random.chance(0.85) ? 1 : random.integer(2, 6)
  const { text, replaced } = random.pick(texts)
  const { mutated, names } = mutate(text, wanted, random)
  return { ...base, file: replaced(mutated), mutations: names, exact: wanted === 1 }
}

function mutate(text: string, wanted: number, random: Random): { mutated: string; names: string[] } {
  const names: string[] = []
  let mutated = text
  for (let tries = 0; names.length < wanted && tries < 60; tries += 1) {
    const name = random.pick(Object.keys(mutations))
    const next = mutations[name]?.(mutated, random) ?? null
    if (next === null || next === mutated) continue
    mutated = next
    names.push(name)
  }
  return { mutated, names }
}

const compare = async (report: InventedReport, file: Rendered): Promise<Comparison> =>
  compareReading(report.cells, (await readBack(file)).report)

/** Makes one mutated file and reads it. */
export async function fuzzOnce(seed: string, run: number, only?: string): Promise<FuzzResult> {
  const made = makeCase(seed, run, only)
  const { layout, mutations: names, file } = made
  const started = performance.now()
  const result = (failure: Failure | null, details: readonly string[], layoutFails = false): FuzzResult => ({
    run,
    layout,
    mutations: names,
    ms: performance.now() - started,
    failure,
    details,
    layoutFails,
    file,
  })
  try {
    const { silent } = await compare(made.report, file)
    const details = silent.slice(0, 4).map(describeSilent)
    if (performance.now() - started > slowMs) return result('slow', [])
    if (!made.exact || silent.length === 0) return result(null, [])
    return result('silent', details, (await compare(made.report, made.original)).silent.length > 0)
  } catch (error) {
    return result('crash', [error instanceof Error ? (error.stack ?? error.message) : String(error)])
  }
}
