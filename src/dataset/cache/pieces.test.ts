import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sectionsOf } from '../../ingest/prose/sections.ts'
import { readBytes } from '../readFile.ts'
import { packReading, unpackPieces, unpackReading } from './entry.ts'

const cases = join(import.meta.dirname, '../../../tests/cases')

test.each(['pipe-rows/input.txt', 'no-title/input.txt', 'none'])(
  'a reading comes out of its pack as it was: %s',
  async (path) => {
    const bytes = path === 'none' ? Buffer.from('no report') : await readFile(join(cases, path))
    const [reading] = await readBytes('x.txt', bytes)
    if (!reading) throw new Error('nothing was read')
    const packed = packReading(reading)
    expect(JSON.stringify(unpackReading(packed))).toBe(JSON.stringify(reading))
    const { about, cells, sections, document } = unpackPieces(packed.packed)
    expect(about.report?.cells ?? []).toEqual([])
    expect(JSON.parse(cells.toString())).toEqual(reading.report?.cells ?? [])
    expect(JSON.parse(sections.toString())).toEqual(reading.document ? sectionsOf(reading.document) : [])
    expect(JSON.parse(document.toString())).toEqual(JSON.parse(JSON.stringify(reading.document)))
  },
)
