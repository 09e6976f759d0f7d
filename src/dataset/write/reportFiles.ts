import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Report } from '../../model/report.ts'
import type { ReadingPieces } from '../cache/pieces.ts'
import { finishReport, type Standing } from '../numberReports.ts'
import { piecesAt } from '../readingAt.ts'
import type { ReadingPlace } from '../rowsOfFolder.ts'
import { type IssueLine, issueLine } from './issueFiles.ts'
import { documentFile, reportFile } from './layout.ts'

/** A report that is to be written: how it stands among the others, and where its reading is. */
export interface ReportToWrite {
  readonly standing: Standing
  readonly at: ReadingPlace
}

/** The pieces of a report whole, in its place; without its cells, which are a piece by themselves. */
export function finishPieces(standing: Standing, { about, ...pieces }: ReadingPieces) {
  if (!about.report) throw new Error(`${about.source.path} gave no report`)
  return { report: finishReport(standing, about.report), ...pieces }
}

/** An empty list, of cells or of sections, where the JSON of a report gets the piece instead. */
const hole = '[]'
const cellsHole = `"cells":${hole}`
const sectionsEnd = `${hole}}`

/** The file of a report: the JSON of it with the cells and the sections as they were read. */
export function reportBytes(report: Report, cells: Uint8Array, sections: Uint8Array): Buffer {
  const text = JSON.stringify({ ...report, cells: [], sections: [] })
  // Nothing in a text looks so, where the quotes of a key would have a backslash before them.
  const from = text.indexOf(cellsHole) + cellsHole.length - hole.length
  const between = text.slice(from + hole.length, -sectionsEnd.length)
  return Buffer.concat([Buffer.from(text.slice(0, from)), cells, Buffer.from(between), sections, closing])
}
const closing = Buffer.from('}')

const isNone = (document: Uint8Array): boolean => document.length === 'null'.length

/** Writes reports into a folder, each with its cells, its issues and its sections, and its source as a document. */
export class ReportFiles {
  readonly #folder: string
  readonly #made = new Set<string>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Writes the files of a report, and gives its issues. */
  write({ standing, at }: ReportToWrite): IssueLine[] {
    const { report, cells, sections, document } = finishPieces(standing, piecesAt(at))
    this.#writeFile(reportFile(report.report_id), reportBytes(report, cells, sections))
    if (!isNone(document)) this.#writeFile(documentFile(report.report_id), document)
    return report.issues.map(issueLine)
  }

  #writeFile(path: string, bytes: Uint8Array): void {
    const target = join(this.#folder, path)
    const parent = dirname(target)
    if (!this.#made.has(parent)) mkdirSync(parent, { recursive: true })
    this.#made.add(parent)
    writeFileSync(target, bytes)
  }
}
