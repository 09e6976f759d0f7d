import { hash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The pages of a site that are there one for each agency or report, by address, each with a hash of what it shows. */
export type PageHashes = Readonly<Record<string, string>>

/** What the build tells the pages, by the environment, since Astro loads them by itself. */
export interface RenderSetup {
  /** A file with the pages that are there already. */
  readonly before: string
  /** The folder in which each route notes down its pages; none in a thread beside the one that does. */
  readonly now?: string
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

let read: { readonly path: string; readonly pages: PageHashes } | undefined

function pagesBefore(path: string): PageHashes {
  if (read?.path !== path) read = { path, pages: JSON.parse(readFileSync(path, 'utf8')) as PageHashes }
  return read.pages
}

/**
 * The pages of a route that have to be rendered: all of them, but in a build that continues an earlier one only
 * those that show something else than they did.
 *
 * @param route a name for the route
 * @param addressOf the address of a page, relative to the site
 * @param shownOf everything that the page shows, besides words and code: as JSON
 */
export function pagesToRender<Page>(
  route: string,
  pages: readonly Page[],
  addressOf: (page: Page) => string,
  shownOf: (page: Page) => unknown,
): Page[] {
  const told = process.env[variable]
  if (!told) return [...pages]
  const { before, now } = JSON.parse(told) as RenderSetup
  const earlier = pagesBefore(before)
  if (now === undefined && Object.keys(earlier).length === 0) return [...pages]
  const hashes: Record<string, string> = {}
  const wanted = pages.filter((page) => {
    const address = addressOf(page)
    const shown = hashShown(shownOf(page))
    hashes[address] = shown
    return earlier[address] !== shown
  })
  if (now === undefined) return wanted
  mkdirSync(now, { recursive: true })
  writeFileSync(join(now, `${route}.json`), JSON.stringify(hashes))
  return wanted
}
