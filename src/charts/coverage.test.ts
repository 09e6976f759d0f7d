import { describe, expect, test } from 'vitest'
import { readingCoverage } from '../stats/readingCoverage.ts'
import { coverage } from './coverage.ts'
import { flatten } from './drawing.ts'
import { type Invented, inventedAtlas, sevenReports } from './invented.ts'

/** Forty agencies over three years; in 2022 the fortieth is missing, four are read in part and one not at all. */
const many: readonly Invented[] = [2021, 2022, 2023].flatMap((year) =>
  Array.from({ length: 40 }, (_, i): Invented => {
    const status = year === 2022 && i === 0 ? 'unreadable' : year === 2022 && i < 5 ? 'partial' : 'complete'
    return { agency: `机关${i}`, year, received: 1, form: year < 2022 ? '2019' : '2021', status }
  }).filter(({ agency }) => year !== 2022 || agency !== '机关39'),
)
const texts = (reports: readonly Invented[]) =>
  flatten(coverage.of(inventedAtlas(reports)).parts[0]?.draw('en', 'wide').shapes ?? []).flatMap((shape) =>
    shape.kind === 'text' ? [shape.text] : [],
  )

describe('quality and coverage', () => {
  test('count what is held of what is expected, and how far it was read', () => {
    expect(readingCoverage(inventedAtlas(many))[1]).toEqual({
      year: 2022,
      expected: 40,
      held: 39,
      reports: 39,
      complete: 34,
      partial: 4,
      unreadable: 1,
      form: '2021',
    })
  })

  test('expect no report before the first of an agency, and leave out one that does not count', () => {
    const later: Invented[] = [
      { agency: '新局', year: 2023, received: 1 },
      { agency: '新局', year: 2022, received: 1, status: 'superseded' },
    ]
    const years = readingCoverage(inventedAtlas([...many, ...later]))
    expect(years.map(({ reports }) => reports)).toEqual([40, 39, 41])
    expect(years[0]?.expected).toBe(40)
  })

  test('say the year of which most is known, with a break where the form changes', () => {
    const { headline, notes } = coverage.of(inventedAtlas(many.filter((one) => one.year < 2023))).words('en')
    expect(headline).toBe(
      'For 2022, 97.5% of the agencies expected have a report here; 87.2% of the reports were read whole',
    )
    expect(notes.join()).toContain('another form')
    expect(texts(many)).toContain('2021 form begins')
    expect(texts(many.filter((one) => one.year > 2021))).not.toContain('2021 form begins')
  })

  test('speak of counts where there are few, and of nothing where there are none', () => {
    expect(coverage.of(inventedAtlas(sevenReports)).words('zh').headline).toBe(
      '7 份报告中 7 份三张表全部读出；报告太少，说不上覆盖了多少',
    )
    expect(texts(sevenReports)).toContain('1/1')
    expect(coverage.of(inventedAtlas([])).words('en').headline).toBe('No report is covered yet')
    expect(texts([])).toEqual(['No reports.'])
  })

  test('give each share with its parts and its interval as data', () => {
    const { columns, rows } = coverage.of(inventedAtlas(many)).data
    expect(columns.map((column) => column.name).join()).toBe('year,measure,count,of,share,lower,upper')
    const row = rows.find(([year, measure]) => year === 2022 && measure === 'partial')
    expect(row?.slice(2, 4)).toEqual([4, 39])
    expect(Number(row?.[5])).toBeLessThan(4 / 39)
    expect(Number(row?.[6])).toBeGreaterThan(4 / 39)
  })
})
