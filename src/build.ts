import { existsSync } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { linkPages, writeApi } from './api/write.ts'
import { codeVersion } from './dataset/cache/codeVersion.ts'
import {
  type FolderChanged,
  type FolderFound,
  filesFound,
  noteFilesLeft,
} from './dataset/cache/filesInThread.ts'
import { defaultCache, usableCache } from './dataset/cache/folder.ts'
import { filesBelow, isMadeFrom, noteMadeFrom, stampOf } from './dataset/cache/folderStamp.ts'
import { collectGarbage } from './dataset/collectGarbage.ts'
import { type Atlas, letGoOfAtlas, loadAtlas } from './dataset/load.ts'
import type { DatasetUpdate } from './dataset/update.ts'
import { changeFolder, finishChanges } from './dataset/write/changeFolder.ts'
import { siteMark } from './dataset/write/folder.ts'
import { atlasFile } from './dataset/write/layout.ts'
import { linkFile } from './dataset/write/linkFile.ts'
import { sha256 } from './ingest/discover.ts'
import { isInvented } from './invented/mark.ts'
import type { ReportFigures } from './model/figures.ts'
import { bundleParts, siteBundle } from './site/bundle.ts'
import { renderPages, usableCores } from './site/render.ts'
import { hasReport, reportsShownAnew, writeReportFiles } from './site/reportFiles.ts'
import { type FilesOfSite, filesLost, restOf, stagedFiles } from './site/siteFiles.ts'
import { filesOfParts, type SiteParts } from './site/siteParts.ts'
import { loadState, renderingVersion, saveState } from './site/siteState.ts'
import { writeSitemap } from './sitemap.ts'
import { writeTextIndex } from './textSearch/write.ts'

/** The folders that a site is made from and written to. */
export interface SiteFolders {
  readonly normalized: string
  readonly dataset: string
  readonly site: string
  /** The releases of the dataset, which need not be there. */
  readonly releases: string
  readonly quiet: boolean
  /** The most threads that render; by default, as many as there are cores and memory for. */
  readonly jobs?: number | undefined
  /** Where it is noted down which page shows what. */
  readonly cache?: string | undefined
  /** Whether to render every page again. */
  readonly fresh?: boolean
  /** What `filesThere` gives, where it was asked for already. */
  readonly there?: Promise<FolderFound>
  /** Brings the dataset up to date, where it is not yet; see `datasetUpdate`. */
  readonly updateDataset?: DatasetUpdate | null | undefined
}

/** Of fewer reports, another thread takes longer to start than it saves. */
const fewReports = 200

/**
 * Builds the site and puts the dataset under its `data/`. Of the pages of agencies and reports only those are
 * rendered that show something else than in the site that is there; the result is the same as if all were. A site
 * that was made from just the same is left alone. Of a site of which any file was touched since it was built, all is
 * made anew. The folder of the site changes only when everything that is new is there. No page shows what only the
 * dataset has, so that it is brought up to date while pages are rendered; before that where all pages are, which takes
 * memory enough. The base path of the site is `GONGKAI_BASE`, its address `GONGKAI_SITE` (see astro.config.mjs).
 *
 * @returns the reports that the site has now and had not before, then those that it had otherwise; null where all of it
 * was made anew
 */
