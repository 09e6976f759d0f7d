import type { CellId } from '../../model/cells.ts'
import { disclosureFigures } from '../disclosureFigures.ts'
import { printCells } from '../printing.ts'
import type { Random } from '../random.ts'
import { disputeFigures, requestFigures } from '../requestFigures.ts'
import type { InventedReport } from '../truth.ts'
import { htmlDocument, writeCleanTable, writePieces } from './html.ts'
import { encodeUtf8, type Layout, pageText } from './layout.ts'
import { type Piece, pageOf } from './page.ts'
import { writeTabLed, writeTabRows } from './tabs.ts'

const style = { zero: '0', zeroTotals: true, digits: 'plain', plus: false, minus: '-' } as const

/** A report of a body below, with figures of its own: it stands in the same file and is not what the file is about. */
function annex(report: InventedReport, random: Random, number: number): InventedReport {
  const own = random.derive('annex', number)
  const agency = { ...report.agency, name: `${report.agency.name}第${number}分局`, activity: 1, requests: 5 }
  const requests = requestFigures(agency, report.year, report.forms.requests, own)
  const figures = new Map<CellId, number>([
    ...disclosureFigures(agency, report.year, report.forms.disclosure, own),
    ...requests,
    ...disputeFigures(requests, report.year, own),
  ])
  return { ...report, agency, cells: printCells(figures, style), errors: [] }
}

/** A report and after it those of two bodies below. The first is what counts. */
function withAnnexes(report: InventedReport, random: Random): Piece[] {
  const annexes = [1, 2].flatMap((number): Piece[] => [
    { kind: 'paragraph', text: `附件${number}` },
    ...pageOf(annex(report, random, number), random).slice(1),
  ])
  return [...pageOf(report, random), ...annexes]
}

export const annexLayouts: readonly Layout[] = [
  {
    id: 'annexes-tab-led',
    about: 'a report with those of two bodies below, one cell a line',
    share: 1,
    render: (report, random) => ({
      bytes: encodeUtf8(pageText(withAnnexes(report, random), random, writeTabLed)),
      extension: 'txt',
    }),
  },
  {
    id: 'annexes-tab-rows',
    about: 'a report with those of two bodies below, tab rows',
    share: 1,
    render: (report, random) => ({
      bytes: encodeUtf8(pageText(withAnnexes(report, random), random, writeTabRows)),
      extension: 'txt',
    }),
  },
  {
    id: 'annexes-html',
    about: 'a report with those of two bodies below, HTML',
    share: 1,
    render: (report, random) => ({
      bytes: encodeUtf8(htmlDocument(writePieces(withAnnexes(report, random), random, writeCleanTable))),
      extension: 'html',
    }),
  },
]
