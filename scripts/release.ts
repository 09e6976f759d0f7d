import { freezeRelease } from '../src/dataset/release/freeze.ts'
import { UsageError } from '../src/dataset/write/folder.ts'
import { changeWords } from '../src/i18n/changes.ts'
import { run } from './command.ts'

/** The date given, or that of today. */
function dateOf(text: string | undefined): string {
  const date = text ?? new Date().toISOString().slice(0, 10)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)))
    throw new UsageError(`--date takes a date such as 2026-01-31, not ${date}`)
  return date
}

await run(
  {
    name: 'release',
    does: 'freezes the dataset as a release, with its changes since the one before',
    argument: 'VERSION',
    flags: ['dataset', 'releases', 'date', 'quiet'],
  },
  async ({ dataset, releases, quiet }, values) => {
    const version = String(values['VERSION'])
    const date = dateOf(values['date'] as string | undefined)
    const release = await freezeRelease({ version, dataset, releases, date })
    if (quiet) return 0
    const changes = Object.entries(release.changes).map(
      ([kind, times]) => `  ${changeWords[kind as keyof typeof changeWords].en}: ${times}\n`,
    )
    process.stdout.write(
      `${version}, ${release.reports} reports of ${release.agencies} agencies, after ${release.previous ?? 'none'}\n${changes.join('')}`,
    )
    return 0
  },
)
