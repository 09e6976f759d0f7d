import { unzipSync } from 'fflate'
import type { Rendered } from './render/layout.ts'
import { packed } from './render/packed.ts'

/** The text in a file, and the file again with another text in its place. */
export interface FileText {
  readonly text: string
  readonly replaced: (text: string) => Rendered
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The parts of packed files that hold the report. */
const reportParts: Readonly<Partial<Record<Rendered['extension'], RegExp>>> = {
  docx: /^word\/document\.xml$/,
  xlsx: /^xl\/worksheets\//,
  zip: /./,
}

/**
 * The texts in which a file holds its report: its own, or those of the parts packed in it. None for a PDF, whose
 * text stands in no order, for Word of before 2007, which counts its letters, and for MIME, where a letter is not
 * one of the report.
 */
export function fileTexts(file: Rendered): FileText[] {
  const part = reportParts[file.extension]
  if (part) return packedTexts(file, part)
  if (['pdf', 'doc', 'mht'].includes(file.extension)) return []
  const text = decoded(file.bytes)
  if (text === null) return []
  return [{ text, replaced: (other) => ({ ...file, bytes: new TextEncoder().encode(other) }) }]
}

function packedTexts(file: Rendered, part: RegExp): FileText[] {
  const parts = unzipSync(file.bytes)
  return Object.entries(parts).flatMap(([path, bytes]): FileText[] => {
    if (!part.test(path)) return []
    const extension = path.split('.').at(-1) as Rendered['extension']
    return fileTexts({ bytes, extension }).map(({ text, replaced }) => ({
      text,
      replaced: (other) => ({ ...file, bytes: packed({ ...parts, [path]: replaced(other).bytes }) }),
    }))
  })
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}
