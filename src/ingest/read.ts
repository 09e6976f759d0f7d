import type { Document } from '../model/document.ts'
import { type Finding, finding } from '../model/issue.ts'
import type { Source } from '../model/report.ts'
import { decode } from './decode.ts'
import { detectFormat, unsupportedName } from './detect.ts'
import { foldDocument, holdsAnyRadical } from './radicals.ts'
import { csvDelimiter, readCsv } from './readers/csv.ts'
import { readDoc } from './readers/doc.ts'
import { readDocx } from './readers/docx.ts'
import { looksLikeHtml, readHtml } from './readers/html.ts'
import { withinLimits } from './readers/limits.ts'
import { withLooseTables } from './readers/loose.ts'
import { looksLikeMht, readMht } from './readers/mht.ts'
import { PdfProblem } from './readers/pdf/problem.ts'
import { readPdf } from './readers/pdf.ts'
import { readText } from './readers/text.ts'
import { readXlsx } from './readers/xlsx.ts'

type SourceFormat = Source['format']

/** A file as a document, or why it is none. */
export type Reading =
  | {
      readonly format: SourceFormat
      readonly document: Document
      /** Of a file that is text: the character set it was found to be in. */
      readonly charset?: string
    }
  | { readonly format: SourceFormat; readonly problem: Finding }

/** The readers of formats that are not text. */
const binaryReaders: Readonly<Record<string, (bytes: Uint8Array) => Document | Promise<Document>>> = {
  docx: readDocx,
  doc: readDoc,
  xlsx: readXlsx,
  pdf: readPdf,
}

/**
 * Reads a file by what it contains; its name is not asked. Never throws: what goes wrong is a finding. An
 * archive is no document: `unpack` gives the files in it.
 */
export async function readDocument(bytes: Uint8Array): Promise<Reading> {
  let format: SourceFormat = 'unknown'
  try {
    const detected = detectFormat(bytes)
    if (detected === 'empty') return { format, problem: finding('file_empty') }
    if (detected === 'text') return readDecoded(bytes)
    const read = binaryReaders[detected]
    if (!read || detected === 'unsupported') {
      return { format, problem: finding('file_unsupported', { found: unsupportedName(bytes) || detected }) }
    }
    format = detected
    return { format, document: finished(await read(bytes)) }
  } catch (error) {
    return { format, problem: unreadable(error) }
  }
}

function readDecoded(bytes: Uint8Array): Reading {
  const decoded = decode(bytes)
  if ('problem' in decoded) return { format: 'unknown', problem: decoded.problem }
  const { text, charset } = decoded
  const page = looksLikeMht(text) ? 'mht' : looksLikeHtml(text) ? 'html' : null
  const delimiter = page ? null : csvDelimiter(text)
  const format = page ?? (delimiter ? 'csv' : 'text')
  try {
    if (format === 'mht') return { format, document: finished(readMht(bytes)) }
    if (format === 'html') return { format, document: finished(readHtml(text)), charset }
    if (delimiter) return { format, document: finished(readCsv(text, delimiter)), charset }
    return { format, document: finished(readText(text), holdsAnyRadical(text)), charset }
  } catch (error) {
    return { format, problem: unreadable(error) }
  }
}

/** What is done to every document, whatever it was read from; where it is known to hold no radicals, none are looked for. */
function finished(document: Document, mayHoldRadicals = true): Document {
  const bounded = withinLimits(document)
  return withLooseTables(mayHoldRadicals ? foldDocument(bounded) : bounded)
}

const unreadable = (error: unknown): Finding => {
  if (error instanceof PdfProblem) return finding(`pdf_${error.code}`)
  const found = error instanceof Error ? error.message : String(error)
  return finding('file_unreadable', { found: found.slice(0, 200) })
}
