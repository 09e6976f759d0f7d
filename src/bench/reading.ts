import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readReport } from '../dataset/report.ts'
import type { Rendered } from '../invented/render/layout.ts'
import type { Benchmark, Measured } from './benchmark.ts'
import { compare, warmUpLists } from './compare.ts'
import { writeCorpus } from './corpus.ts'

/** The text of a file, in the character set that fits. */
export async function plainlyDecoded(path: string): Promise<string> {
  const bytes = await readFile(path)
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (wide) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** All that is done with one file: read, decode, recognise, identify, check. */
export const wholeReading = async (path: string) => readReport(basename(path), await readFile(path))

/** What files of some formats are held against. */
interface Floor {
  readonly name: string
  readonly what: string
  readonly extensions: readonly Rendered['extension'][]
  readonly floor: string
  readonly does: (path: string) => unknown
  /** What the ratio should not exceed; null where nothing is said of it. */
  readonly limit: number | null
  /** Of so many files one is read; all by default. */
  readonly oneIn?: number
}

/** A benchmark of the whole reading of files against the least that could be done with them. */
export const readingBenchmark = ({
  name,
  what,
  extensions,
  floor,
  does,
  limit,
  oneIn = 1,
}: Floor): Benchmark => ({
  name,
  run: async ({ files: all, rounds, folder }): Promise<Measured[]> => {
    const files = Math.ceil(all / oneIn)
    const corpus = writeCorpus(folder, name, extensions, { files, lists: rounds + warmUpLists })
    const times = await compare(corpus.lists, does, wholeReading)
    const count = corpus.lists.flat().length
    const work = 'read, recognise, identify, check'
    const size = { files: files * rounds, kbPerFile: corpus.bytes / count / 1024 }
    return [{ what, floor, work, ...times, limit: limit === null ? null : { most: limit }, ...size }]
  },
})
