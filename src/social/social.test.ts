import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { charts } from '../charts/index.ts'
import { inventedAtlas, sevenReports } from '../charts/invented.ts'
import { locales } from '../i18n/locale.ts'
import { type Card, footSvg, layOut } from './card.ts'
import { agencyCard, chartCard, overviewCard } from './cards.ts'
import { draw } from './draw.ts'
import { statesDrawing } from './drawings.ts'
import { faces } from './letters.ts'
import { Palette, palettePng } from './png.ts'
import { Sheet } from './sheet.ts'
import { agencyPicture } from './size.ts'
import { fullStep } from './stamps.ts'

const card: Card = { title: '霁川县发展和改革局', lines: ['2023 年'], site: 'Atlas', host: 'example.org' }

/** The chunks of a PNG by type. */
function chunksOf(png: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  return chunks
}

describe('a PNG with a palette', () => {
  test('has the colours of its pixels, of all its parts', () => {
    const above = Uint8Array.from([251, 250, 247, 255, 27, 29, 33, 255])
    const below = Uint8Array.from([27, 29, 33, 255, 181, 48, 28, 255])
    const palette = new Palette()
    const rows = palette.rowsOf({ width: 2, height: 1, rgba: above })
    const more = new Palette(palette)
    const chunks = chunksOf(palettePng(2, [rows, more.rowsOf({ width: 2, height: 1, rgba: below })], more))
    expect([...(chunks.get('PLTE') ?? [])]).toEqual([251, 250, 247, 27, 29, 33, 181, 48, 28])
    expect([...inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))]).toEqual([0, 0, 1, 0, 1, 2])
    expect(palette.colours).toHaveLength(2)
  })

  test('holds at most 256 colours, of which the nearest stands for any other', () => {
    const bytes = Array.from({ length: 512 }, (_, i) => [
      (i % 8) * 32,
      ((i >> 3) % 8) * 32,
      (i >> 6) * 32,
      255,
    ])
    const palette = new Palette()
    const rows = palette.rowsOf({
      width: 512,
      height: 1,
      rgba: Uint8Array.from([...bytes, bytes[511] ?? []].flat()),
    })
    expect(palette.colours).toHaveLength(256)
    const last = palette.colours[rows[512] ?? 0] ?? 0
    expect([last & 255, (last >>> 8) & 255]).toEqual([224, 224])
  })
})

describe('letters', () => {
  test('come as outlines as wide as they are, and one that the font lacks as the mark for it', async () => {
    await faces.text.load('一\u{2a6d6}')
    expect(faces.text.width('一一', 10)).toBe(20)
    expect(faces.text.draw('\u{2a6d6}', 0, 0, 10, '')).toBe(faces.text.draw('〓', 0, 0, 10, ''))
  })
})

describe('a card', () => {
  test('asks for no font', async () => {
    const { drawing } = await layOut(overviewCard(inventedAtlas(sevenReports), 'zh'))
    for (const svg of [drawing?.svg ?? '', await footSvg(card)]) {
      expect(svg).not.toContain('<text')
      expect(svg).toContain('<path')
    }
  })

  test('is of the size that networks ask for, below 60 KB, and the same bytes each time', async () => {
    const png = await draw(card)
    expect(chunksOf(png).get('IHDR')?.subarray(0, 8)).toEqual(Buffer.from([0, 0, 4, 176, 0, 0, 2, 118]))
    expect(png.length).toBeLessThan(60_000)
    expect((await draw(card)).equals(png)).toBe(true)
  })

  test('takes titles of any length and characters of any kind', async () => {
    for (const title of ['', '机'.repeat(300), 'word '.repeat(100), '<&"> \u{2a6d6}']) {
      expect((await draw({ ...card, title })).length).toBeGreaterThan(1000)
    }
  })
})

describe.each([0, 1, 7])('of %i reports', (count) => {
  const atlas = inventedAtlas(sevenReports.slice(0, count))

  test.each(locales)('overview and charts have cards in %s', async (locale) => {
    for (const made of [overviewCard(atlas, locale), ...charts.map((one) => chartCard(one, atlas, locale))]) {
      expect(made.title).not.toBe('')
      const { drawing, rows } = await layOut(made)
      expect(JSON.stringify([drawing, rows.map(({ face: _, ...row }) => row)])).not.toMatch(
        /NaN|undefined|null|Infinity/,
      )
    }
  })

  test('every agency has a card with its name and its latest figures in both languages', () => {
    for (const agency of atlas.agencies) {
      const made = agencyCard(agency, atlas)
      expect(made.title).toBe(agency.name)
      expect(made.lines).toHaveLength(2)
      expect(made.lines[0]).toMatch(/^\d{4} 年/)
      expect(made.lines[1]).toMatch(/^\d{4}: /)
    }
  })
})

describe('a sheet', () => {
  const ramp = Array.from({ length: fullStep + 1 }, (_, step) => step)
  const written = (x: number, y: number) => {
    const sheet = new Sheet(40, 40)
    sheet.write(faces.text, '一', x, y, 20, ramp)
    return sheet.rows
  }

  test('has letters where they are set, and keeps to its edges', async () => {
    await faces.text.load('一')
    const rows = written(10, 30)
    const inked = [...rows.keys()].filter((i) => rows[i])
    expect(inked.length).toBeGreaterThan(20)
    for (const i of inked) {
      expect((i % 41) - 1).toBeGreaterThanOrEqual(10)
      expect((i % 41) - 1).toBeLessThan(30)
    }
    expect(Math.max(...rows)).toBe(fullStep)
    for (const [x, y] of [
      [-15, 5],
      [35, 45],
      [-90, 20],
      [20, -90],
    ] as const) {
      expect(
        written(x, y)
          .filter((_, i) => i % 41 === 0)
          .every((one) => one === 0),
      ).toBe(true)
    }
  })

  test('takes another picture in', () => {
    const sheet = new Sheet(4, 3)
    sheet.paste(Uint8Array.from([0, 7, 8, 0, 9, 6]), 2, 1, 1)
    expect([...sheet.rows]).toEqual([0, 0, 0, 0, 0, 0, 0, 7, 8, 0, 0, 0, 9, 6, 0])
  })
})

test('very many agencies share one picture', () => {
  expect(agencyPicture('a', 10_000)).toEqual({ kind: 'agencies', id: 'a' })
  expect(agencyPicture('a', 10_001)).toBeUndefined()
})

describe('agencies as dots', () => {
  const states = (some: number, zero: number) => [
    { year: 2023, states: { some, zero, unreadable: 0, no_report: 1 } },
  ]
  test.each([
    [3, 4, 1],
    [100, 80, 1],
    [150_000, 1, 1000],
  ])('%i with requests and %i at zero: %i for a dot', (some, zero, per) => {
    expect(statesDrawing(states(some, zero)).per).toBe(per)
  })

  test('leave no state out', () => {
    const { drawing } = statesDrawing(states(150_000, 1))
    const marks = new Set(drawing.shapes.flatMap((one) => (one.kind === 'mark' ? [one.activity] : [])))
    expect([...marks]).toEqual(['some', 'zero', 'no_report'])
  })
})
