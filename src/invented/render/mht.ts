import type { Random } from '../random.ts'
import type { InventedReport } from '../truth.ts'
import { htmlLayouts } from './html.ts'
import { encodeUtf8, type Layout } from './layout.ts'

type Encoding = 'base64' | 'quoted-printable'

const lineLength = 76

/** Bytes as quoted-printable: each line ends before its limit, never inside an escape. */
function quotedPrintable(bytes: Uint8Array): string {
  const lines: string[] = []
  let line = ''
  for (const byte of bytes) {
    const plain = byte >= 32 && byte < 127 && byte !== 61
    const piece = plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
    if (line.length + piece.length > lineLength - 1) {
      lines.push(`${line}=`)
      line = ''
    }
    line += piece
  }
  return [...lines, line].join('\r\n')
}

const encoded = (bytes: Uint8Array, encoding: Encoding): string =>
  encoding === 'quoted-printable'
    ? quotedPrintable(bytes)
    : Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n')

/** A page with its pictures and styles in one file, as browsers and Word save it. */
function mhtOf(page: Uint8Array, encoding: Encoding): Uint8Array {
  const boundary = '----=_NextPart_000_0000'
  const part = (type: string, place: string, body: string, transfer: Encoding = encoding) =>
    `--${boundary}\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${transfer}\r\nContent-Location: http://invented.invalid/${place}\r\n\r\n${body}\r\n`
  return encodeUtf8(
    [
      'From: <Saved>\r\nSubject: invented report\r\nMIME-Version: 1.0\r\n',
      `Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${boundary}"\r\n\r\n`,
      part('text/html; charset="utf-8"', 'report.html', encoded(page, encoding)),
      part('text/css', 'style.css', encoded(encodeUtf8('td { width: 9px }'), encoding)),
      part('image/gif', 'dot.gif', 'R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64'),
      `--${boundary}--\r\n`,
    ].join(''),
  )
}

function savedPage(id: string, of: string, encoding: Encoding): Layout {
  const page = htmlLayouts.find((layout) => layout.id === of) as Layout
  return {
    id,
    about: `${page.about}, saved as MIME in ${encoding}`,
    share: 1,
    render: (report: InventedReport, random: Random) => ({
      bytes: mhtOf(page.render(report, random).bytes, encoding),
      extension: 'mht',
    }),
  }
}

export const mhtLayouts: readonly Layout[] = [
  savedPage('mht', 'html-nbsp', 'quoted-printable'),
  savedPage('mht-word', 'html-word', 'base64'),
]
