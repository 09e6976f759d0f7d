import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { anAgency, aReport, balanced, cellValues } from '../../tests/reports.ts'
import { figuresOf } from '../model/figures.ts'
import { finding } from '../model/issue.ts'
import type { Report } from '../model/report.ts'
import { filesBelow } from './cache/folderStamp.ts'
import type { Atlas } from './load.ts'
import { toIssues } from './numberIssues.ts'
import { updateDataset } from './update.ts'
import { fingerprint } from './write/fingerprint.ts'
import { issueLine } from './write/issueFiles.ts'
import { atlasFile, fromAtlas, issueFile, issueShards, reportFile } from './write/layout.ts'
import { segmentsOf } from './write/segments.ts'

// Threads are started, while other tests run beside it.
vi.setConfig({ testTimeout: 120_000 })

/** Ids of agencies with which a segment begins, of so many agencies in each, or does not. */
function idsThat(begin: boolean, agencies: number, count: number): string[] {
  const ids: string[] = []
  for (let i = 0; ids.length < count; i += 1) {
    const id = `x-${i}`
    const isFirst = segmentsOf([{ agency_id: 'before' }, { agency_id: id }], agencies).length === 2
    if (isFirst === begin) ids.push(id)
  }
  return ids
}
const agencyIds = [
  ...new Set([...idsThat(true, 1024, 5), ...idsThat(true, 128, 5), ...idsThat(false, 128, 10)]),
].sort()
const years = [2021, 2022, 2023, null]

/** A report of an agency for a year, in one of many versions; without tables in some. */
function version(agency_id: string, year: number | null, variant: number): Report {
  const report_id = `${agency_id}-${year ?? 'undated-1'}`
  const source = { ...aReport().source, path: `${report_id}.txt`, sha256: `${variant}` }
  const about = { report_id, agency_id, year, source, title: `第 ${variant} 版，"${agency_id}"` }
  if (variant % 5 === 4)
    return aReport({ ...about, requests_form: null, disclosure_form: null, cells: [], status: 'unreadable' })
  let next = variant
  const figures = { ...balanced(() => next++ % 7), 'disclosure.regulations.issued': variant % 3 ? 1.5 : null }
  const findings = [finding('row_total', { expected: '1', found: `第${variant}` })].slice(variant % 2)
  return aReport({
    ...about,
    status: variant % 7 === 6 ? 'superseded' : 'complete',
    cells: cellValues(figures),
    issues: toIssues(findings, report_id, source.path),
  })
}

let folder: string
const at = (path: string) => join(folder, path)
const write = async (path: string, text: string) => {
  await mkdir(dirname(at(path)), { recursive: true })
  await writeFile(at(path), text)
}

/** Writes reports as `ingest` does; with more issues counted than there are, so that these are kept in segments. */
async function writeReadings(reports: readonly Report[], issues: number): Promise<void> {
  const sorted = reports.toSorted((a, b) => (a.report_id < b.report_id ? -1 : 1))
  const listed = sorted.map(figuresOf)
  if (listed[0]) listed[0] = { ...listed[0], issue_counts: { row_total: issues } }
  const atlas: Atlas = {
    reports: listed,
    agencies: [...new Set(sorted.map((one) => one.agency_id))].map((id) => anAgency(id)),
    unread: [],
    corrections: [],
    issue_kinds: [],
    files: { found: sorted.length, reports: sorted.length },
    formats: [],
  }
  await rm(at('normalized'), { recursive: true, force: true })
  await write(`normalized/${atlasFile}`, [...fromAtlas(atlas)].join(''))
  for (const report of sorted)
    await write(`normalized/${reportFile(report.report_id)}`, JSON.stringify(report))
  const lines = sorted.flatMap((report) => report.issues.map(issueLine))
  for (const shard of issueShards) {
    const ofShard = lines.filter(({ id }) => id.startsWith(shard)).sort((a, b) => (a.id < b.id ? -1 : 1))
    if (ofShard.length > 0)
      await write(`normalized/${issueFile(shard)}`, ofShard.map(({ line }) => `${line}\n`).join(''))
  }
}

const update = (name: string, jobs: number, fresh = false) =>
  updateDataset({
    normalized: at('normalized'),
    dataset: at(name),
    releases: at('releases'),
    cache: at('cache'),
    jobs,
    fresh,
  })
const bytes = (name: string) =>
  Promise.all(
    filesBelow(at(name))
      .sort()
      .map(async (path) => [path, (await fingerprint(join(at(name), path))).sha256]),
  )

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'take-over-test-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const all = () =>
  new Map(agencyIds.flatMap((id) => years.map((year) => [`${id} ${year}`, version(id, year, 1)] as const)))

describe('a dataset that takes over what is the same', () => {
  const change = fc.record({
    agency: fc.constantFrom(...agencyIds),
    year: fc.constantFrom(...years),
    // None: the report goes, or stays away.
    variant: fc.option(fc.nat(20)),
  })
  const steps = fc.array(fc.array(change, { minLength: 1, maxLength: 5 }), { minLength: 3, maxLength: 3 })

  test.each([100, 100_000, 1_000_000])(
    'is byte for byte that of a fresh one, with as many issues as %i',
    async (issues) => {
      await fc.assert(
        fc.asyncProperty(steps, async (changes) => {
          const reports = all()
          for (const step of [[], ...changes]) {
            for (const { agency, year, variant } of step) {
              if (variant === null) reports.delete(`${agency} ${year}`)
              else reports.set(`${agency} ${year}`, version(agency, year, variant))
            }
            await writeReadings([...reports.values()], issues)
            for (const jobs of [1, 2]) await update(`kept-${jobs}`, jobs)
            await update('fresh', 1, true)
            const expected = await bytes('fresh')
            for (const jobs of [1, 2]) expect(await bytes(`kept-${jobs}`)).toEqual(expected)
          }
        }),
        { numRuns: 1, seed: 20261128 },
      )
    },
  )

  test('reads only the reports of segments with something new', async () => {
    const reports = all()
    await writeReadings([...reports.values()], 1_000_000)
    await update('dataset', 1)
    const changed = agencyIds.at(-1) as string
    reports.set(`${changed} 2022`, version(changed, 2022, 2))
    await writeReadings([...reports.values()], 1_000_000)
    const ofYear = [...reports.values()].filter(({ year }) => year === 2022)
    const segment =
      segmentsOf(ofYear, 128)
        .at(-1)
        ?.map(({ report_id }) => report_id) ?? []
    expect(segment.length).toBeLessThan(agencyIds.length / 2)
    for (const { report_id } of reports.values())
      if (!segment.includes(report_id)) await rm(at(`normalized/${reportFile(report_id)}`))
    await update('dataset', 1)
    for (const { report_id } of reports.values())
      expect(existsSync(at(`normalized/${reportFile(report_id)}`))).toBe(segment.includes(report_id))
    await writeReadings([...reports.values()], 1_000_000)
    await update('fresh', 1, true)
    expect(await bytes('dataset')).toEqual(await bytes('fresh'))
  })
})
