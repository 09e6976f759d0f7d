import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { InventedCountry } from '../invented/agencies.ts'
import { Random } from '../invented/random.ts'
import type { Layout, Rendered } from '../invented/render/layout.ts'
import { layouts, usualLayout } from '../invented/render/layouts.ts'
import { inventReport } from '../invented/report.ts'

/** Paths of files on disk, in lists of so many, and how large the files are together. */
export interface Corpus {
  readonly lists: readonly (readonly string[])[]
  readonly bytes: number
}

const country = new InventedCountry('bench', 4000)

/** Layouts of files with these extensions. */
export function layoutsWith(extensions: readonly Rendered['extension'][]): Layout[] {
  const report = inventReport(new InventedCountry('sample', 1), 0, 2023)
  return layouts.filter(({ id, render }) =>
    extensions.includes(render(report, new Random('sample', id)).extension),
  )
}

/** Invented reports without end, laid out as often as each layout is seen, those of the given extensions alone. */
function* reports(kind: string, extensions: readonly Rendered['extension'][]): Generator<Rendered> {
  const among = layoutsWith(extensions)
  for (let i = 0; ; i += 1) {
    const random = new Random('bench', kind, i)
    const layout = usualLayout(random, among)
    const report = inventReport(country, random.integer(0, country.size - 1), random.integer(2019, 2025))
    const file = layout.render(report, random)
    if (extensions.includes(file.extension)) yield file
  }
}

/**
 * Writes lists of files into a folder of `folder`. The same files each time; no file is in two lists, so that nothing
 * remembered of one makes a later one faster.
 */
export function writeCorpus(
  folder: string,
  kind: string,
  extensions: readonly Rendered['extension'][],
  size: { readonly lists: number; readonly files: number },
): Corpus {
  const own = mkdtempSync(join(folder, `${kind}-`))
  const made = reports(kind, extensions)
  let bytes = 0
  const write = (list: number, i: number): string => {
    const file = made.next().value as Rendered
    const path = join(own, `${list}-${i}.${file.extension}`)
    writeFileSync(path, file.bytes)
    bytes += file.bytes.length
    return path
  }
  const lists = Array.from({ length: size.lists }, (_, list) =>
    Array.from({ length: size.files }, (_, i) => write(list, i)),
  )
  return { lists, bytes }
}
