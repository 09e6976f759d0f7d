import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { aReport } from '../../tests/reports.ts'
import type { Atlas } from '../dataset/load.ts'
import { reportFile } from '../dataset/write/layout.ts'
import { figuresOf } from '../model/figures.ts'
import type { SiteParts } from '../site/siteParts.ts'
import { reportsPerBlock, textFolder } from './files.ts'
import { writeTextIndex } from './write.ts'

const root = mkdtempSync(join(tmpdir(), 'text-index-test-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A report for each text, the agencies in the order of the texts, and their records in the normalized folder. */
function atlasOf(texts: readonly string[]): Atlas {
  const reports = texts.map((text, i) => {
    const report = aReport({ agency_id: `a${String(i).padStart(2, '0')}` }, {})
    const path = join(root, 'normalized', reportFile(report.report_id))
    mkdirSync(dirname(path), { recursive: true })
    const sections = [{ heading: '总体情况', paragraphs: [{ text, locator: 'line 1' }] }]
    writeFileSync(path, JSON.stringify({ ...report, sections }))
    return { ...figuresOf(report), digest: text }
  })
  return { reports, agencies: [] } as Partial<Atlas> as Atlas
}

function write(
  atlas: Atlas,
  name: string,
  before: SiteParts = {},
  site = name,
  same: readonly string[] = [],
) {
  const [normalized, folder] = [join(root, 'normalized'), join(root, name)]
  const isSame = ({ digest }: { digest: string }) => same.includes(digest)
  return writeTextIndex(atlas, { normalized, folder, site: join(root, site), before, isSame })
}

const filesIn = (name: string) => {
  const folder = join(root, name, textFolder)
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.json'),
  )
  return new Map(paths.sort().map((path) => [path, join(folder, path)]))
}

test('of an index made on from an earlier one, the files that come out the same are those of that', () => {
  const texts = Array.from(
    { length: 2 * reportsPerBlock },
    (_, i) => `公开信息第${'一二三四五六七八九'[i % 9]}${i}条`,
  )
  const before = write(atlasOf(texts), 'before')
  const changed = texts.with(-1, '依法公开')
  const atlas = atlasOf(changed)
  write(atlas, 'now', before, 'before', texts.slice(0, -1))
  write(atlas, 'afresh')
  const [earlier, now] = [filesIn('before'), filesIn('now')]
  const afresh = Array.from(filesIn('afresh'), ([path, file]) => [path, readFileSync(file, 'utf8')])
  // The forms of characters follow from nothing and are left alone.
  expect(Array.from(now, ([path, file]) => [path, readFileSync(file, 'utf8')])).toEqual(
    afresh.filter(([path]) => path !== 'simplified.json'),
  )
  const isLeft = ([path, file]: readonly [string, string]) =>
    statSync(file).ino === statSync(earlier.get(path) ?? '').ino
  const left = [...now].filter(isLeft).map(([path]) => path.split('/').at(-1))
  expect(left).toContain('b0.json')
  expect(left).not.toContain('b1.json')
})
