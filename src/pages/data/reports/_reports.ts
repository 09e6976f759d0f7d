import { loadAtlas } from '../../../dataset/load.ts'

/** A file for every report, those that do not count included. */
export const reportPaths = () =>
  loadAtlas().reports.map((report) => ({ params: { report: report.report_id } }))
