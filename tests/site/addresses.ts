import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { load } from 'cheerio/slim'

/** A built page: its address on the site, without leading slash, and its HTML. */
export interface BuiltPage {
  readonly address: string
  readonly html: string
}

/** Every HTML page of a built site. */
export async function builtPages(site: string): Promise<BuiltPage[]> {
  const files = await readdir(site, { recursive: true })
  const pages = files.filter((file) => file.endsWith('.html')).sort()
  return Promise.all(
    pages.map(async (file) => ({
      address: file.replaceAll('\\', '/').replace(/index\.html$/, ''),
      html: await readFile(join(site, file), 'utf8'),
    })),
  )
}

export const parse = (html: string) => load(html)

/** One page of each kind, in Chinese; the English ones stand under `en/`. */
export const kindsOfPage = [
  '',
  'agencies/',
  'agencies/321322-shuyangxian-fazhanhegaigeju/',
  'agencies/411628001-zhenyuanjiedao/',
  'sources/420102009-laodongjiedao-2022/',
  'sources/320800-huaianshi-2024/',
  'regions/',
  'regions/410000-henansheng/',
  'regions/411628-luyixian/',
  'charts/',
  'charts/volumes/',
  'charts/zero-activity/',
  'charts/outcomes/',
  'charts/applicants/',
  'charts/concentration/',
  'charts/largest/',
  'charts/proactive/',
  'charts/coverage/',
  'explore/',
  'compare/',
  'compare/?a=321322-shuyangxian-fazhanhegaigeju,411628001-zhenyuanjiedao',
  'search/?q=信息公开',
  'data/',
  'quality/',
  'quality/row_recovered/',
  'coverage/',
  'data/codebook/',
  'data/dictionary/',
  'changes/',
  'glossary/',
  'methods/',
] as const
