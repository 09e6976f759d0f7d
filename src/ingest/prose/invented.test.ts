import { expect, test } from 'vitest'
import { InventedCountry } from '../../invented/agencies.ts'
import { Random } from '../../invented/random.ts'
import { layouts } from '../../invented/render/layouts.ts'
import { inventReport } from '../../invented/report.ts'
import { readDocument } from '../read.ts'
import { sectionsOf } from './sections.ts'
import { statedCounts } from './statedCounts.ts'

/** Archives are opened before anything is read of the files in them, which are of the other layouts. */
const documents = layouts.filter((layout) => !layout.id.startsWith('zip-'))
const country = new InventedCountry('prose', 3000)
const brief = (counts: readonly { counts: string; value: number }[]) =>
  counts.map(({ counts, value }) => `${counts} ${value}`)

/** A random report in a layout, read back: what it states, and what was found. */
async function readBack(layout: (typeof layouts)[number], i: number) {
  const random = new Random('prose', layout.id, i)
  const report = inventReport(country, random.integer(0, country.size - 1), random.integer(2019, 2025))
  const reading = await readDocument(layout.render(report, random).bytes)
  if (!('document' in reading)) throw new Error(`${layout.id} ${i} was not read`)
  return { report, document: reading.document, found: statedCounts(reading.document, report.year) }
}

test.each(documents.map((layout) => [layout.id, layout] as const))(
  'every count that prose states is found, and no other: %s',
  async (_, layout) => {
    for (let i = 0; i < 12; i += 1) {
      const { report, found } = await readBack(layout, i)
      expect(brief(found), `report ${i}`).toEqual(brief(report.stated))
      expect(found.filter((one) => one.year !== null)).toEqual([])
    }
  },
  30_000,
)

test.each(documents.map((layout) => [layout.id, layout] as const))(
  'all six sections are found in their order, without what a site prints around: %s',
  async (_, layout) => {
    for (let i = 0; i < 4; i += 1) {
      const { report, document } = await readBack(layout, i)
      const sections = sectionsOf(document)
      expect(sections.map((section) => section.statutory)).toEqual([
        'general',
        'disclosure',
        'requests',
        'disputes',
        'problems',
        'other',
      ])
      if (layout.id.startsWith('traditional')) continue
      expect(sections.at(-1)?.paragraphs.map(({ text }) => text)).toEqual(report.sections.at(-1)?.paragraphs)
    }
  },
)
