import { filesBelow } from '../dataset/cache/folderStamp.ts'
import type { Rendered } from './render.ts'
import { bySameness } from './siteParts.ts'
import type { SiteState } from './siteState.ts'

/** What a site consists of, as `SiteState`. */
export type FilesOfSite = Omit<SiteState, 'version'>
type Parts = Pick<SiteState, 'pages' | 'others'>

const ofFolder = 'index.html'
/** A page is known by its folder, or by its path where it has none of its own. */
const nameOf = (path: string): string =>
  path === ofFolder || path.endsWith(`/${ofFolder}`) ? path.slice(0, -ofFolder.length) : path
const pathOf = (name: string): string => (name === '' || name.endsWith('/') ? name + ofFolder : name)

/** The files that are to come into a site. The pages of agencies and reports each have a folder to themselves. */
export function stagedFiles(staging: string, { written }: Rendered): string[] {
  const pages = [...written.keys()]
  const folders = pages.filter((path) => path.endsWith(ofFolder)).map(nameOf)
  const others = filesBelow(staging, new Set(folders)).filter((path) => !written.has(path))
  return [...others, ...pages]
}

/** The kinds of parts, each with those that another site has the same and with the others. */
const kindsBySameness = (parts: Parts, other: Parts) =>
  (['pages', 'others'] as const).map((kind) => bySameness(parts[kind], other[kind]))

/** The files that were staged and are of no part: `rest` of a site. */
export function restOf(staged: readonly string[], before: Parts, now: Parts): string[] {
  const ofParts = new Set<string>()
  for (const { others } of kindsBySameness(now, before))
    for (const { files } of others) for (const file of files) ofParts.add(file)
  return staged.filter((path) => !ofParts.has(nameOf(path)))
}

/** The files of a site before that are of nothing that stays as it was. */
export function filesLost(before: FilesOfSite, now: Parts): string[] {
  const lost = new Set(before.rest.map(nameOf))
  const kinds = kindsBySameness(before, now)
  for (const { others } of kinds) for (const { files } of others) for (const file of files) lost.add(file)
  for (const { same } of kinds) for (const { files } of same) for (const file of files) lost.delete(file)
  return Array.from(lost, pathOf)
}
