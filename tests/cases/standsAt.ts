import { load } from 'cheerio'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import type { Rendered } from '../../src/invented/render/layout.ts'

/** What stands at a published locator of a file, in plain text. */
export type StandsAt = (locator: string) => string

const text = (raw: string): string => raw.replace(/[\s\u00a0]+/g, ' ').trim()

/**
 * What stands at the locators of a file, found without the reader: by counting lines, tabs, pipes or tags. Null
 * where there is no such way: in a PDF, whose lines are a matter of geometry, and in a page that is encoded.
 */
export function standsAt(file: Rendered): StandsAt | null {
  const { bytes, extension } = file
  if (extension === 'pdf' || extension === 'mht' || extension === 'doc') return null
  if (extension === 'docx') return inWord(bytes)
  if (extension === 'xlsx') return inSheets(bytes)
  if (extension === 'zip') {
    const [[path, inner] = ['', new Uint8Array()]] = Object.entries(unzipSync(bytes))
    return standsAt({ bytes: inner, extension: path.split('.').at(-1) as Rendered['extension'] })
  }
  if (extension === 'html' || extension === 'htm') return inHtml(decoded(bytes))
  return extension === 'csv' ? inCsv(decoded(bytes)) : inLines(decoded(bytes))
}

/** A text by its byte order mark, or in the first character set that it is whole in. */
export function decoded(bytes: Uint8Array): string {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)
  if (mark === 0xfffe) return new TextDecoder('utf-16le').decode(bytes)
  if (mark === 0xfeff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const parsed = (locator: string) =>
  /^table (\d+), row (\d+), cell (\d+)$/.exec(locator)?.slice(1).map(Number) ?? [0, 0, 0]

function inHtml(html: string): StandsAt {
  const $ = load(html)
  $('script, style, template, noscript').remove()
  return (locator) => {
    const [table = 0, row = 0, cell = 0] = parsed(locator)
    const tr = $('table').eq(table - 1).find('tr').eq(row - 1)
    const td = tr.children('td, th').eq(cell - 1)
    td.find('br').replaceWith('\n')
    return text(td.text())
  }
}

/** Cells that go on with the one above are not counted. */
function inWord(bytes: Uint8Array): StandsAt {
  const $ = load(strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array), { xmlMode: true })
  return (locator) => {
    const [table = 0, row = 0, cell = 0] = parsed(locator)
    const cells = $('w\\:tbl').eq(table - 1).find('w\\:tr').eq(row - 1).children('w\\:tc')
    const counted = cells.filter((_, tc) => $(tc).find('w\\:vMerge:not([w\\:val="restart"])').length === 0)
    const paragraphs = counted.eq(cell - 1).find('w\\:p').toArray()
    return text(paragraphs.map((one) => $(one).text()).join('\n'))
  }
}

function inSheets(bytes: Uint8Array): StandsAt {
  const files = unzipSync(bytes)
  return (locator) => {
    const [sheet = 0, row = 0, cell = 0] = parsed(locator)
    const $ = load(strFromU8(files[`xl/worksheets/sheet${sheet}.xml`] as Uint8Array), { xmlMode: true })
    return text($(`c[r="${String.fromCharCode(64 + cell)}${row}"]`).text())
  }
}

/** Lines are those of the file; a cell in quotes may go over some. */
function inCsv(csv: string): StandsAt {
  const { data } = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''))
  const rows = new Map<number, string[]>()
  let line = 1
  for (const row of data) {
    rows.set(line, row)
    line += 1 + row.join('').split('\n').length - 1
  }
  return (locator) => {
    const [, at, cell] = /^line (\d+), cell (\d+)$/.exec(locator) ?? []
    return text(rows.get(Number(at))?.[Number(cell) - 1] ?? '')
  }
}

function inLines(input: string): StandsAt {
  const lines = input.split('\n')
  return (locator) => {
    const [, line, cell] = /^line (\d+)(?:, cell (\d+))?$/.exec(locator) ?? []
    const whole = lines[Number(line) - 1] ?? ''
    if (!cell) return text(whole.replace(/\|\s*$/, ''))
    if (!/[\t|]/.test(whole)) return whole.trim().split(/\s+/)[Number(cell) - 1] ?? ''
    // A pipe at the very beginning opens a row in Markdown; behind a space it ends an empty first cell.
    const parts = whole.includes('\t') ? whole.split('\t') : whole.replace(/^\|/, '').split('|')
    return text(parts[Number(cell) - 1] ?? '')
  }
}
