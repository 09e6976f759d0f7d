import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { locales } from '../i18n/locale.ts'
import { type Drawing, flatten, type Shape, sizes } from './drawing.ts'
import { charts } from './index.ts'
import { type Invented, inventedAtlas, sevenReports } from './invented.ts'
import { svgElement } from './svg.ts'
import { textWidth } from './text.ts'

const someReports: fc.Arbitrary<Invented[]> = fc.uniqueArray(
  fc.record({
    agency: fc.integer({ min: 0, max: 60 }).map((i) => `机关${i}`),
    year: fc.integer({ min: 2019, max: 2025 }),
    received: fc.oneof(fc.constant(0), fc.constant(null), fc.nat(9), fc.nat(200_000)),
    scope: fc.constantFrom('own_body', 'aggregate', 'unknown'),
    form: fc.constantFrom('2019', '2021'),
  }),
  { selector: (one) => `${one.agency} ${one.year}`, maxLength: 200 },
)

const fontSizes: Partial<Record<string, number>> = { strong: 14, heading: 13, label: 12, note: 12, halo: 12 }

/** How far a shape reaches: left, right, top, bottom. */
function reach(shape: Shape): [number, number, number, number] | null {
  switch (shape.kind) {
    case 'line': {
      const [[x1, y1], [x2, y2]] = [shape.from, shape.to]
      return [Math.min(x1, x2), Math.max(x1, x2), Math.min(y1, y2), Math.max(y1, y2)]
    }
    case 'rect':
      return [shape.at[0], shape.at[0] + shape.width, shape.at[1], shape.at[1] + shape.height]
    case 'mark':
      return [shape.at[0] - shape.r, shape.at[0] + shape.r, shape.at[1] - shape.r, shape.at[1] + shape.r]
    case 'text': {
      const size = fontSizes[shape.role] ?? 11
      const width = textWidth(shape.text, size)
      const left = shape.at[0] - (shape.anchor === 'end' ? width : shape.anchor === 'middle' ? width / 2 : 0)
      return [left, left + width, shape.at[1] - size * 0.9, shape.at[1]]
    }
    case 'dots': {
      const [xs, ys] = [shape.points.map(([x]) => x), shape.points.map(([, y]) => y)]
      return [
        Math.min(...xs) - shape.r,
        Math.max(...xs) + shape.r,
        Math.min(...ys) - shape.r,
        Math.max(...ys) + shape.r,
      ]
    }
    default:
      return null
  }
}

function expectInside(drawing: Drawing): void {
  for (const shape of flatten(drawing.shapes)) {
    const edges = reach(shape)
    if (!edges) continue
    const [left, right, top, bottom] = edges
    const slack = 8
    const isInside =
      left >= -slack && right <= drawing.width + slack && top >= -slack && bottom <= drawing.height + slack
    if (!isInside) throw new Error(`outside ${drawing.width} × ${drawing.height}: ${JSON.stringify(shape)}`)
    if (edges.some((edge) => !Number.isFinite(edge))) throw new Error(`no place: ${JSON.stringify(shape)}`)
  }
}

function drawings(reports: readonly Invented[]): Drawing[] {
  const atlas = inventedAtlas(reports)
  const parts = charts.flatMap((chart) => chart.of(atlas).parts)
  return parts.flatMap((part) => locales.flatMap((locale) => sizes.map((size) => part.draw(locale, size))))
}

describe('every chart', () => {
  test('draws nothing outside its frame, whatever the reports', () => {
    fc.assert(
      fc.property(someReports, (reports) => drawings(reports).forEach(expectInside)),
      { numRuns: 40 },
    )
  })

  test.each([0, 1, 7])('has words, a drawing and a table for %i reports', (count) => {
    for (const chart of charts) {
      const placed = chart.of(inventedAtlas(sevenReports.slice(0, count)))
      for (const locale of locales) {
        const { headline, subtitle } = placed.words(locale)
        expect(headline).not.toMatch(/NaN|undefined|null|Infinity/)
        expect(subtitle).not.toMatch(/NaN|undefined|null|Infinity/)
        expect(headline.length).toBeGreaterThan(5)
      }
    }
    drawings(sevenReports.slice(0, count)).forEach(expectInside)
  })

  test('gives the same bytes twice, and rounds them', () => {
    const svg = () =>
      drawings(sevenReports)
        .map((one, i) => svgElement(one, `c${i}`, 'title', 'words'))
        .join('')
    expect(svg()).toBe(svg())
    expect(svg()).not.toMatch(/\d\.\d\d/)
  })

  test('writes rows as wide as its header', () => {
    const reports = [...sevenReports, { agency: '辛局', year: 2022, received: 40 }]
    for (const chart of charts) {
      const { columns, rows } = chart.of(inventedAtlas(reports)).data
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) expect(row).toHaveLength(columns.length)
    }
  })

  test('never lets markup of a name through', () => {
    const reports = [{ agency: '<script>alert(1)</script>', year: 2023, received: 5 }]
    for (const drawing of drawings(reports)) {
      expect(svgElement(drawing, 'c', '<b>', '"&')).not.toMatch(/<script|<b>/)
    }
  })

  test('stays small with 300 agencies in four years', () => {
    const many = Array.from({ length: 1200 }, (_, i) => ({
      agency: `机关${i % 300}`,
      year: 2020 + Math.floor(i / 300),
      received: i % 3 === 0 ? (i * 7919) % 4000 : 0,
    }))
    for (const drawing of drawings(many)) {
      expectInside(drawing)
      expect(svgElement(drawing, 'c', '', '').length).toBeLessThan(150_000)
    }
  })
})
