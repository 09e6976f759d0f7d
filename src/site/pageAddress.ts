/** Fragment of a year on a profile. */
export const yearAnchor = (year: number | null): string => `y${year ?? '0'}`

/** Where an agency's profile is, relative to the site; with a year, that year's part of it. */
export const agencyAddress = (agencyId: string, year?: number | null): string =>
  `agencies/${encodeURIComponent(agencyId)}/${year ? `#${yearAnchor(year)}` : ''}`

/** Where the page of a source is, relative to the site: every report has one, those that do not count as well. */
export const sourceAddress = (reportId: string): string => `sources/${encodeURIComponent(reportId)}/`
