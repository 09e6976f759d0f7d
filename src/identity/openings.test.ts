import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { readText } from '../ingest/readers/text.ts'
import { identify } from './identify.ts'

/**
 * Invented openings of reports: T1 to T18 are the ways titles are written, R1 to R8 the rules of level and type.
 * A slash ends a line of the opening; an empty agency or year is one that nothing tells.
 */
interface Opening {
  readonly pattern: string
  readonly opening: string
  readonly agency: string
  readonly year: string
  readonly type: string
  readonly level: string
}
const { data: openings } = Papa.parse<Opening>(
  readFileSync(join(import.meta.dirname, 'openings.csv'), 'utf8'),
  { header: true, skipEmptyLines: true },
)

test.each(openings)('$pattern: $opening', ({ opening, agency, year, type, level }) => {
  const found = identify(readText(opening.replaceAll('/', '\n')))
  expect([found.name, String(found.year ?? ''), found.type, found.level]).toEqual([agency, year, type, level])
  // What is unknown or only inferred is said to be so.
  const codes = found.findings.map((one) => one.code)
  expect(codes.includes('agency_unknown')).toBe(agency === '')
  expect(codes.includes('year_unknown')).toBe(year === '')
})

test('the table has an opening for every pattern and every rule', () => {
  expect(openings.length).toBeGreaterThanOrEqual(150)
  const patterns = new Set(openings.map((one) => one.pattern))
  for (let i = 1; i <= 18; i += 1) expect(patterns).toContain(`T${i}`)
  for (let i = 1; i <= 8; i += 1) expect(patterns).toContain(`R${i}`)
})