export async function buildSite(folders: SiteFolders): Promise<readonly ReportFigures[] | null> {
  const { normalized, site, releases, quiet, fresh = false, updateDataset } = folders
  process.env['GONGKAI_NORMALIZED'] = resolve(normalized)
  process.env['GONGKAI_RELEASES'] = resolve(releases)
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  const cache = await usableCache(folders.cache ?? defaultCache())
  const version = renderingVersion()
  const read = readingsStamp(folders)
  const inputs = () => siteInputs(folders, read, version)
  const there = folders.there ?? filesThere(site, cache.folder)
  const asLeft = async () => (await there).other === null
  if (!fresh && !updateDataset && isMadeFrom(cache.folder, site, inputs()) && (await asLeft())) {
    await cache.remove()
    return []
  }
  const state = fresh ? null : loadState(cache.folder, site, version)
  const earlier = state && (await asLeft()) ? state : null
  if (state && !earlier && !quiet) sayWhatIsOther(site, await there)
  const before: FilesOfSite = earlier ?? { pages: {}, others: {}, rest: [] }
  let now: FilesOfSite = before
  let changed: Pick<FolderChanged, 'fresh' | 'gone' | 'known'> = { fresh: [], gone: [], known: new Map() }
  let made = ''
  let shownAnew: readonly ReportFigures[] | null = null
  const work = join(cache.folder, 'sites', `work-${process.pid}`)
  try {
    if (!earlier) await updateDataset?.()
    await changeFolder(site, siteMark, async (change) => {
      const bundle = await siteBundle(cache.folder, version, quiet)
      const reports = countReports(normalized)
      if (!earlier) collectGarbage(reports)
      const jobs = reports < fewReports ? 1 : (folders.jobs ?? usableCores())
      const folder = change.staging
      const options = {
        bundle,
        folder,
        before: before.others,
        inputs,
        goesOn: earlier !== null,
        updateDataset: earlier && updateDataset,
      }
      const rendering = renderPages({ bundle, folder, work, before: before.pages, jobs })
      const others = writeAllButPages(folders, options).then((written) => {
        if (earlier) return written
        // Rendering all pages goes on for long, in threads that have an atlas each.
        letGoOfAtlas()
        collectGarbage(reports)
        return written
      })
      // Neither may still be writing when the folder is given up, as it is when one of them fails.
      const [written, rendered, found] = await allDone([others, rendering, there])
      made = written.made
      const parts = { pages: rendered.parts, others: written.parts }
      linkPages(change.staging)
      const { GONGKAI_SITE: address, GONGKAI_BASE: base = '/' } = process.env
      if (address && !isInvented()) {
        const pages = filesOfParts(parts.pages).filter((path) => path.endsWith('/'))
        await writeSitemap(change.staging, new URL(base, address).href, pages)
      }
      const staged = stagedFiles(change.staging, rendered)
      now = { ...parts, rest: restOf(staged, before, parts) }
      if (earlier) shownAnew = written.shownAnew
      const gone = new Set(earlier ? filesLost(before, parts) : found.files())
      for (const path of staged) gone.delete(path)
      for (const path of gone) change.remove(path)
      changed = { fresh: staged, gone: [...gone], known: rendered.written }
    })
    const note = async () => {
      saveState(cache.folder, site, earlier, { version, ...now })
      noteMadeFrom(cache.folder, site, made)
    }
    const left = noteFilesLeft(cache.folder, site, { ...changed, goesOn: earlier !== null })
    // Neither may still be writing when the cache is given up.
    const [placeNote] = await allDone([left, note()])
    placeNote()
    return shownAnew
  } finally {
    await rm(work, { recursive: true, force: true })
    await cache.remove()
  }
}

/** How many reports there are. A function of its own: one that waits for something keeps all that it looked at. */
const countReports = (normalized: string): number => loadAtlas(normalized).reports.length

interface OtherFiles extends Pick<SiteFolders, 'updateDataset'> {
  readonly bundle: string
  readonly folder: string
  readonly before: SiteParts
  /** Whether it is the site of `before` that is brought up to date. */
  readonly goesOn: boolean
  /** As of `siteInputs`. */
  readonly inputs: () => string
}

/** As `writeAllButPages` gives it. */
interface OthersWritten {
  readonly parts: SiteParts
  readonly made: string
  readonly shownAnew: readonly ReportFigures[]
}

/**
 * Brings the dataset up to date, and writes all that no page renders.
 *
 * @returns the parts of the site among that, the inputs that they were made from, and the reports among that which are
 * new or changed
 */
