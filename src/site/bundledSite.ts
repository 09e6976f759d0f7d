import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type PathWithRoute, StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js'
import { bundleParts, type Heads } from './bundle.ts'
import { KeptResponse } from './keptResponse.ts'
import { PageEncoder } from './pageEncoder.ts'
import { redirectPage } from './redirectPage.ts'

type Route = PathWithRoute['route']

/** What Astro's code to render a build has, of which its types say nothing. */
interface BundledApp extends Required<StaticPathsApp> {
  setInternals(internals: { readonly pagesByKeys: ReadonlyMap<string, Heads[number][1]> }): void
  setOptions(options: {
    readonly settings: { readonly scripts: readonly never[] }
    readonly logger: { readonly options: { readonly destination: LogDestination } }
  }): void
  render(request: Request, options: { readonly routeData: Route }): Promise<Response>
}
interface LogDestination {
  write(event: { readonly level: string; readonly message: string }): void
}

/** A page or another file of a site. There are hundreds of thousands, so that nothing is in them that follows. */
export type SitePage = Readonly<PathWithRoute>

/** The path of a page within its site. */
export function fileOf({ pathname, route: { type } }: SitePage): string {
  const path = pathname.replace(/^\/|\/$/g, '')
  if (type === 'endpoint') return path
  // The one page that a server looks for by its name.
  return path === '404' ? '404.html' : join(path, 'index.html')
}

/** Whether there is a page of a route for each agency or report. */
const isMass = ({ params }: Route): boolean => params.some((name) => name === 'agency' || name === 'report')

/** The last part of the address of a page: an agency's id begins the ids of its reports. */
const subjectOf = ({ pathname }: SitePage): string => pathname.split('/').findLast(Boolean) ?? ''

/** The ids of the reports that pages show the source of, each once. */
export const reportsOf = (pages: readonly SitePage[]): ReadonlySet<string> =>
  new Set(pages.filter(({ route }) => route.params.includes('report')).map(subjectOf))

/** The address of a page without its language. */
const untranslated = ({ pathname }: SitePage): string => pathname.replace(/^\/en(?=\/)/, '')

function sortedBy(pages: readonly SitePage[], keyOf: (page: SitePage) => string): SitePage[] {
  const keyed = pages.map((page) => ({ page, key: keyOf(page) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ page }) => page)
}

/** Has the code of a route imported when its first page is rendered; Astro imports it for each page. */
function loadOnce(routes: BundledApp['manifest']['pageMap']): void {
  for (const [name, load] of routes ?? []) {
    let loaded: ReturnType<typeof load> | undefined
    routes?.set(name, () => {
      loaded ??= load()
      return loaded
    })
  }
}

/** The pages of a site as code, as Astro would render them in a build. */
export class BundledSite {
  readonly #app: BundledApp

  private constructor(app: BundledApp) {
    this.#app = app
  }

  /**
   * Opens a bundle; from then on all code of this thread makes responses that keep what they are made with, and
   * encodes texts in less time.
   *
   * @param folder see `siteBundle`
   */
  static async open(folder: string): Promise<BundledSite> {
    const code = join(folder, bundleParts.code)
    const entry = readdirSync(code).find((name) => name.startsWith('prerender-entry.'))
    if (!entry) throw new Error(`${code} has no prerender entry; remove ${folder} and build again`)
    globalThis.Response = KeptResponse
    globalThis.TextEncoder = PageEncoder
    const { app } = (await import(pathToFileURL(join(code, entry)).href)) as { app: BundledApp }
    const heads = JSON.parse(readFileSync(join(folder, bundleParts.heads), 'utf8')) as Heads
    loadOnce(app.manifest.pageMap)
    app.setInternals({ pagesByKeys: new Map(heads) })
    const destination: LogDestination = {
      write: ({ level, message }) => void process.stderr.write(`${level}: ${message}\n`),
    }
    app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } })
    return new BundledSite(app)
  }

  /** The pages that are there once, or once for something shared, such as a region; each beside its translation. */
  async sharedPages(): Promise<SitePage[]> {
    return sortedBy(await this.#pagesOf((route) => !isMass(route)), untranslated)
  }

  /** The pages for each agency or report, those beside each other that show the same one. */
  async massPages(): Promise<SitePage[]> {
    return sortedBy(await this.#pagesOf(isMass), subjectOf)
  }

  async #pagesOf(wanted: (route: Route) => boolean): Promise<SitePage[]> {
    const app = this.#app
    const paths = await new StaticPaths({
      manifest: { ...app.manifest, routes: app.manifest.routes.filter(({ routeData }) => wanted(routeData)) },
      routeCache: app.routeCache,
      getComponentByRoute: (route) => app.getComponentByRoute(route),
    }).getAll()
    const taken = new Set<string>()
    return paths.filter((page) => {
      const file = fileOf(page)
      // The first route that has an address keeps it.
      if (taken.has(file)) return false
      taken.add(file)
      return true
    })
  }

  /** The content of a page; null for one that has none. */
  async render({ pathname, route }: SitePage): Promise<Uint8Array | string | null> {
    const { base, site } = this.#app.manifest
    const address = `${base}/${pathname}${route.type === 'page' ? '/' : ''}`.replace(/\/{2,}/g, '/')
    const url = new URL(address, site ?? 'http://localhost')
    const response = await this.#app.render(new Request(url), { routeData: route })
    const location = response.headers.get('location')
    if (location !== null) return redirectPage(url.pathname, location, site)
    if (response instanceof KeptResponse && response.kept !== undefined) return response.kept
    return response.body && new Uint8Array(await response.arrayBuffer())
  }
}
