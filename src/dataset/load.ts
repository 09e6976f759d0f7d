import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '../model/document.ts'
import type { Issue } from '../model/issue.ts'
import type { Agency, Report, Source } from '../model/report.ts'

/** Everything the site shows, already read, checked and assembled. */
export interface Atlas {
  /** Sorted by id; superseded ones included. */
  readonly reports: readonly Report[]
  readonly agencies: readonly Agency[]
  /** Every issue, those of files that gave no report included. */
  readonly issues: readonly Issue[]
  /** How many files were found in the raw folder, and how many of them gave a report. */
  readonly files: { readonly found: number; readonly reports: number }
  /** The files by format, those in archives by their own; formats without files are left out. */
  readonly formats: readonly FormatCount[]
}

/** How many files of a format were read whole, in part, or not at all, whether they count or not. */
export interface FormatCount {
  readonly format: Source['format']
  readonly whole: number
  readonly partial: number
  readonly unread: number
}

/** Where the normalized data is; the build sets it, and by default it is where `npm run ingest` writes. */
export const normalizedDir = (): string => process.env['GONGKAI_NORMALIZED'] ?? 'data/normalized'

let loaded: { key: string; atlas: Atlas } | undefined

/** The atlas as last written by `ingest`; read again only when the file was replaced. */
export function loadAtlas(dir = normalizedDir()): Atlas {
  const path = join(dir, 'atlas.json')
  const { mtimeMs, ino } = statSync(path)
  const key = `${path} ${ino} ${mtimeMs}`
  if (loaded?.key !== key) loaded = { key, atlas: JSON.parse(readFileSync(path, 'utf8')) as Atlas }
  return loaded.atlas
}

/** The source of one report as it was read, paragraph by paragraph and cell by cell. */
export function loadDocument(reportId: string, dir = normalizedDir()): Document {
  return JSON.parse(readFileSync(join(dir, 'documents', `${reportId}.json`), 'utf8')) as Document
}
