import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aYearRow } from '../../tests/yearRows.ts'
import { Random } from '../invented/random.ts'
import { checkSharedTexts, LikeTexts, similarity, type TextRow } from './similarity.ts'
import { empty, readSketch, type Sketch, sketchOf, sketchSize, writeSketch } from './sketch.ts'
import { statutoryWords } from './statutoryWords.ts'
import { checkYears } from './years.ts'

/** So many Chinese characters without sense. */
const text = (seed: string, length: number): string => {
  const random = new Random('text', seed)
  return Array.from({ length }, () => String.fromCodePoint(0x4e00 + random.integer(0, 3000))).join('')
}
const sketch = (...parts: readonly string[]): Sketch => sketchOf(parts) as Sketch

/** Each stands in thousands of reports. */
const formulas = statutoryWords.filter((words) => words.length > 40)

describe('sketches', () => {
  test('of the same text are the same, whatever figures and marks stand in it', () => {
    const one = text('one', 800)
    const other = `2023年，${one.slice(0, 300)}（12）。\n${one.slice(300)} 0512-3456`.replace('年', '')
    expect(similarity(sketch(one), sketch(other))).toBe(1)
  })
  test('estimate how much two texts have in common', () => {
    const [one, other] = [text('one', 3000), text('other', 1000)]
    // Of 4,000 runs in either, 2,000 are in both.
    const estimate = similarity(sketch(one), sketch(one.slice(0, 2000), other))
    expect(estimate).toBeGreaterThan(0.35)
    expect(estimate).toBeLessThan(0.65)
    expect(similarity(sketch(one), sketch(other, text('third', 500)))).toBeLessThan(0.05)
  })
  test('leave out statutory words, and are not made of short texts', () => {
    expect(sketchOf([text('short', 150)])).toBeNull()
    const one = text('one', 800)
    expect(similarity(sketch(one), sketch(one, ...formulas))).toBeGreaterThan(0.9)
  })
  test('can be written and read', () => {
    const one = sketch(text('one', 800))
    expect(readSketch(writeSketch(one))).toEqual(one)
    expect(readSketch(writeSketch(null))).toBeNull()
  })
})

describe('the similarity of two sketches', () => {
  const value = fc.oneof(fc.constantFrom(empty, 0, 1, 2), fc.nat(0xffff))
  const anySketch = fc
    .array(value, { minLength: sketchSize, maxLength: sketchSize })
    .map((of) => Uint16Array.from(of))
  /** One that has some of another. */
  const pair = fc
    .tuple(anySketch, anySketch, fc.nat(sketchSize))
    .map(([a, b, same]) => [a, Uint16Array.from([...a.subarray(0, same), ...b.subarray(same)])] as const)
  const plain = ([a, b]: readonly [Sketch, Sketch]): number => {
    const either = [...a.keys()].filter((i) => a[i] !== empty || b[i] !== empty)
    return either.length === 0 ? 0 : either.filter((i) => a[i] === b[i]).length / either.length
  }

  test('is the share of what is the same, and told wherever it is not below the least asked for', () => {
    fc.assert(
      fc.property(pair, fc.integer({ min: 0, max: 100 }), ([a, b], percent) => {
        const [share, least] = [plain([a, b]), percent / 100]
        expect(similarity(a, b)).toBe(share)
        expect([share, 0]).toContain(similarity(a, b, least))
        if (share >= least) expect(similarity(a, b, least)).toBe(share)
      }),
      { numRuns: 2000 },
    )
  })
})

/** A text that shares so much of its characters with another. */
const near = (seed: string, share: number): string => {
  const one = text('base', 3000)
  return one.slice(0, Math.round(3000 * share)) + text(seed, Math.round(3000 * (1 - share)))
}

describe('the text of the year before', () => {
  const years = (before: string, now: string) => [
    aYearRow(2021, {}, { sketch: sketch(before) }),
    aYearRow(2022, {}, { sketch: sketch(now) }),
  ]
  const codes = (before: string, now: string) =>
    [...checkYears(years(before, now)).values()].flatMap((one) => one.findings.map(({ code }) => code))
  test('again', () => {
    expect(codes(near('a', 1), near('b', 0.97))).toEqual(['text_repeated'])
  })
  test('in part only', () => {
    expect(codes(near('a', 1), near('b', 0.7))).toEqual([])
  })
})

describe('the text of another agency', () => {
  const row = (agency_id: string, year: number, of: string): TextRow => ({
    report_id: `${agency_id}-${year}`,
    agency_id,
    year,
    sketch: sketch(of),
  })
  test('is told to both, with the other’s name', () => {
    const rows = [
      row('甲', 2022, near('a', 1)),
      row('乙', 2022, near('b', 0.97)),
      row('丙', 2022, near('c', 0.3)),
    ]
    const found = checkSharedTexts(rows, (id) => `${id}局`)
    expect(found.get('甲-2022')?.findings).toMatchObject([{ params: { other: '乙局', year: '2022' } }])
    expect(found.get('乙-2022')?.findings).toMatchObject([{ params: { other: '甲局' } }])
    expect(found.get('丙-2022')).toMatchObject({ findings: [], tested: { text_shared: 1 } })
  })
  test('is not looked for among one’s own years', () => {
    const rows = [row('甲', 2021, near('a', 1)), row('甲', 2022, near('a', 1))]
    expect([...checkSharedTexts(rows, String).values()].flatMap((one) => one.findings)).toEqual([])
  })
  test('is found behind all the years of a third', () => {
    const texts = new LikeTexts()
    for (let year = 2000; year < 2025; year += 1) texts.add(row('甲', year, near('a', 1)))
    const added = ['乙', '丙'].map((id) => texts.add(row(id, 2025, near('a', 1))))
    expect(added.map(({ likest }) => likest?.similarity)).toEqual([1, 1])
  })
  test('nine of ten pairs that are 85 % alike are found, and of those below 70 % none is told', () => {
    const texts = new LikeTexts()
    let found = 0
    for (let i = 0; i < 60; i += 1) {
      const base = text(`base ${i}`, 2000)
      // Of runs in either, 92 % of the characters in common make 85 %.
      texts.add(row(`a${i}`, 2022, base))
      const b = texts.add(row(`b${i}`, 2022, base.slice(0, 1840) + text(`tail ${i}`, 160)))
      const c = texts.add(row(`c${i}`, 2022, base.slice(0, 1560) + text(`other ${i}`, 440)))
      if (b.likest) found += 1
      expect(c.likest).toBeUndefined()
    }
    expect(found).toBeGreaterThan(50)
  })
  test('is found among those that share a band as among all', () => {
    const random = new Random('bands')
    const sketches = Array.from({ length: 20 }, () =>
      Uint16Array.from({ length: 128 }, () => random.integer(0, 60000)),
    )
    const rows = Array.from({ length: 300 }, (_, i): TextRow => {
      const of = (sketches[random.integer(0, 19)] as Sketch).map((one) =>
        random.integer(0, 99) < 90 ? one : random.integer(0, 60000),
      )
      return { report_id: `r${i}`, agency_id: `a${i % 90}`, year: 2022, sketch: of }
    })
    const all = new LikeTexts()
    const likest = rows.map((row) => all.add(row)).map(({ likest }) => likest?.to.agency_id)
    const found = checkSharedTexts(rows, String)
    expect(rows.map(({ report_id }) => found.get(report_id)?.findings[0]?.params?.['other'])).toEqual(likest)
    expect(likest.filter(Boolean).length).toBeGreaterThan(100)
  })
})
