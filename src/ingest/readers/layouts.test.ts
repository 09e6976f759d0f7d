import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layouts, renderHtml, renderOneLine, renderText } from '../../../tests/formats/render.ts'
import { type Sample, sampleReport, seeded } from '../../../tests/formats/sample.ts'
import { compareReading } from '../../../tests/formats/silent.ts'

/** `LAYOUT_RUNS=2000` for the full run; few by default, since every run reads a whole report. */
const numRuns = Number(process.env['LAYOUT_RUNS'] ?? 15)
const timeout = 2000 + numRuns * 300

const sample = fc
  .tuple(fc.constantFrom('2019' as const, '2021' as const), fc.integer({ min: 1, max: 2 ** 31 - 1 }))
  .map(([version, seed]) => sampleReport(version, seeded(seed)))

const bytesOf = (lines: readonly string[]) => Buffer.from(lines.join('\n'))

async function expectWhole(of: Sample, bytes: Uint8Array): Promise<void> {
  const { right, silent, flagged, unread } = await compareReading(of, bytes)
  expect({ right, silent, flagged, unread }).toEqual({
    right: of.numbers.size,
    silent: [],
    flagged: [],
    unread: [],
  })
}

describe.each(Object.entries(layouts))('%s', (_, layout) => {
  test('reads back what was printed', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(sample, async (one) => expectWhole(one, bytesOf(renderText(one, layout)))),
      { numRuns },
    )
  })

  test('with a line lost or doubled, no number is wrong in silence', { timeout }, async () => {
    const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
    await fc.assert(
      fc.asyncProperty(sample, place, fc.boolean(), async (one, where, doubled) => {
        const lines = renderText(one, layout)
        const at = Math.floor(where * lines.length)
        const damaged = doubled ? lines.toSpliced(at, 0, lines[at] as string) : lines.toSpliced(at, 1)
        const { silent } = await compareReading(one, bytesOf(damaged))
        expect({ at, doubled, line: lines[at], silent }).toEqual({ at, doubled, line: lines[at], silent: [] })
      }),
      { numRuns },
    )
  })
})

test('a report on one line reads back', { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(sample, async (one) => expectWhole(one, Buffer.from(renderOneLine(one)))),
    { numRuns },
  )
})

test('a web page reads back', { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(sample, async (one) => expectWhole(one, Buffer.from(renderHtml(one)))),
    { numRuns },
  )
})
