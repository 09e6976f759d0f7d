import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { statutorySections } from '../src/ingest/prose/sectionKinds.ts'
import { sectionsOf } from '../src/ingest/prose/sections.ts'
import type { Report } from '../src/model/report.ts'
import { readAlone } from './cases/case.ts'

/** The originals stand beside the repository and are not part of it; elsewhere only their transcriptions are tested. */
const shared = join(import.meta.dirname, '..', '..', 'shared')
const seedsDir = join(shared, 'seeds')
const page = join(shared, 'corpus', 'shuyang-fgj-2023.html')
const pdf = join(shared, 'corpus', 'huaian-city-2024.pdf')

interface Seed {
  readonly file: string
  readonly agency: string
  readonly year: number
  readonly form: '2019' | '2021'
  readonly cells: number
  readonly figures: Readonly<Record<string, number>>
  /** What its prose states. */
  readonly stated: readonly string[]
}
const oneRequest = Object.fromEntries(
  ['received', 'granted', 'concluded'].flatMap((row) =>
    ['natural_person', 'total'].map((column) => [`requests.${row}.${column}`, 1]),
  ),
)
const seeds: readonly Seed[] = [
  {
    file: '000_c3699d8ca2ce9b9a.txt',
    agency: '江岸区劳动街道办事处',
    year: 2022,
    form: '2021',
    cells: 200,
    figures: oneRequest,
    stated: ['received 1', 'received 1', 'review 0', 'suit 0', 'fees_yuan 0'],
  },
  {
    file: '001_f3659af85ff66049.txt',
    agency: '真源街道办事处',
    year: 2022,
    form: '2021',
    cells: 200,
    figures: {},
    stated: [],
  },
  {
    file: '002_83053b7e25c70037.txt',
    agency: '乐至县劳动镇',
    year: 2022,
    form: '2021',
    cells: 200,
    figures: {},
    stated: ['received 0', 'fees_yuan 0'],
  },
  {
    file: '003_03da7e1ee6363f6c.txt',
    agency: '梁园区长征街道办事处',
    year: 2020,
    form: '2019',
    cells: 198,
    figures: {},
    stated: ['received 0', 'fees_yuan 0'],
  },
  {
    file: '004_4095ec7c00299beb.txt',
    agency: '前进区人力资源和社会保障局',
    year: 2022,
    form: '2019',
    cells: 198,
    figures: {},
    stated: ['received 0', 'review 0', 'suit 0', 'fees_yuan 0'],
  },
]

/** The figures of a report that are not 0. */
const figuresOf = (report: Report) =>
  Object.fromEntries(
    report.cells.filter((cell) => cell.value !== 0).map((cell) => [cell.cell_id, cell.value]),
  )

const briefly = (report: Report) => report.stated.map(({ counts, value }) => `${counts} ${value}`)

/** What stands at a locator of a text file. */
function standsAt(lines: readonly string[], locator: string): string | undefined {
  const [, line, cell] = /^line (\d+)(?:, cell (\d+))?$/.exec(locator) ?? []
  const whole = lines[Number(line) - 1]
  return (cell ? whole?.split('\t')[Number(cell) - 1] : whole?.replace(/\|\s*$/, ''))?.trim()
}

if (existsSync(seedsDir))
  describe('the five seeds', () => {
    describe.each(seeds)('$file', ({ file, agency, year, form, cells, figures, stated }) => {
      const text = readFileSync(join(seedsDir, file), 'utf8')
      const read = async () => (await readAlone(text, file)).report

      test('is of its agency and year, on its form, and complete', async () => {
        const { agency_name, year: read_year, disclosure_form, requests_form, status } = await read()
        expect([agency_name, read_year, disclosure_form, requests_form, status]).toEqual([
          agency,
          year,
          form,
          form,
          'complete',
        ])
      })

      test(`has ${cells} cells, all printed numbers, those that are not 0 named here`, async () => {
        const report = await read()
        expect(report.cells.length).toBe(cells)
        expect(report.cells.filter((cell) => cell.kind !== 'number')).toEqual([])
        expect(figuresOf(report)).toEqual(figures)
      })

      test('states in its prose what a reader finds there, and nothing else', async () => {
        expect(briefly(await read())).toEqual(stated)
      })

      test('locates every cell where its figure stands', async () => {
        const lines = text.split(/\r\n|\n|\r/)
        const { cells: all } = await read()
        for (const cell of all)
          expect([cell.cell_id, standsAt(lines, cell.locator)]).toEqual([cell.cell_id, cell.raw])
        const places = all.map((cell) => cell.locator)
        expect(new Set(places).size).toBe(places.length)
      })
    })

    test.each(seeds)('$file has its six sections', async ({ file }) => {
      const { document } = await readAlone(readFileSync(join(seedsDir, file), 'utf8'), file)
      expect(sectionsOf(document).map((section) => section.statutory)).toEqual(statutorySections)
    })

    test('have recovered rows only where a row holds eight values for seven columns', async () => {
      const reports = await Promise.all(
        seeds.map(({ file }) => readAlone(readFileSync(join(seedsDir, file), 'utf8'), file)),
      )
      const recovered = reports.map(
        ({ report }) => report.cells.filter((cell) => cell.reading === 'recovered').length,
      )
      expect(recovered).toEqual([0, 23 * 7, 0, 0, 0])
    })
  })

if (existsSync(page))
  describe('the page of 沭阳县发展和改革局', () => {
    test('has its figures, with blanks that its totals prove to be 0', async () => {
      const { report } = await readAlone(readFileSync(page), 'shuyang-fgj-2023.html')
      expect([report.agency_name, report.year, report.status]).toEqual([
        '沭阳县发展和改革局',
        2023,
        'complete',
      ])
      const numbers = report.cells.filter((cell) => cell.kind === 'number' && cell.value !== 0)
      expect(Object.fromEntries(numbers.map((cell) => [cell.cell_id, cell.value]))).toMatchObject({
        'disclosure.normative_documents.issued': 8,
        'disclosure.normative_documents.in_force': 18,
        'requests.received.natural_person': 26,
        'requests.received.total': 26,
        'requests.concluded.natural_person': 26,
        'requests.concluded.total': 26,
      })
      expect(report.cells.filter((cell) => cell.effective_value === null)).toEqual([])
      expect(briefly(report)).toEqual(['received 26'])
    })
  })

if (existsSync(pdf))
  test('the prose of 淮安市 states its figures, those of the whole city as such', async () => {
    const { report } = await readAlone(readFileSync(pdf), 'huaian-city-2024.pdf')
    expect(briefly(report)).toEqual([
      'received 3119',
      'concluded 3050',
      'carried_in 34',
      'carried_out 103',
      'review 351',
      'review_upheld 72',
      'review_overturned 64',
      'review_other 178',
      'review_pending 37',
      'suit 46',
      'suit_upheld 25',
      'suit_overturned 5',
      'suit_other 9',
      'suit_pending 7',
      'fees_yuan 3940',
    ])
    const [received, concluded] = report.stated
    expect([received?.scope_words, concluded?.includes_carried_in]).toEqual(['全市', true])
  })

// Without the originals a file of tests must still say so, and none may be skipped.
if (!existsSync(seedsDir)) {
  test('the originals are not here; the transcriptions in data/raw are tested', async () => {
    console.info(`no ${seedsDir}: the seeds are not tested here`)
    expect(existsSync(seedsDir)).toBe(false)
  })
}
