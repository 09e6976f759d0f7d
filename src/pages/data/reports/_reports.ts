import { loadAtlas } from '../../../dataset/load.ts'
import { isBuild } from '../../../site/pagesToRender.ts'

/**
 * A file for every report, those that do not count included, while the site is worked on. In a build they come from
 * the files that are there already; see `writeReportFiles`.
 */
export const getStaticPaths = () =>
  isBuild() ? [] : loadAtlas().reports.map(({ report_id }) => ({ params: { report: report_id } }))
