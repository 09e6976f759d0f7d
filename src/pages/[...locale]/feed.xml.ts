import type { APIRoute } from 'astro'
import { about } from '../../dataset/describe/about.ts'
import { loadAtlas } from '../../dataset/load.ts'
import { atomFeed } from '../../dataset/release/feed.ts'
import { loadReleases } from '../../dataset/release/load.ts'
import { agencyHref } from '../../i18n/addresses.ts'
import { changesPageWords } from '../../i18n/changes.ts'
import { fileHref, langOf, localeOf, localePaths, pageHref } from '../../i18n/locale.ts'
import { siteWords } from '../../i18n/site.ts'

/** New reports and changed figures of every release as an Atom feed, in each language. */
export const getStaticPaths = localePaths

export const GET: APIRoute = ({ params, site }) => {
  const locale = localeOf(params['locale'])
  const reports = new Map(loadAtlas().reports.map((report) => [report.report_id, report]))
  const absolute = (href: string) => (site ? new URL(href, site).href : href)
  const feed = atomFeed(loadReleases(), {
    locale,
    lang: langOf(locale),
    title: `${siteWords.name[locale]} · ${changesPageWords.title[locale]}`,
    author: about().creator,
    base: absolute(fileHref('')),
    self: absolute(fileHref(locale === 'zh' ? 'feed.xml' : `${locale}/feed.xml`)),
    page: absolute(pageHref(locale, 'changes/')),
    hrefOf: (id) => {
      const report = reports.get(id)
      return report && absolute(agencyHref(locale, report.agency_id, report.year))
    },
  })
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
