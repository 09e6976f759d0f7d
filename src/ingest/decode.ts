import { type Finding, finding } from '../model/issue.ts'

/** Text of a file and the character set it was found to be in, or why it has none. */
export type Decoded = DecodedText | { readonly problem: Finding }
interface DecodedText {
  readonly text: string
  readonly charset: string
}

/** Words one of which every report has, in simplified and in traditional characters; 政府 is in both. */
const simplifiedWords = /公开|政府|报告|信息|申请|年度|街道/
const traditionalWords = /公開|政府|報告|資訊|信息|申請|年度|街道/

/** One unreadable character in so many is damage, and three come of one damaged byte; more is another character set. */
const damageRate = 1 / 200

function tryDecode(charset: string, bytes: Uint8Array): string | null {
  try {
    return strict(charset).decode(bytes)
  } catch {
    return null
  }
}

/** Nearly all files are asked for UTF-8. What a decoder is given at once it forgets, be it right or wrong. */
const strictUtf8 = new TextDecoder('utf-8', { fatal: true })
const strict = (charset: string): TextDecoder =>
  charset === 'utf-8' ? strictUtf8 : new TextDecoder(charset, { fatal: true })

const problem = (code: 'file_empty' | 'file_binary' | 'file_undecodable', found = ''): Decoded => ({
  problem: finding(code, { found }),
})

/**
 * UTF-16 by its byte order mark, or by where its NUL bytes are: half of the bytes of Latin letters, digits and
 * line ends are NUL in it, always on the same side. Null when it is not UTF-16.
 *
 * @param sample the beginning of the file if it holds a NUL byte
 */
function utf16(bytes: Uint8Array, sample: Uint8Array | null): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (sample === null) return null
  const nul: [number, number] = [0, 0]
  for (let i = 0; i < sample.length; i += 1) if (sample[i] === 0) nul[(i % 2) as 0 | 1] += 1
  const [even, odd] = nul
  if (even + odd < 4) return null
  if (odd > even * 50) return 'utf-16le'
  return even > odd * 50 ? 'utf-16be' : null
}

/**
 * The text of a file, its character set found by trying: byte order mark, the pattern of UTF-16, strict UTF-8,
 * strict GB18030 (which contains GB2312 and GBK), Big5. What a page declares is not asked, since it is often
 * wrong. GB18030 and Big5 accept almost any bytes, so their result must hold a word of the domain. A file with
 * a few damaged bytes is read in the character set that fits the rest; the damaged characters become U+FFFD.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return problem('file_empty')
  const sample = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8192))
  const holdsNul = sample.includes(0)
  const wide = utf16(bytes, holdsNul ? sample : null)
  if (!wide && holdsNul) return problem('file_binary', 'NUL')
  const decoded = wide
    ? inCharset(wide, decodeWide(wide, bytes))
    : (inCharset('utf-8', tryDecode('utf-8', bytes)) ?? decodeChinese(bytes))
  if (decoded === null) return problem('file_undecodable')
  return decoded.text.trim() === '' ? problem('file_empty') : decoded
}

const inCharset = (charset: string, text: string | null): DecodedText | null =>
  text === null ? null : { text, charset }

/** A file cut off inside a character is read up to it. */
function decodeWide(charset: string, bytes: Uint8Array): string | null {
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2))
  const text = tryDecode(charset, whole) ?? new TextDecoder(charset).decode(whole)
  return hasControls(text) ? null : text
}

function decodeChinese(bytes: Uint8Array): DecodedText | null {
  const gb18030 = tryDecode('gb18030', bytes)
  if (fits(gb18030, simplifiedWords)) return inCharset('gb18030', gb18030)
  const big5 = tryDecode('big5', bytes)
  if (fits(big5, traditionalWords)) return inCharset('big5', big5)
  for (const [charset, words] of [
    ['utf-8', simplifiedWords],
    ['utf-8', traditionalWords],
    ['gb18030', simplifiedWords],
  ] as const) {
    const damaged = new TextDecoder(charset).decode(bytes)
    const bearable = damaged.length * damageRate + 3
    if (fits(damaged, words) && damagedCharacters(damaged) <= bearable) return inCharset(charset, damaged)
  }
  // A table without a word of prose: digits are the same in every character set that contains ASCII.
  const bare = gb18030 !== null && /\d/.test(gb18030) && !hasControls(gb18030)
  return bare ? inCharset('gb18030', gb18030) : null
}

const damagedCharacters = (text: string): number => text.match(/\ufffd/g)?.length ?? 0

const fits = (text: string | null, words: RegExp): text is string =>
  text !== null && words.test(text) && !hasControls(text)

/** Control characters other than tab, line feed, form feed and carriage return do not occur in text. */
function hasControls(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  return /[\u0000-\u0008\u000b\u000e-\u001f]/.test(text)
}
