import { type Document, isTable, type Paragraph, type Table } from '../../model/document.ts'
import { matchesOf } from './matches.ts'
import { statutorySection } from './sectionKinds.ts'

/** A numbered heading in the midst of a text, with what stands before it: 。 二、主动公开政府信息情况 . */
const withinText =
  /[。；;\s](?:[一二三四五六七八九十]|\d)\s?[、.．]\s?([^。；，,;:：\s]{2,30})(?=[\s。:：]|$)/g
/** A line of a table cell that is a numbered heading, whole. */
const inCell = /^\s*[一二三四五六七八九十\d]\s*[、.．]\s*(.{5,40}?)\s*$/
/** What it begins with, unlike most cells. */
const beginsAsHeading = /^[\s一二三四五六七八九十\d]/
/** Shorter paragraphs are looked at as a whole. */
const shortest = 60

/**
 * The running text of a document in pieces that are a heading or text: headings that stand inside a paragraph,
 * as where a report is all one line, and those that were drawn into a table, are pieces of their own.
 */
export function piecesOf(document: Document): Paragraph[] {
  const pieces: Paragraph[] = []
  for (const block of document.blocks) {
    if (isTable(block)) for (const heading of headingsIn(block)) pieces.push(heading)
    else if (block.text.length < shortest) pieces.push(block)
    else for (const piece of divided(block)) pieces.push(piece)
  }
  return pieces
}

function divided(paragraph: Paragraph): Paragraph[] {
  const { text } = paragraph
  const headings = matchesOf(text, withinText).filter((match) => statutorySection(match[1] as string))
  if (headings.length === 0) return [paragraph]
  const cuts = headings.flatMap((match) => [match.index + 1, match.index + match[0].length])
  return [0, ...cuts]
    .map((start, i) => text.slice(start, cuts[i]).trim())
    .flatMap((piece, i) => (piece === '' ? [] : [{ ...paragraph, text: piece, heading: i % 2 === 1 }]))
}

function headingsIn(table: Table): Paragraph[] {
  const found: Paragraph[] = []
  for (const row of table.rows)
    for (const { text, at } of row) {
      if (text.length < 7 || text.length > 400) continue
      if (!(beginsAsHeading.test(text) || text.includes('\n'))) continue
      if (!/情[况況]|事[项項]|[问問][题題]/.test(text)) continue
      for (const line of text.split('\n'))
        if (statutorySection(inCell.exec(line)?.[1] ?? ''))
          found.push({ kind: 'paragraph', text: line.trim(), heading: true, at })
    }
  return found
}
