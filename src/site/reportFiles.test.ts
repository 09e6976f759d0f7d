import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { aReport, cellValues } from '../../tests/reports.ts'
import { publishedTable } from '../dataset/describe/tables.ts'
import { contentOfCells } from '../dataset/write/cellContent.ts'
import { csvHeader } from '../dataset/write/csv.ts'
import { reportFile } from '../dataset/write/layout.ts'
import { figuresOf } from '../model/figures.ts'
import { writeReportFiles } from './reportFiles.ts'

const folder = mkdtempSync(join(tmpdir(), 'report-files-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const table = publishedTable('cells')
const reports = ['a', 'b', 'c'].map((agency_id, i) =>
  aReport({ agency_id, cells: i === 1 ? [] : cellValues().toReversed() }, { 'requests.received.total': i }),
)
const write = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}
for (const report of reports) write(`normalized/${reportFile(report.report_id)}`, JSON.stringify(report))
const lines = contentOfCells(table, reports).csv(false)
write(`dataset/cells/${reports[0]?.year}.csv`, Buffer.concat([Buffer.from(csvHeader(table)), lines]))

/** All files that are written, by name. */
async function written(
  name: string,
  few: number,
  datasetWritten?: Promise<void>,
): Promise<Record<string, string>> {
  mkdirSync(join(folder, name, 'data/reports'), { recursive: true })
  const [normalized, dataset] = [join(folder, 'normalized'), join(folder, 'dataset')]
  const options = { normalized, dataset, folder: join(folder, name), before: {}, few, datasetWritten }
  await writeReportFiles({ reports: reports.map(figuresOf) }, options)
  const files = readdirSync(join(folder, name, 'data/reports')).toSorted()
  return Object.fromEntries(
    files.map((file) => [file, readFileSync(join(folder, name, 'data/reports', file), 'utf8')]),
  )
}

test('the cells of a report are the same from the dataset of all and from its own record', async () => {
  const cut = await written('cut', 0)
  expect(Object.keys(cut)).toHaveLength(2 * reports.length)
  expect(await written('made', 10)).toEqual(cut)
})

test('a dataset that is still to be written is waited for where cells are taken from it, and else not', async () => {
  const lost = Promise.reject(new Error('no dataset'))
  lost.catch(() => {})
  await expect(written('waits', 0, lost)).rejects.toThrow('no dataset')
  expect(Object.keys(await written('waits-not', 10, lost))).toHaveLength(2 * reports.length)
})
