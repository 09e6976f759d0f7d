import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Atlas, loadSections } from '../dataset/load.ts'
import { sha256 } from '../ingest/discover.ts'
import type { ReportFigures } from '../model/figures.ts'
import { locatorAnchor } from '../model/locator.ts'
import type { PageHashes } from '../site/pagesToRender.ts'
import { type TextOfReport, textFolder } from './files.ts'
import { isTextSearched, reportsByYear } from './reports.ts'
import { simplifiedForms } from './simplified.ts'
import { writeYear } from './yearIndex.ts'

/** What is searched and shown of a report. */
function textOf(report: ReportFigures, name: string, normalized: string): TextOfReport {
  const sections = loadSections(report.report_id, normalized)
  return {
    id: report.report_id,
    name,
    sections: sections
      .filter(({ paragraphs }) => paragraphs.length > 0)
      .map(({ heading, paragraphs }) => [
        heading,
        paragraphs.map(({ text, locator }) => [locatorAnchor(locator), text] as const),
      ]),
  }
}

/** Where an index goes, and what is there of it already. */
export interface TextIndexSetup {
  readonly normalized: string
  /** The folder of the site that is being made. */
  readonly folder: string
  /** The files of the site before, written by the same code, each with a hash of what it follows from. */
  readonly before: PageHashes
}

/** The forms of characters follow from the code alone: they stay as long as anything does. */
const fixed = 'fixed'

/**
 * Writes the index of the text of the reports, a folder a year. Of years of which nothing changed nothing is written.
 * Gives all files of the index, those that stay included, with a hash of what they follow from.
 */
export function writeTextIndex(atlas: Atlas, { normalized, folder, before }: TextIndexSetup): PageHashes {
  if (!isTextSearched()) return {}
  const names = new Map(atlas.agencies.map((agency) => [agency.agency_id, agency.name]))
  const nameOf = (report: ReportFigures) => names.get(report.agency_id) ?? report.agency_name
  const files: Record<string, string> = {}
  const write = (path: string, hash: string, content: unknown) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), JSON.stringify(content))
    files[path] = hash
  }
  const simplified = simplifiedForms()
  const forms = `${textFolder}simplified.json`
  if (before[forms] === fixed) files[forms] = fixed
  else write(forms, fixed, simplified)
  for (const [year, reports] of reportsByYear(atlas)) {
    const inside = `${textFolder}${year}/`
    const hash = sha256(JSON.stringify(reports.map((one) => [one.report_id, one.digest, nameOf(one)])))
    const stay = Object.keys(before).filter((path) => path.startsWith(inside) && before[path] === hash)
    if (stay.length > 0) for (const path of stay) files[path] = hash
    else {
      const texts = reports.values().map((one) => textOf(one, nameOf(one), normalized))
      writeYear(texts, simplified, (name, content) => write(inside + name, hash, content))
    }
  }
  return files
}
