import type { Document } from '../../model/document.ts'
import { decode } from '../decode.ts'
import { readHtml } from './html.ts'

/** Multiparts nest once or twice in saved pages; more is an attack. */
const depthLimit = 5
const partLimit = 1000

const headerLine = /^[A-Za-z][A-Za-z0-9-]*:/

/** Whether a text is a web page saved as MIME: header lines at the very beginning, one of them the type. */
export function looksLikeMht(text: string): boolean {
  const head = text.slice(0, 4000).trimStart()
  if (!headerLine.test(head)) return false
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length
  return (
    /^content-type:\s*(multipart\/|text\/html)/im.test(head.slice(0, end)) && /^mime-version:/im.test(head)
  )
}

interface Part {
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
}

/** Parses headers, lines that go on included, and the body behind the first empty line. */
function parsePart(bytes: Buffer): Part {
  const text = bytes.toString('latin1')
  const gap = /\r?\n\r?\n/.exec(text)
  const head = text.slice(0, gap?.index ?? text.length).replace(/\r?\n[ \t]+/g, ' ')
  const headers = new Map<string, string>()
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, body: bytes.subarray(gap ? gap.index + gap[0].length : bytes.length) }
}

/** The first part that is HTML, depth first; null when there is none. */
function htmlPart(part: Part, depth: number): Part | null {
  const type = part.headers.get('content-type') ?? 'text/plain'
  if (/^text\/html/i.test(type)) return part
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (!/^multipart\//i.test(type) || boundary === undefined || depth >= depthLimit) return null
  for (const inner of splitParts(part.body, boundary.trim())) {
    const found = htmlPart(parsePart(inner), depth + 1)
    if (found) return found
  }
  return null
}

function splitParts(body: Buffer, boundary: string): Buffer[] {
  const parts: Buffer[] = []
  const mark = `--${boundary}`
  let start = body.indexOf(mark)
  while (start >= 0 && parts.length < partLimit) {
    const from = body.indexOf('\n', start)
    if (from < 0 || body.subarray(start + mark.length, start + mark.length + 2).toString() === '--') break
    const next = body.indexOf(`\n${mark}`, from)
    parts.push(body.subarray(from + 1, next < 0 ? body.length : next))
    start = next < 0 ? -1 : next + 1
  }
  return parts
}

function transferDecoded({ headers, body }: Part): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase() ?? ''
  if (encoding === 'base64')
    return Buffer.from(body.toString('latin1').replace(/[^A-Za-z0-9+/=]/g, ''), 'base64')
  return encoding === 'quoted-printable' ? unquote(body.toString('latin1')) : body
}

function unquote(text: string): Buffer {
  const joined = text.replace(/(?<![ \t])[ \t]+$/gm, '').replace(/=\r?\n/g, '')
  const plain = joined.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(plain, 'latin1')
}

/**
 * Reads a web page saved as one MIME file (.mht, .mhtml): its HTML part alone; pictures, styles and frames in
 * the other parts are left. The character set is found as for every file, not taken from the header.
 *
 * @throws Error when no part is HTML
 */
export function readMht(bytes: Uint8Array): Document {
  const whole = parsePart(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const part = htmlPart(whole, 0)
  if (!part) throw new Error('no text/html part')
  const decoded = decode(transferDecoded(part))
  if ('problem' in decoded) throw new Error(`its text/html part: ${decoded.problem.code}`)
  return readHtml(decoded.text)
}
