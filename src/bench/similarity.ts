import { LikeTexts } from '../checks/similarity.ts'
import { sketchOf } from '../checks/sketch.ts'
import { prose } from '../dataset/report.ts'
import { reportText } from '../ingest/prose/sections.ts'
import type { Benchmark, Measured } from './benchmark.ts'
import { compare, warmUpLists } from './compare.ts'
import { writeCorpus } from './corpus.ts'
import { wholeReading } from './reading.ts'

/**
 * Texts that the index holds for each file of a round before anything is measured: with 200, which is usual, as
 * many as reports of a year of a country.
 */
const already = 500

/** An index of texts that have nothing in common. */
function filledIndex(size: number): LikeTexts {
  const index = new LikeTexts()
  let state = 1
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state >>> 16
  }
  for (let i = 0; i < size; i += 1) {
    const sketch = Uint16Array.from({ length: 128 }, next)
    index.add({ report_id: `other-${i}`, agency_id: `other-${i % 20_000}`, year: 2022, sketch })
  }
  return index
}

/** Comparing the text of each report with those of very many others, against reading it. */
export const similarity: Benchmark = {
  name: 'similarity',
  run: async ({ files, rounds, folder }): Promise<Measured[]> => {
    const size = { files, lists: rounds + warmUpLists }
    const corpus = writeCorpus(folder, 'similarity', ['txt', 'html'], size)
    const paths = corpus.lists.flat()
    const texts = new Map<string, readonly string[]>()
    for (const path of paths) {
      const { document } = await wholeReading(path)
      texts.set(path, document ? prose(reportText(document)) : [])
    }
    const index = filledIndex(already * files)
    let added = 0
    const work = (path: string) => {
      const sketch = sketchOf(texts.get(path) ?? [])
      added += 1
      if (sketch) index.add({ report_id: `${added}`, agency_id: path, year: 2022, sketch })
    }
    const times = await compare(corpus.lists, wholeReading, work)
    const read = { files: files * rounds, kbPerFile: corpus.bytes / paths.length / 1024 }
    const words = { what: 'likeness of texts', floor: 'read, recognise, identify, check' }
    return [
      { ...words, work: `sketch, compare with ${already * files}`, ...times, limit: { most: 0.1 }, ...read },
    ]
  },
}
