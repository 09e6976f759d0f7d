import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InventedCountry } from '../invented/agencies.ts'
import { Random } from '../invented/random.ts'
import type { Rendered } from '../invented/render/layout.ts'
import { usualLayout } from '../invented/render/layouts.ts'
import { inventReport } from '../invented/report.ts'

/** Paths of files on disk, a list for each round, and how large the files are together. */
export interface Corpus {
  readonly rounds: readonly (readonly string[])[]
  readonly bytes: number
}

const country = new InventedCountry('bench', 4000)

/** Invented reports without end, laid out as often as each layout is seen, those of the given extensions alone. */
function* reports(kind: string, extensions: readonly Rendered['extension'][]): Generator<Rendered> {
  for (let i = 0; ; i += 1) {
    const random = new Random('bench', kind, i)
    const layout = usualLayout(random)
    const report = inventReport(country, random.integer(0, country.size - 1), random.integer(2019, 2025))
    const file = layout.render(report, random)
    if (extensions.includes(file.extension)) yield file
  }
}

/**
 * Writes the files of some rounds into a temporary folder, hands them to `measure` and removes them. The same
 * files each time; no file is in two rounds, so that nothing remembered of one makes a later round faster.
 */
export async function withCorpus<T>(
  kind: string,
  extensions: readonly Rendered['extension'][],
  size: { readonly rounds: number; readonly files: number },
  measure: (corpus: Corpus) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
  try {
    const made = reports(kind, extensions)
    let bytes = 0
    const write = (round: number, i: number): string => {
      const file = made.next().value as Rendered
      const path = join(folder, `${round}-${i}.${file.extension}`)
      writeFileSync(path, file.bytes)
      bytes += file.bytes.length
      return path
    }
    const rounds = Array.from({ length: size.rounds }, (_, round) =>
      Array.from({ length: size.files }, (_, i) => write(round, i)),
    )
    return await measure({ rounds, bytes })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
