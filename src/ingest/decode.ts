import { type Finding, finding } from '../model/issue.ts'

/** Text of a file, or why it has none. */
export type Decoded = { readonly text: string } | { readonly problem: Finding }

const signatures: readonly [name: string, bytes: readonly number[]][] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['ZIP / DOCX / XLSX', [0x50, 0x4b, 0x03, 0x04]],
  ['DOC / XLS', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['GZIP', [0x1f, 0x8b]],
]

/** Words one of which every report has; a wrong character set cannot produce them by accident. */
const domainWords = /公开|政府|报告|信息|申请|年度|街道|\d/

const strict = (charset: string) => new TextDecoder(charset, { fatal: true })

function tryDecode(charset: string, bytes: Uint8Array): string | null {
  try {
    return strict(charset).decode(bytes)
  } catch {
    return null
  }
}

const problem = (code: 'file_empty' | 'file_binary' | 'file_undecodable', found = ''): Decoded => ({
  problem: finding(code, { found }),
})

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** The name of the binary format the bytes begin like, or null when they may be text. */
function binaryFormat(bytes: Uint8Array): string | null {
  const known = signatures.find(([, start]) => start.every((byte, i) => bytes[i] === byte))
  if (known) return known[0]
  return bytes.subarray(0, 8192).includes(0) ? 'NUL' : null
}

/**
 * The text of a file, its character set found by trying: byte order mark, strict UTF-8, strict GB18030 (which
 * contains GB2312 and GBK). What a page declares is not asked, since it is often wrong. GB18030 accepts almost
 * any bytes, so its result must hold a word of the domain.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return problem('file_empty')
  const marked = byteOrderMark(bytes)
  const format = marked ? null : binaryFormat(bytes)
  if (format) return problem('file_binary', format)
  const text = marked ? tryDecode(marked, bytes) : (tryDecode('utf-8', bytes) ?? tryGb18030(bytes))
  if (text === null) return problem('file_undecodable')
  return text.trim() === '' ? problem('file_empty') : { text }
}

function tryGb18030(bytes: Uint8Array): string | null {
  const text = tryDecode('gb18030', bytes)
  return text !== null && domainWords.test(text) && !hasControls(text) ? text : null
}

/** Control characters other than tab, line feed, form feed and carriage return do not occur in text. */
function hasControls(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  return /[\u0000-\u0008\u000b\u000e-\u001f]/.test(text)
}
