import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { aReport } from '../../../tests/reports.ts'
import type { Report } from '../../model/report.ts'
import { loadSections } from '../load.ts'
import { reportFile } from './layout.ts'
import { reportBytes } from './reportFiles.ts'

const hostile = fc.string({
  unit: fc.constantFrom('"cells":[]', '"sections":[]', '\\', '"', '甲', '\n', '[]}'),
  maxLength: 6,
})
const json = (value: unknown) => Buffer.from(JSON.stringify(value))

test('the file of a report is its JSON, whatever its texts say', () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 6, maxLength: 6 }), fc.boolean(), (texts, isEmpty) => {
      const [agency_name = '', title = '', raw = '', found = '', section = '', path = ''] = texts
      const cells = isEmpty ? [] : aReport({}).cells.map((cell) => ({ ...cell, raw }))
      const { source, ...rest } = aReport({ agency_name, title })
      const issues = rest.issues.map((issue) => ({ ...issue, found }))
      const report = { ...rest, source: { ...source, path }, cells, issues } as Report
      const sections = [{ heading: section, paragraphs: [] }]
      const bytes = reportBytes({ ...report, cells: [] }, json(cells), json(sections))
      expect(bytes.toString()).toBe(JSON.stringify({ ...report, sections }))
    }),
  )
})

test('the sections are found in the file of a report, whatever they say', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sections-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, reportFile('a-2024'))
  mkdirSync(dirname(file), { recursive: true })
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 3 }), hostile, (texts, title) => {
      const sections = texts.map((heading) => ({ heading, paragraphs: [{ text: heading, locator: title }] }))
      writeFileSync(file, reportBytes(aReport({ title }) as Report, json([]), json(sections)))
      expect(loadSections('a-2024', folder)).toEqual(sections)
    }),
  )
})
