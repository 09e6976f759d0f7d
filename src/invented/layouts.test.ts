import { expect, test } from 'vitest'
import { readReport } from '../dataset/report.ts'
import { InventedCountry } from './agencies.ts'
import { fuzzOnce } from './fuzz.ts'
import { Random } from './random.ts'
import { layouts } from './render/layouts.ts'
import { notice } from './render/page.ts'
import { inventReport } from './report.ts'
import surveyLayout from './survey.ts'

/** How many reports a layout are read back; the full run is `GONGKAI_ROUND_TRIPS=2000 npx vitest …`. */
const reports = Number(process.env['GONGKAI_ROUND_TRIPS'] ?? 5)

/** Layouts that are read whole, as long as agencies write their zeros. */
const readWhole = ['tab-led-cells', 'tab-led-wrapped', 'html', 'html-nbsp', 'html-word', 'html-spans-lost']

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
    const layout = layouts.find((one) => one.id === id)
    for (let index = 0; index < 12; index += 1) {
      const report = inventReport(country, index, 2020 + (index % 4), { errors: false })
      if ([...report.cells.values()].some((cell) => cell.kind !== 'number')) continue
      const { bytes } = layout?.render(report, new Random(id, index)) ?? { bytes: new Uint8Array() }
      expect((await readReport('x', bytes)).report?.status).toBe('complete')
    }
  },
)

test.each(layouts.map((layout) => layout.id))('%s: says in its first line that it is invented', (id) => {
  const layout = layouts.find((one) => one.id === id)
  const { bytes } = layout?.render(inventReport(country, 1, 2022), new Random(id)) ?? {
    bytes: new Uint8Array(),
  }
  const charset = id.startsWith('utf-16') ? id : id.startsWith('gb') ? 'gb18030' : 'utf-8'
  const [first] = new TextDecoder(charset).decode(bytes).split('\n')
  expect(first).toContain(id.startsWith('traditional') ? '虛構' : notice.slice(0, 4))
})

test('a run of the fuzzer is settled by its seed and number', async () => {
  const [once, again] = [await fuzzOnce('1', 5), await fuzzOnce('1', 5)]
  expect({ ...once, ms: 0 }).toEqual({ ...again, ms: 0 })
})

test('damaged files never crash the reader', { timeout: 120_000 }, async () => {
  const failures = await Promise.all(Array.from({ length: 80 }, (_, run) => fuzzOnce('test', run)))
  expect(failures.filter((one) => one.failure === 'crash' || one.failure === 'slow')).toEqual([])
})
