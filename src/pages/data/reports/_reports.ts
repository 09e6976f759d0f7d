import { loadAtlas } from '../../../dataset/load.ts'
import { pagesToRender } from '../../../site/pagesToRender.ts'

/** A file for every report, those that do not count included. */
export const reportPaths = (extension: 'csv' | 'json') => () =>
  pagesToRender(
    `reports-${extension}`,
    loadAtlas().reports,
    ({ report_id }) => `data/reports/${report_id}.${extension}`,
    ({ digest }) => digest,
  ).map(({ report_id }) => ({ params: { report: report_id } }))
