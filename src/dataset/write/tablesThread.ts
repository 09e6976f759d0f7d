import { loadReport } from '../load.ts'
import { writeCells } from './packedLines.ts'
import { cellsPart, type ReportsOfSegment } from './parts.ts'
import type { Place, WrittenPart } from './tableParts.ts'

/** The cells of a year, which a thread is to write. */
export interface CellsTask {
  readonly place: Place
  /** The folder of the corpus. */
  readonly corpus: string
  readonly path: string
  readonly reports: readonly ReportsOfSegment[]
}

/** Writes the cells of a year in a thread, which needs to know nothing of other reports. */
export default ({ place, corpus, path, reports }: CellsTask): Promise<WrittenPart> =>
  writeCells(
    place,
    cellsPart(path, reports, (id) => loadReport(id, corpus)),
  )
