import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../write/folder.ts'

/** Versions as Semantic Versioning writes them, without builds: `1.2.0`, `1.2.0-beta.1`. */
const pattern = /^(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?$/

/** @throws UsageError when a text is no version */
export function requireVersion(text: string): string {
  if (!pattern.test(text)) throw new UsageError(`a version is like 1.2.0, not ${text}`)
  return text
}

/** The order of versions: by their numbers, and one with a suffix before the same one without. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [pattern.exec(a) ?? [], pattern.exec(b) ?? []]
  for (const i of [1, 2, 3]) {
    const order = Number(left[i]) - Number(right[i])
    if (order !== 0) return order
  }
  const [one = '', other = ''] = [left[4], right[4]]
  if (one === other) return 0
  return one === '' ? 1 : other === '' ? -1 : one < other ? -1 : 1
}

/** The file that marks a folder as a release of ours, and says what it is. */
export const releaseMark = 'release.json'

/** The versions in a folder of releases, the earliest first. */
export async function releasedVersions(releases: string): Promise<string[]> {
  if (!existsSync(releases)) return []
  return (await readdir(releases))
    .filter((name) => pattern.test(name) && existsSync(join(releases, name, releaseMark)))
    .sort(compareVersions)
}

/** The folder of the dataset in the latest release; undefined without any. */
export async function latestDataset(releases: string): Promise<string | undefined> {
  const latest = (await releasedVersions(releases)).at(-1)
  return latest === undefined ? undefined : join(releases, latest, 'dataset')
}
