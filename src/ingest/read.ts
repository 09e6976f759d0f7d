import type { Document } from '../model/document.ts'
import { type Finding, finding } from '../model/issue.ts'
import type { Source } from '../model/report.ts'
import { decode } from './decode.ts'
import { looksLikeHtml, readHtml } from './readers/html.ts'
import { readText } from './readers/text.ts'

/** A file as a document, or why it is none. */
export type Reading =
  | { readonly format: 'text' | 'html'; readonly document: Document }
  | { readonly format: Source['format']; readonly problem: Finding }

/** Reads a file by what it contains; its name is not asked. Never throws: what goes wrong is a finding. */
export function readDocument(bytes: Uint8Array): Reading {
  const decoded = decode(bytes)
  if ('problem' in decoded) return { format: 'unknown', problem: decoded.problem }
  const format = looksLikeHtml(decoded.text) ? 'html' : 'text'
  try {
    return { format, document: format === 'html' ? readHtml(decoded.text) : readText(decoded.text) }
  } catch (error) {
    return { format, problem: finding('file_unreadable', { found: String(error) }) }
  }
}
