import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ReportSection } from '../ingest/prose/sections.ts'
import type { AppliedCorrection } from '../model/correction.ts'
import type { Document } from '../model/document.ts'
import type { ReportFigures } from '../model/figures.ts'
import type { Issue } from '../model/issue.ts'
import type { Agency, Report, Source } from '../model/report.ts'
import { bytesOfFile } from './sharedMemory.ts'
import { atlasFile, documentFile, reportFile, toAtlas } from './write/layout.ts'
import { linesOf } from './write/lines.ts'

/** What is known of all reports together, already read, checked and assembled. Holds no cells and no prose. */
export interface Atlas {
  /** Sorted by id; superseded ones included. */
  readonly reports: readonly ReportFigures[]
  readonly agencies: readonly Agency[]
  /** The issues of files that gave no report, sorted by id; those of a report are with the report. */
  readonly unread: readonly Issue[]
  /** The corrections of maintainers, in the order of their file, each with whether it still applies. */
  readonly corrections: readonly AppliedCorrection[]
  /** The kinds of issue that occur, the most frequent first. */
  readonly issue_kinds: readonly IssueKindCount[]
  /** How many files were found in the raw folder, and how many of them gave a report. */
  readonly files: { readonly found: number; readonly reports: number }
  /** The files by format, those in archives by their own; formats without files are left out. */
  readonly formats: readonly FormatCount[]
}

/** How often a kind of issue occurs, and one of them. */
export interface IssueKindCount {
  readonly count: number
  readonly example: Issue
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

/** Tells the atlas that is in a folder now from any other. */
function keyOfAtlas(path: string): string {
  const { mtimeMs, ino } = statSync(path)
  return `${path} ${ino} ${mtimeMs}`
}

const atlasPath = (dir: string): string => resolve(dir, atlasFile)

/** The atlas as last written by `ingest`; read again only when the file was replaced, or it was let go. */
export function loadAtlas(dir = normalizedDir()): Atlas {
  const path = atlasPath(dir)
  const key = keyOfAtlas(path)
  if (loaded?.key !== key) loaded = { key, atlas: toAtlas(linesOf(path)) }
  return loaded.atlas
}

/** Keeps the atlas that was just written into a folder for `loadAtlas`, which would read the same. */
export function keepAtlas(dir: string, atlas: Atlas): void {
  loaded = { key: keyOfAtlas(atlasPath(dir)), atlas }
}

/**
 * Lets go of the atlas, which of 100,000 reports is 0.3 GB, in a thread that has something else to do for long. Whoever
 * still has it keeps it in memory.
 */
export function letGoOfAtlas(): void {
  loaded = undefined
}

/** A file as it was read, and its state then. */
interface ReadFile {
  readonly path: string
  readonly state: string
  readonly content: unknown
}
/**
 * What was last read of files, which takes the place of what was read longest ago: pages that show the same report are
 * rendered one after the other. No map: what was taken out of one stays known to it, and with it all that was in it.
 */
const recent: ReadFile[] = []
/** Room for the reports of an agency, which are all on its page, and for the source of one. */
const recentFiles = 16
let oldest = 0

/** A file of JSON; read again when it was replaced, or when many others were read since. */
function loadJson(path: string): unknown {
  const { mtimeMs, ino } = statSync(path)
  const state = `${ino} ${mtimeMs}`
  const known = recent.find((file) => file.path === path && file.state === state)
  if (known) return known.content
  const content = JSON.parse(readFileSync(path, 'utf8')) as unknown
  recent[oldest] = { path, state, content }
  oldest = (oldest + 1) % recentFiles
  return content
}

/** One report with its cells and issues. */
export const loadReport = (reportId: string, dir = normalizedDir()): Report =>
  loadJson(join(dir, reportFile(reportId))) as Report

/** The source of one report as it was read, paragraph by paragraph and cell by cell. */
export const loadDocument = (reportId: string, dir = normalizedDir()): Document =>
  loadJson(join(dir, documentFile(reportId))) as Document

/** Where the sections begin, which are the last of a report; within a text the quotes have backslashes. */
const sectionsKey = '"sections":'

/** The running text of one report by section; its cells, which are most of its file, are not taken apart for it. */
export function loadSections(reportId: string, dir = normalizedDir()): readonly ReportSection[] {
  const bytes = bytesOfFile(join(dir, reportFile(reportId)))
  const from = bytes.lastIndexOf(sectionsKey) + sectionsKey.length
  return JSON.parse(bytes.toString('utf8', from, bytes.lastIndexOf('}'))) as readonly ReportSection[]
}
