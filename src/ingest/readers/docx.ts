import { zipSync } from 'fflate'
import type { Document } from '../../model/document.ts'
import { finding } from '../../model/issue.ts'
import { listZip, unzipEntry } from '../zip.ts'
import { readHtml } from './html.ts'
import { checkWellFormed } from './xml.ts'

/** The parts of a Word file that hold text or say how it is set; pictures, fonts and embedded files are left. */
const parts =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(document|styles|numbering|footnotes|endnotes)\.xml|word\/_rels\/document\.xml\.rels)$/

/** Keeps what is parsed within bounds: no report has as much text, and the XML library recurses. */
const partLimit = 24 * 1024 * 1024

/**
 * The archive again with only the parts that are read, each unpacked within bounds: the library that reads it
 * would unpack whatever it is given.
 */
function onlyParts(bytes: Uint8Array): Buffer {
  const kept: Record<string, Uint8Array> = {}
  for (const entry of listZip(bytes)) {
    const name = entry.name.replaceAll('\\', '/')
    if (!parts.test(name)) continue
    if (entry.size > partLimit) throw new Error(`${name}: ${entry.size} bytes, limit ${partLimit}`)
    const part = unzipEntry(bytes, entry)
    checkWellFormed(new TextDecoder().decode(part))
    kept[name] = part
  }
  return Buffer.from(zipSync(kept, { level: 0 }))
}

/** Reads a Word document (.docx): headers and footers are left out, merged cells are kept. */
export async function readDocx(bytes: Uint8Array): Promise<Document> {
  // The library takes a fifth of a second to load: it is loaded with the first such file, not with the program.
  const { default: mammoth } = await import('mammoth')
  let pictures = 0
  const picture = mammoth.images.imgElement(async () => {
    pictures += 1
    return { src: '' }
  })
  const { value } = await mammoth.convertToHtml(
    { buffer: onlyParts(bytes) },
    { convertImage: picture, externalFileAccess: false },
  )
  const document = readHtml(value)
  if (pictures === 0 || document.blocks.some((block) => block.kind === 'table')) return document
  return { ...document, findings: [...(document.findings ?? []), finding('tables_as_pictures')] }
}
