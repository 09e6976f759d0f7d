import { compoundFile } from './compound.ts'
import { wordRows } from './grid.ts'
import type { Layout } from './layout.ts'
import { type PageOptions, type Piece, pageOf } from './page.ts'

/** A paragraph with the character that ends it; `rowEnd` marks the one that ends a row of a table. */
interface Paragraph {
  readonly text: string
  readonly rowEnd: boolean
}

const cellEnd = '\u0007'

function paragraphsOf(pieces: readonly Piece[]): Paragraph[] {
  return pieces.flatMap((piece) => {
    if (piece.kind !== 'table') return [{ text: `${piece.text}\r`, rowEnd: false }]
    return wordRows(piece.grid).flatMap((row) => [
      ...row.flatMap((text) => linesOf(text)),
      { text: cellEnd, rowEnd: true },
    ])
  })
}

/** A cell holds a paragraph a line; only its last ends the cell. */
const linesOf = (cell: string): Paragraph[] =>
  cell.split('\n').map((line, i, lines) => ({
    text: `${line}${i === lines.length - 1 ? cellEnd : '\r'}`,
    rowEnd: false,
  }))

const pageSize = 512
/** Where the text begins, behind the block of offsets at the head of the stream. */
const textAt = 1024
const perPage = 26

/** What a paragraph is set in: the standard style, and for the end of a row that it is one. */
const settings = {
  plain: Buffer.from([2, 0, 0, 0]),
  rowEnd: Buffer.from([3, 0, 0, 0x17, 0x24, 1]),
}

/** One page of the list that says how each paragraph is set. */
function settingPage(paragraphs: readonly (Paragraph & { readonly at: number })[], marked: boolean): Buffer {
  const page = Buffer.alloc(pageSize)
  const [plainAt, rowEndAt] = [pageSize - 16, pageSize - 10]
  settings.plain.copy(page, plainAt)
  settings.rowEnd.copy(page, rowEndAt)
  const count = paragraphs.length
  for (const [i, { at, text, rowEnd }] of paragraphs.entries()) {
    page.writeUInt32LE(at, 4 * i)
    page.writeUInt32LE(at + 2 * text.length, 4 * (i + 1))
    page.writeUInt8((rowEnd && marked ? rowEndAt : plainAt) / 2, 4 * (count + 1) + 13 * i)
  }
  page.writeUInt8(count, pageSize - 1)
  return page
}

/** The streams of a Word file of before 2007: one piece of text, and how its paragraphs are set. */
function wordFile(paragraphs: readonly Paragraph[], marked: boolean): Uint8Array {
  const text = paragraphs.map((one) => one.text).join('')
  const end = Math.ceil((textAt + 2 * text.length) / pageSize) * pageSize
  let at = textAt
  const placed = paragraphs.map((one) => {
    const here = { ...one, at }
    at += 2 * one.text.length
    return here
  })
  const groups = Array.from({ length: Math.ceil(placed.length / perPage) }, (_, i) =>
    placed.slice(i * perPage, (i + 1) * perPage),
  )
  const body = Buffer.alloc(end)
  body.write(text, textAt, 'utf16le')
  const pages = groups.map((group) => settingPage(group, marked))
  const pieces = Buffer.alloc(21)
  pieces.writeUInt8(2, 0)
  pieces.writeUInt32LE(16, 1)
  pieces.writeUInt32LE(text.length, 9)
  pieces.writeUInt32LE(textAt, 15)
  const list = Buffer.alloc(4 * (2 * groups.length + 1))
  for (const [i, group] of groups.entries()) {
    list.writeUInt32LE(group[0]?.at ?? 0, 4 * i)
    list.writeUInt32LE(end / pageSize + i, 4 * (groups.length + 1 + i))
  }
  list.writeUInt32LE(at, 4 * groups.length)
  writeOffsets(body, { characters: text.length, pieces: pieces.length, list: list.length })
  return compoundFile([
    ['1Table', Buffer.concat([pieces, list])],
    ['WordDocument', Buffer.concat([body, ...pages])],
  ])
}

/** The block at the head of the stream: what it is, and where in the other stream the lists are. */
function writeOffsets(body: Buffer, sizes: { characters: number; pieces: number; list: number }): void {
  for (const [at, number] of [
    [0x00, 0xa5ec],
    [0x02, 0x00c1],
    [0x0a, 0x1200],
    [0x20, 14],
    [0x3e, 22],
    [0x98, 0x5d],
  ] as const)
    body.writeUInt16LE(number, at)
  for (const [at, number] of [
    [0x18, textAt],
    [0x1c, textAt + 2 * sizes.characters],
    [0x4c, sizes.characters],
    [0x102, sizes.pieces],
    [0x106, sizes.list],
    [0x1a2, 0],
    [0x1a6, sizes.pieces],
  ] as const)
    body.writeUInt32LE(number, at)
}

function docLayout(
  id: string,
  about: string,
  share: number,
  marked: boolean,
  options: PageOptions = {},
): Layout {
  return {
    id,
    about,
    share,
    render: (report, random) => ({
      bytes: wordFile(paragraphsOf(pageOf(report, random, options)), marked),
      extension: 'doc',
    }),
  }
}

export const docLayouts: readonly Layout[] = [
  docLayout('doc', 'Word of before 2007', 2, true),
  docLayout('doc-wrapped', 'Word of before 2007, headers on two lines', 1, true, { wrapped: true }),
  docLayout('doc-row-ends', 'Word of before 2007, ends of rows like empty cells', 1, false),
]
