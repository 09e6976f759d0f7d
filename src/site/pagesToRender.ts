import { hash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hashes, PartsOfRoute } from './siteParts.ts'

/** What the build tells the pages, by the environment, since Astro loads them by itself. */
export interface RenderSetup {
  /** A file with the hashes of the parts that are there already. */
  readonly before: string
  /** The folder in which each route notes down its parts; in a thread beside the one that does, they are there. */
  readonly now: string
  readonly isFirst: boolean
}
const variable = 'GONGKAI_RENDER'
export const renderEnvironment = (setup: RenderSetup): Record<string, string> => ({
  [variable]: JSON.stringify(setup),
})

/** Whether the pages are loaded to be built, and not while they are worked on. */
export const isBuild = (): boolean => process.env[variable] !== undefined

const known = new WeakMap<object, string>()
/** Lists that many pages show, such as the figures of all peers, are hashed once. */
const sharedLength = 16

function digest(_: string, value: unknown): unknown {
  if (!Array.isArray(value) || value.length < sharedLength) return value
  const made = known.get(value) ?? hash('sha256', JSON.stringify(value))
  known.set(value, made)
  return made
}

/** A hash of what a page shows; of the order of lists too. */
export const hashShown = (shown: unknown): string =>
  hash('sha256', JSON.stringify(shown, digest)).slice(0, 24)

let read: { readonly path: string; readonly hashes: Hashes } | undefined

function hashesBefore(path: string): Hashes {
  if (read?.path !== path) read = { path, hashes: JSON.parse(readFileSync(path, 'utf8')) as Hashes }
  return read.hashes
}

/** Pages of one route that follow from the same things, such as those of all reports of an agency. */
export interface PageGroup<Page> {
  /** Tells it from the others of the route. */
  readonly key: string
  /** Everything that the pages show, besides words and code: as JSON. */
  shown(): unknown
  /** The pages themselves; they are asked for only when they have to be rendered. */
  pages(): readonly Page[]
}

const noteOf = (folder: string, route: string): string => join(folder, `${route}.json`)

/** The groups that show something else than they did; notes down what all show now. */
function changedGroups<Page>(
  route: string,
  groups: readonly PageGroup<Page>[],
  addressOf: (page: Page) => string,
  { before, now }: RenderSetup,
): Page[] {
  const earlier = hashesBefore(before)
  const hashes: Record<string, string> = {}
  const files: Record<string, string[]> = {}
  const wanted = groups.flatMap((group) => {
    const name = `${route}/${group.key}`
    const shown = hashShown(group.shown())
    hashes[name] = shown
    if (earlier[name] === shown) return []
    const pages = group.pages()
    files[name] = pages.map(addressOf)
    return pages
  })
  mkdirSync(now, { recursive: true })
  writeFileSync(noteOf(now, route), JSON.stringify({ hashes, files } satisfies PartsOfRoute))
  return wanted
}

/**
 * The pages of a route that have to be rendered: all of them, but in a build that continues an earlier one only
 * those of groups that show something else than they did.
 *
 * @param route a name for the route
 * @param addressOf the address of a page, relative to the site
 */
export function pagesToRender<Page>(
  route: string,
  groups: readonly PageGroup<Page>[],
  addressOf: (page: Page) => string,
): Page[] {
  const told = process.env[variable]
  const setup = told ? (JSON.parse(told) as RenderSetup) : null
  if (setup?.isFirst) return changedGroups(route, groups, addressOf, setup)
  const all = !setup || Object.keys(hashesBefore(setup.before)).length === 0
  if (all) return groups.flatMap((group) => group.pages())
  // The first thread found out already.
  const { files } = JSON.parse(readFileSync(noteOf(setup.now, route), 'utf8')) as PartsOfRoute
  return groups.flatMap((group) => (files[`${route}/${group.key}`] ? group.pages() : []))
}
