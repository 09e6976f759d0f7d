import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { codeVersion } from '../dataset/cache/codeVersion.ts'
import { type FileState, filesBelow, stateOf } from '../dataset/cache/folderStamp.ts'
import { sha256 } from '../ingest/discover.ts'
import type { SitePart, SiteParts } from './siteParts.ts'

/** What is known of a built site. */
export interface SiteState {
  /** The code, the address and the base that it was built with. */
  readonly version: string
  /** The parts that are pages, and those that no page renders. */
  readonly pages: SiteParts
  readonly others: SiteParts
  /** The files of no part, which are written anew with whatever changes. */
  readonly rest: readonly string[]
}

const source = fileURLToPath(new URL('../', import.meta.url))
const root = fileURLToPath(new URL('../../', import.meta.url))

/** The version of all code that renders pages and files of agencies and reports, with the settings of the site. */
export function renderingVersion(): string {
  const shown = ['pages', 'layouts', 'components', 'styles', 'client'].flatMap((folder) =>
    filesBelow(join(source, folder)).map((file) => join(source, folder, file)),
  )
  const code = codeVersion([
    ...shown,
    join(source, 'api/write.ts'),
    join(source, 'site/reportFiles.ts'),
    join(source, 'textSearch/write.ts'),
    join(root, 'astro.config.mjs'),
    join(root, 'package-lock.json'),
  ])
  const names = ['GONGKAI_SITE', 'GONGKAI_BASE', 'GONGKAI_INVENTED', 'GONGKAI_TEXT_SEARCH']
  const settings = names.map((name) => process.env[name] ?? '')
  return sha256(JSON.stringify([code, settings]))
}

const statePath = (cache: string, site: string): string =>
  join(cache, 'sites', `${sha256(resolve(site)).slice(0, 16)}.json`)

/** Parts that are other than before, and the names of those that went. */
interface PartsChange {
  readonly made: SiteParts
  readonly gone: readonly string[]
}

/** How the state of a site differs from the one before. */
interface StateChange {
  readonly pages: PartsChange
  readonly others: PartsChange
  readonly rest: readonly string[]
}

/** After so many changes the state is written whole again, and where one takes more than this part of it. */
const mostChanges = 20

const isSame = (part: SitePart, other: SitePart | undefined): boolean =>
  part.hash === other?.hash &&
  part.files.length === other.files.length &&
  part.files.every((file, i) => file === other.files[i])

function changeOf(before: SiteParts, now: SiteParts): PartsChange {
  const made: Record<string, SitePart> = {}
  for (const name in now) {
    const part = now[name] as SitePart
    if (!isSame(part, before[name])) made[name] = part
  }
  const gone: string[] = []
  for (const name in before) if (!Object.hasOwn(now, name)) gone.push(name)
  return { made, gone }
}

/** Changes parts as they were into those that they are. */
function apply({ made, gone }: PartsChange, parts: Record<string, SitePart>): void {
  Object.assign(parts, made)
  for (const name of gone) delete parts[name]
}

/** The lines of the state of a site: the state as it was once, then what changed since. */
function linesOf(bytes: Buffer): string[] {
  const lines: string[] = []
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf('\n', from)
    // A line that was cut off tells nothing, so that the state tells nothing either.
    if (end < 0) return []
    lines.push(bytes.toString('utf8', from, end))
    from = end + 1
  }
  return lines
}

/** A state as it was read. */
export interface SavedState extends SiteState {
  /** How often it was changed since it was written whole. */
  readonly changes: number
  /** The file that it was read from. */
  readonly written: FileState
}

/**
 * What is known of a site that was built with the code that there is now; null where nothing is, or where what was
 * noted down is damaged.
 */
export function loadState(cache: string, site: string, version: string): SavedState | null {
  try {
    const path = statePath(cache, site)
    const written = stateOf(path)
    const [whole = 'null', ...changes] = linesOf(readFileSync(path))
    const state = JSON.parse(whole) as SiteState | null
    if (state?.version !== version) return null
    let { rest } = state
    for (const line of changes) {
      const change = JSON.parse(line) as StateChange
      apply(change.pages, state.pages as Record<string, SitePart>)
      apply(change.others, state.others as Record<string, SitePart>)
      rest = change.rest
    }
    return { version, pages: state.pages, others: state.others, rest, changes: changes.length, written }
  } catch {
    return null
  }
}

/**
 * Notes down what is known of a site. Of half a million files it is 40 MB, so that as a rule only what is other than
 * before is added.
 *
 * @param before what is noted down so far; null where it does not hold
 */
export function saveState(cache: string, site: string, before: SavedState | null, state: SiteState): void {
  const path = statePath(cache, site)
  const change = before && before.changes < mostChanges ? changeFrom(before, state) : null
  // Where another build wrote meanwhile, what it wrote is not what this one began with.
  const isAsRead = before !== null && isDeepStrictEqual(stateOf(path), before.written)
  const [, , size = 0] = before?.written ?? []
  if (change !== null && isAsRead && change.length * mostChanges <= size) {
    appendFileSync(path, change)
    return
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(state)}\n`)
}

/** The line of what is other than before. */
function changeFrom(before: SiteState, { pages, others, rest }: SiteState): string {
  const change: StateChange = {
    pages: changeOf(before.pages, pages),
    others: changeOf(before.others, others),
    rest,
  }
  return `${JSON.stringify(change)}\n`
}
