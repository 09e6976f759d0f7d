import { OleError, oleStreams } from './ole.ts'
import { listZip, ZipError } from './zip.ts'

/** What a file is by its content. `text` is everything to be decoded: plain text, HTML, MIME, CSV. */
export type Format =
  | 'text'
  | 'docx'
  | 'doc'
  | 'xlsx'
  | 'pdf'
  | 'zip'
  | 'empty'
  /** Known, and not read: the name of the format is in `unsupportedName`. */
  | 'unsupported'

const starts = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte)

/** Formats that are recognised to be named, and not read. */
const unsupported: readonly (readonly [name: string, signature: readonly number[]])[] = [
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['TIFF', [0x49, 0x49, 0x2a, 0x00]],
  ['TIFF', [0x4d, 0x4d, 0x00, 0x2a]],
  ['BMP', [0x42, 0x4d]],
  ['GZIP', [0x1f, 0x8b]],
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
]

const percent = '%'.charCodeAt(0)
/** PDF allows other bytes before its signature, and few texts have its first sign so early. */
const holdsPdf = (bytes: Uint8Array): boolean => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024))
  return head.includes(percent) && head.includes('%PDF-')
}

const isOle = (bytes: Uint8Array): boolean => starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)
/** An archive begins with an entry, or with the end of its directory when it has none. */
const isZip = (bytes: Uint8Array): boolean =>
  starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)

/** What a file is, whatever its name says. Never throws. */
export function detectFormat(bytes: Uint8Array): Format {
  if (bytes.length === 0) return 'empty'
  if (isZip(bytes)) return zipFormat(bytes)
  if (isOle(bytes)) return oleFormat(bytes) === 'Word' ? 'doc' : 'unsupported'
  if (holdsPdf(bytes)) return 'pdf'
  return signatureName(bytes) ? 'unsupported' : 'text'
}

/** The name of a format that is not read, for the issue. */
export const unsupportedName = (bytes: Uint8Array): string =>
  isZip(bytes) ? zipKind(bytes) : isOle(bytes) ? oleFormat(bytes) : (signatureName(bytes) ?? '')

/** BM begins many a word: a bitmap also has NUL bytes right behind. */
function signatureName(bytes: Uint8Array): string | undefined {
  const name = unsupported.find(([, signature]) => starts(bytes, ...signature))?.[0]
  return name === 'BMP' && !bytes.subarray(0, 16).includes(0) ? undefined : name
}

function zipKind(bytes: Uint8Array): string {
  try {
    const names = new Set(listZip(bytes).map((entry) => entry.name.replaceAll('\\', '/').toLowerCase()))
    if (names.has('[content_types].xml')) {
      if (names.has('word/document.xml')) return 'DOCX'
      if (names.has('xl/workbook.xml')) return 'XLSX'
      return 'Office Open XML'
    }
    return names.has('mimetype') && names.has('meta-inf/manifest.xml') ? 'OpenDocument' : 'ZIP'
  } catch (error) {
    if (error instanceof ZipError) return 'ZIP'
    throw error
  }
}

function zipFormat(bytes: Uint8Array): Format {
  const kind = zipKind(bytes)
  if (kind === 'DOCX') return 'docx'
  if (kind === 'XLSX') return 'xlsx'
  return kind === 'ZIP' ? 'zip' : 'unsupported'
}

/** Word, Excel or another, by the streams of a compound file; a damaged one says so. */
function oleFormat(bytes: Uint8Array): string {
  try {
    const streams = oleStreams(bytes)
    if (streams.has('EncryptedPackage')) return 'encrypted Office document'
    if (streams.has('WordDocument')) return 'Word'
    if (streams.has('Workbook') || streams.has('Book')) return 'XLS'
    return 'OLE'
  } catch (error) {
    if (error instanceof OleError || error instanceof RangeError) return `damaged OLE (${error.message})`
    throw error
  }
}
