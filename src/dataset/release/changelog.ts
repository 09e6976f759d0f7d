import { changeWords } from '../../i18n/changes.ts'
import { changeKinds } from '../describe/changesTable.ts'
import type { CsvRow } from '../verify/readCsv.ts'
import type { Release } from './release.ts'

/** Of each kind, so many are named; all are in `changes.csv`. */
const named = 50

const line = (row: CsvRow): string =>
  row['cell_id']
    ? `- \`${row['report_id']}\` \`${row['cell_id']}\`: ${row['before'] || '—'} → ${row['after'] || '—'} (${row['why']})`
    : `- \`${row['report_id']}\``

/** The changelog of a release in Markdown: what differs from the one before. */
export function changelog(release: Release, changes: readonly CsvRow[]): string {
  const { version, released_on, previous } = release
  const parts = changeKinds.flatMap((kind) => {
    const rows = changes.filter((row) => row['change'] === kind)
    if (rows.length === 0) return []
    const more = rows.length - named
    return [
      `## ${changeWords[kind].zh} · ${changeWords[kind].en}: ${rows.length}`,
      '',
      ...rows.slice(0, named).map(line),
      ...(more > 0 ? [`- … ${more} more in changes.csv`] : []),
      '',
    ]
  })
  const start = previous === null ? ['第一次发布。 · The first release.', ''] : []
  const none =
    previous !== null && parts.length === 0
      ? [`与 ${previous} 相同。 · Nothing differs from ${previous}.`, '']
      : []
  return [`# ${version} (${released_on})`, '', ...start, ...none, ...parts].join('\n')
}
