import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Atlas, loadSections } from '../dataset/load.ts'
import { linkFile } from '../dataset/write/linkFile.ts'
import { sha256 } from '../ingest/discover.ts'
import type { ReportFigures } from '../model/figures.ts'
import { locatorAnchor } from '../model/locator.ts'
import type { SitePart, SiteParts } from '../site/siteParts.ts'
import { lineOf, named } from './blocks.ts'
import { readEarlierYear } from './earlierYear.ts'
import { type TextOfReport, textFolder } from './files.ts'
import type { Simplified } from './normal.ts'
import { isTextSearched, reportsByYear } from './reports.ts'
import { simplifiedForms } from './simplified.ts'
import { type IndexedReport, type WriteFile, writeYear } from './yearIndex.ts'

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
  /** The site before, and its parts; written by the same code. */
  readonly site: string
  readonly before: SiteParts
  /** Whether a report is in that site and still the same, with all its text. */
  readonly isSame: (report: ReportFigures) => boolean
}

/** The forms of characters follow from the code alone: they stay as long as anything does. */
const fixed = 'fixed'
const forms = `${textFolder}simplified.json`

/** The forms of characters as an earlier site has them; null where they cannot be read. */
function readForms(site: string): Simplified | null {
  try {
    return JSON.parse(readFileSync(join(site, forms), 'utf8')) as Simplified
  } catch {
    return null
  }
}

/** Whether a file has this text. */
function isWritten(path: string, text: string): boolean {
  try {
    return readFileSync(path, 'utf8') === text
  } catch {
    return false
  }
}

/**
 * Writes the index of the text of the reports, a folder a year. Of years of which nothing changed nothing is written;
 * of others, what reports that stay as they are have in the site before is taken from there, and so is each file that
 * comes out the same: to replace one by another takes longer than to find that out.
 * Gives all parts of the index, those that stay included: each year is one.
 */
export function writeTextIndex(
  atlas: Atlas,
  { normalized, folder, site, before, isSame }: TextIndexSetup,
): SiteParts {
  if (!isTextSearched()) return {}
  const names = new Map(atlas.agencies.map((agency) => [agency.agency_id, agency.name]))
  const nameOf = (report: ReportFigures) => names.get(report.agency_id) ?? report.agency_name
  const now: Record<string, SitePart> = {}
  const part = (name: string, hash: string, make: (write: WriteFile) => void) => {
    const there = before[name]
    if (there?.hash === hash) {
      now[name] = there
      return
    }
    const files: string[] = []
    const earlier = new Set(there?.files)
    make((file, json) => {
      if (files.length === 0) mkdirSync(dirname(join(folder, file)), { recursive: true })
      files.push(file)
      if (earlier.has(file) && isWritten(join(site, file), json))
        linkFile(join(site, file), join(folder, file))
      else writeFileSync(join(folder, file), json)
    })
    now[name] = { hash, files }
  }
  const simplified = (before[forms] && readForms(site)) ?? simplifiedForms()
  part(forms, fixed, (write) => write(forms, JSON.stringify(simplified)))
  for (const [year, reports] of reportsByYear(atlas)) {
    const inside = `${textFolder}${year}/`
    const hash = sha256(JSON.stringify(reports.map((one) => [one.report_id, one.digest, nameOf(one)])))
    part(inside, hash, (write) => {
      const same = new Set(reports.filter(isSame).map((one) => one.report_id))
      const earlier = before[inside] ? readEarlierYear(join(site, inside), (id) => same.has(id)) : null
      const texts = reports.values().map((one): IndexedReport => {
        const [id, name] = [one.report_id, nameOf(one)]
        const number = earlier?.same.get(id)
        if (earlier && number !== undefined)
          return { id, line: named(earlier.lineOf(number), id, name), text: null }
        const text = textOf(one, name, normalized)
        return { id, line: lineOf(text), text }
      })
      writeYear(texts, simplified, (name, json) => write(inside + name, json), earlier)
    })
  }
  return now
}