async function writeAllButPages(folders: SiteFolders, options: OtherFiles): Promise<OthersWritten> {
  const databaseLeft = Promise.withResolvers<void>()
  const { folder, inputs, updateDataset } = options
  const atlas = loadAtlas(folders.normalized)
  const datasetWritten = updateDataset?.(databaseLeft.resolve)
  // The database has the most to do of all, and waits for the rest of the dataset alone.
  const whileDatabase = async () => {
    await Promise.race([datasetWritten, databaseLeft.promise])
    return writeOthers(folders, atlas, options)
  }
  const [written, ofReports] = await allDone([
    whileDatabase(),
    writeReportFiles(atlas, { ...folders, ...options, datasetWritten }),
    datasetWritten,
  ])
  // What changes from here on is for the next build.
  const made = inputs()
  await publishDataset(folders, folder)
  // Of a site that is made anew they are all, and nobody asks for them.
  const shownAnew = options.goesOn ? reportsShownAnew(atlas, options.before, ofReports) : []
  return { parts: { ...written, ...ofReports }, made, shownAnew }
}

/**
 * Writes what no page renders and the dataset has no part in: the files that pages share, the interface for programs,
 * and the index of the text. Gives the parts of the site among them.
 */
async function writeOthers(
  { normalized, site }: SiteFolders,
  atlas: Atlas,
  { bundle, folder, before }: OtherFiles,
): Promise<SiteParts> {
  for (const shared of [join(bundle, bundleParts.files), publicFolder])
    await cp(shared, folder, { recursive: true })
  const api = await writeApi(atlas, { folder, withPages: false, earlier: { site, parts: before } })
  const isSame = (report: ReportFigures) => hasReport(before, report)
  return { ...api, ...writeTextIndex(atlas, { normalized, folder, site, before, isSame }) }
}

/** Puts the dataset and its releases into the site. */
async function publishDataset({ dataset, releases }: SiteFolders, folder: string): Promise<void> {
  for (const path of filesBelow(dataset)) linkFile(join(dataset, path), join(folder, 'data', path))
  await publishReleases(releases, join(folder, 'data/releases'))
}

/** What each gives, once none of them is at work any more; throws what the first threw that failed. */
async function allDone<T extends readonly unknown[]>(
  work: readonly [...T],
): Promise<{ [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(work)
  return Promise.all(work)
}

/**
 * Which files a site has and how they were left, looked for in another thread while something else is done. What an
 * earlier build decided to change and did not get done, is done first.
 */
export function filesThere(site: string, cache = defaultCache()): Promise<FolderFound> {
  finishChanges(site, siteMark)
  // A folder of something else is refused later, whatever is in it.
  if (!existsSync(join(site, siteMark))) return Promise.resolve({ other: '', files: () => [] })
  const found = filesFound(cache, site)
  // Who needs them is told of a failure.
  found.catch(() => {})
  return found
}

/** Says why all of a site is made anew; of one that was removed, or of which nothing is known, there is nothing to say. */
function sayWhatIsOther(site: string, { other }: FolderFound): void {
  if (other)
    process.stderr.write(
      `${join(site, other)}, and maybe more of ${site}, or of the dataset it shares, is not as it was left: all of the site is made anew\n`,
    )
}

/** The modules that put a site together, beside those that render its pages. */
const buildingModules = [fileURLToPath(import.meta.url)]
const publicFolder = fileURLToPath(new URL('../public/', import.meta.url))

/** Which readings a site follows from: the atlas has a hash of every report in the normalized folder. */
const readingsStamp = ({ normalized }: SiteFolders): readonly string[] => [
  resolve(normalized),
  stampOf(normalized, [atlasFile]),
]

/** A hash of all that a site follows from. The readings and the dataset are left alone when nothing in them is new. */
function siteInputs({ dataset, releases }: SiteFolders, read: readonly string[], version: string): string {
  const made = [dataset, releases, publicFolder].map((folder) => [
    resolve(folder),
    stampOf(folder, filesBelow(folder)),
  ])
  return sha256(JSON.stringify([version, codeVersion(buildingModules), read, made]))
}

/** Copies the releases beside the dataset, as what changed and as zips; their files are in these. */
async function publishReleases(releases: string, target: string): Promise<void> {
  if (!existsSync(releases)) return
  await cp(releases, target, {
    recursive: true,
    filter: (path) => !relative(releases, path).split(sep).includes('dataset'),
  })
}
