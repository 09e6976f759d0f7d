import { expect, test } from 'vitest'
import { InventedCountry } from './agencies.ts'
import { fuzzOnce } from './fuzz.ts'
import { Random } from './random.ts'
import { readBack } from './readBack.ts'
import type { Rendered } from './render/layout.ts'
import { layoutOf, layouts } from './render/layouts.ts'
import { notice } from './render/page.ts'
import { inventReport } from './report.ts'
import surveyLayout from './survey.ts'

/** How many reports a layout are read back; the full run is `GONGKAI_ROUND_TRIPS=2000 npx vitest …`. */
const reports = Number(process.env['GONGKAI_ROUND_TRIPS'] ?? 5)

/** Layouts that are read whole, as long as agencies write their zeros. */
const readWhole = [
  'tab-led-cells',
  'tab-led-wrapped',
  'html',
  'html-nbsp',
  'html-word',
  'html-spans-lost',
  'docx',
  'doc',
  'docx-split',
  'docx-spans-lost',
  'xlsx',
  'xlsx-text',
  'pdf-ruled',
  'pdf-pages',
  'mht',
  'mht-word',
  'zip-html',
  'zip-docx',
]

const country = new InventedCountry('layouts', 500)

test('layouts have ids of their own', () => {
  expect(new Set(layouts.map((layout) => layout.id)).size).toBe(layouts.length)
})

test.each(layouts.map((layout) => layout.id))(
  '%s: read as printed or flagged',
  { timeout: 600_000 },
  async (id) => {
    const { silent, examples } = await surveyLayout({ seed: '1', layout: id, reports })
    expect({ silent, examples }).toEqual({ silent: 0, examples: [] })
  },
)

test.each(readWhole)(
  '%s: every report that writes its zeros is read whole',
  { timeout: 120_000 },
  async (id) => {
    for (let index = 0; index < 12; index += 1) {
      const report = inventReport(country, index, 2020 + (index % 4), { errors: false })
      if ([...report.cells.values()].some((cell) => cell.kind !== 'number')) continue
      const { report: read } = await readBack(layoutOf(id).render(report, new Random(id, index)))
      expect(read?.status).toBe('complete')
    }
  },
)

/** Files whose first line can be read without a reader. */
const plainText: ReadonlySet<string> = new Set(['txt', 'md', 'csv', 'tsv', 'html', 'htm'])
const charsetOf = (id: string): string =>
  id.startsWith('utf-16') ? id : id.startsWith('gb') ? 'gb18030' : 'utf-8'

/** What the reader takes a file of an extension for. */
const formats: Readonly<Partial<Record<Rendered['extension'], string>>> = {
  docx: 'docx',
  doc: 'doc',
  xlsx: 'xlsx',
  pdf: 'pdf',
  mht: 'mht',
  html: 'html',
  htm: 'html',
}

test.each(layouts.map((layout) => layout.id))(
  '%s: says at its beginning that it is invented, and is what its name says',
  async (id) => {
    const file = layoutOf(id).render(inventReport(country, 1, 2022), new Random(id))
    const { source, document } = await readBack(file)
    const [first] = document?.blocks ?? []
    const begins = plainText.has(file.extension)
      ? new TextDecoder(charsetOf(id)).decode(file.bytes).split('\n')[0]
      : first?.kind === 'paragraph' && first.text
    expect(begins).toContain(id.startsWith('traditional') ? '虛構' : notice.slice(1, 3))
    expect(source.format).toBe(formats[file.extension] ?? source.format)
  },
)

test('the same report in the same layout gives the same bytes', () => {
  const render = (id: string) => layoutOf(id).render(inventReport(country, 1, 2022), new Random(id)).bytes
  for (const { id } of layouts) expect([id, render(id)]).toEqual([id, render(id)])
})

test('a run of the fuzzer is settled by its seed and number', async () => {
  const [once, again] = [await fuzzOnce('1', 5), await fuzzOnce('1', 5)]
  expect({ ...once, ms: 0 }).toEqual({ ...again, ms: 0 })
})

test('damaged files never crash the reader', { timeout: 120_000 }, async () => {
  const failures = await Promise.all(Array.from({ length: 80 }, (_, run) => fuzzOnce('test', run)))
  expect(failures.filter((one) => one.failure === 'crash' || one.failure === 'slow')).toEqual([])
})
