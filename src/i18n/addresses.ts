import { locatorAnchor } from '../model/locator.ts'
import { agencyAddress, sourceAddress, yearAnchor } from '../site/pageAddress.ts'
import { reportAddress } from '../site/reportAddress.ts'
import { fileHref, type Locale, pageHref, pagePath } from './locale.ts'

/** Address of an agency's profile; with a year, of that year's part of it. */
export const agencyHref = (locale: Locale, agencyId: string, year?: number | null): string =>
  pageHref(locale, agencyAddress(agencyId, year))

/** Fragment of one cell on a profile. */
export const cellAnchor = (year: number | null, cellId: string): string => `${yearAnchor(year)}.${cellId}`

/** Address of a source as read; with a locator, of that place in it. */
export const sourceHref = (locale: Locale, reportId: string, locator = ''): string =>
  `${pageHref(locale, sourceAddress(reportId))}${locator ? `#${locatorAnchor(locator)}` : ''}`

/** Address of the cells of one report as a download. */
export const reportFileHref = (reportId: string, extension: 'csv' | 'json'): string =>
  fileHref(reportAddress(reportId, extension))

/** Address of the page of a region. */
export const regionHref = (locale: Locale, regionId: string): string =>
  pageHref(locale, `regions/${encodeURIComponent(regionId)}/`)

/** Address of one cell on a profile. */
export const cellHref = (locale: Locale, agencyId: string, year: number | null, cellId: string): string =>
  `${agencyHref(locale, agencyId)}#${cellAnchor(year, cellId)}`

/** Where the issues of one kind are, without language; from the second page of them on, with its number. */
export const issuesPath = (code: string, page = 1): string => `quality/${code}/${page > 1 ? `${page}/` : ''}`
/** Address of the issues of one kind. */
export const issuesHref = (locale: Locale, code: string, page = 1): string =>
  pageHref(locale, issuesPath(code, page))

/** Address of the agencies of a region by year. */
export const coverageHref = (locale: Locale, regionId: string): string =>
  pageHref(locale, `coverage/${encodeURIComponent(regionId)}/`)

/** Of what a page has a picture of its own; all others share that of the overview. */
export type Pictured =
  | { readonly kind: 'pages'; readonly id: 'overview' }
  | { readonly kind: 'charts' | 'regions' | 'agencies'; readonly id: string }

/** Address of the picture that stands for a page where it is shared. That of an agency is one for both languages. */
export function pictureHref(locale: Locale, { kind, id }: Pictured): string {
  const path = `social/${kind}/${encodeURIComponent(id)}.png`
  return fileHref(kind === 'agencies' ? path : pagePath(locale, path))
}
