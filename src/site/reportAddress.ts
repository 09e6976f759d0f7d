/** Where the whole record of one report is, or its cells, relative to the site. */
export const reportAddress = (reportId: string, extension: 'csv' | 'json'): string =>
  `data/reports/${encodeURIComponent(reportId)}.${extension}`
