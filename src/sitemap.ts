import { readdir, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'

/** How many addresses one file of a sitemap may hold by its protocol. */
const most = 50_000

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const file = (outer: string, inner: string, addresses: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${outer} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n` +
  `${addresses.map((one) => `<${inner}><loc>${escaped(one)}</loc></${inner}>`).join('\n')}\n</${outer}>\n`

/** The sitemap of pages: by file name, one file, or an index of several where one would hold too many. */
export function sitemapFiles(pages: readonly string[], root: string, limit = most): Map<string, string> {
  const addresses = pages.toSorted().map((page) => `${root}${page}`)
  if (addresses.length <= limit) return new Map([['sitemap.xml', file('urlset', 'url', addresses)]])
  const parts = Array.from({ length: Math.ceil(addresses.length / limit) }, (_, i) => i)
  const files = new Map(
    parts.map((i) => [
      `sitemap-${i}.xml`,
      file('urlset', 'url', addresses.slice(i * limit, (i + 1) * limit)),
    ]),
  )
  const names = [...files.keys()].map((name) => `${root}${name}`)
  return files.set('sitemap.xml', file('sitemapindex', 'sitemap', names))
}

/**
 * Writes the sitemap of a built site, and the robots.txt that names it.
 *
 * @param address where the site is published, its base path included
 * @param others pages of the site that are not in the folder, since they stayed as they were
 */
export async function writeSitemap(
  folder: string,
  address: string,
  others: readonly string[] = [],
): Promise<void> {
  const root = address.endsWith('/') ? address : `${address}/`
  const files = await readdir(folder, { recursive: true })
  const there = files
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path === 'index.html' || path.endsWith('/index.html'))
    .map((path) => path.replace(/index\.html$/, ''))
  const pages = [...new Set([...there, ...others])].map((path) =>
    path.split('/').map(encodeURIComponent).join('/'),
  )
  for (const [name, text] of sitemapFiles(pages, root)) await writeFile(join(folder, name), text)
  await writeFile(join(folder, 'robots.txt'), `User-agent: *\nAllow: /\n\nSitemap: ${root}sitemap.xml\n`)
}
