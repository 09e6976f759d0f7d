import { type Block, type Cell, type Document, isParagraph, type Paragraph } from '../../model/document.ts'
import { type Finding, finding } from '../../model/issue.ts'
import { mapped } from '../../model/list.ts'
import { formatLocator } from '../../model/locator.ts'
import { textCell } from './lines.ts'
import { lineTokens, type Token } from './tokens.ts'

/** Words of the heads of the three tables; a document without any has no table to be looked for. */
const heads = /信\s*息\s*内\s*容|申\s*请\s*人\s*情\s*况|自\s*然\s*人|结\s*果\s*维\s*持|第二十条/

/** What tables without marks need to be one: so many labels, and among them so many of a head. */
const least = { labels: 4, ofHead: 2, values: 1 }
/** Unknown words between labels and values are part of the table as long as there are few together. */
const wordsLimit = 3

/**
 * Finds tables that have no marks: a cell a line, or cells divided by spaces, be it the whole report on one
 * line. Only the labels of the forms tell such a table from prose, so only stretches of labels and values are
 * taken, and only those that have the labels of a head among them: the menu of a site lists the same subjects.
 */
export function withLooseTables(document: Document): Document {
  if (!document.blocks.some((block) => isParagraph(block) && heads.test(block.text))) return document
  const findings: Finding[] = []
  const blocks: Block[] = []
  let run: Paragraph[] = []
  const close = () => {
    for (const block of blocksOfRun(run, findings)) blocks.push(block)
    run = []
  }
  for (const block of document.blocks) {
    if (isParagraph(block)) run.push(block)
    else {
      close()
      blocks.push(block)
    }
  }
  close()
  if (findings.length === 0) return { ...document, blocks }
  return { ...document, blocks, findings: [...(document.findings ?? []), ...findings] }
}

function blocksOfRun(run: readonly Paragraph[], findings: Finding[]): Block[] {
  const tokens = lineTokens(run)
  const blocks: Block[] = []
  let rest = 0
  for (let at = 0; at < tokens.length; ) {
    const end = regionFrom(tokens, at)
    const region = tokens.slice(at, end)
    if (isTable(region)) {
      for (const paragraph of paragraphsOf(tokens.slice(rest, at), run)) blocks.push(paragraph)
      blocks.push(tableOf(region))
      const first = region.find((token) => token.narrow)
      if (first) findings.push(finding('cells_by_spaces', { locator: formatLocator(first.at) }))
      rest = end
    }
    at = end
  }
  for (const paragraph of paragraphsOf(tokens.slice(rest), run)) blocks.push(paragraph)
  return blocks
}

/** Where the stretch of labels and values that begins at `from` ends; one further when none does. */
function regionFrom(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.kind !== 'label') return from + 1
  let words = 0
  let end = from
  let afterLabel = from + 1
  for (let at = from; at < tokens.length; at += 1) {
    const { kind } = tokens[at] as Token
    if (kind === 'prose') break
    words = kind === 'words' ? words + 1 : 0
    if (words > wordsLimit) break
    if (kind === 'label') afterLabel = at + 1
    end = at + 1
  }
  // Behind the last label only its values belong to the table: no words, nor what follows them.
  for (let at = afterLabel; at < end; at += 1) if (tokens[at]?.kind !== 'value') return at
  return end
}

function isTable(region: readonly Token[]): boolean {
  const count = (test: (token: Token) => boolean) => region.filter(test).length
  return (
    count((token) => token.kind === 'label') >= least.labels &&
    count((token) => token.ofHead) >= least.ofHead &&
    count((token) => token.kind === 'value') >= least.values
  )
}

/** A row a line where most values stand behind a label on their line; else only the order of cells is known. */
function tableOf(region: readonly Token[]): Block {
  const lines = labelsFirst([...Map.groupBy(region, (token) => token.line).values()])
  const values = lines.filter((line) => line.some((token) => token.kind === 'value'))
  const led = values.filter((line) => line[0]?.kind === 'label').length
  const rowwise = lines.length > 3 && led * 2 > values.length
  const cells = (tokens: readonly Token[]): Cell[] => mapped(tokens, ({ text, at }) => textCell(text, at))
  if (rowwise)
    return { kind: 'table', layout: 'rows', unmarked: true, rows: mapped(withFigures(lines), cells) }
  return { kind: 'table', layout: 'stream', unmarked: true, rows: [cells(region)] }
}

/** Rows with the label in front, where it stands behind its figures in most of them. */
function labelsFirst(lines: readonly (readonly Token[])[]): readonly (readonly Token[])[] {
  const isValue = (token: Token) => token.kind === 'value'
  const mirrored = (line: readonly Token[]) =>
    line.at(-1)?.kind === 'label' &&
    line[0]?.kind === 'value' &&
    line.findLastIndex(isValue) < line.findIndex((token) => !isValue(token))
  const withValues = lines.filter((line) => line.some(isValue))
  if (withValues.filter(mirrored).length * 2 <= withValues.length) return lines
  return mapped(lines, (line) =>
    mirrored(line) ? [...line.filter((token) => !isValue(token)), ...line.filter(isValue)] : line,
  )
}

/** Rows with their figures, where these stand on the line below their label. */
function withFigures(lines: readonly (readonly Token[])[]): (readonly Token[])[] {
  const rows: (readonly Token[])[] = []
  for (const line of lines) {
    const above = rows.at(-1)
    const last = above?.at(-1)
    const figures = line.every((token) => token.kind === 'value')
    if (above && figures && last?.kind === 'label' && !last.ofHead)
      rows[rows.length - 1] = [...above, ...line]
    else rows.push(line)
  }
  return rows
}

/** The paragraphs that tokens came from; of one that a table was taken out of, the parts before and after. */
function paragraphsOf(tokens: readonly Token[], run: readonly Paragraph[]): Paragraph[] {
  const stretches = new Map<number, { readonly from: number; readonly to: number }>()
  const add = (line: number, from: number, to = (run[line] as Paragraph).text.length) => {
    const known = stretches.get(line)
    stretches.set(
      line,
      known ? { from: Math.min(from, known.from), to: Math.max(to, known.to) } : { from, to },
    )
  }
  for (const { onLine, lastLine, start, end } of tokens) {
    if (onLine === lastLine) add(onLine, start, end)
    else add(onLine, start)
    for (let line = onLine + 1; line <= lastLine; line += 1) add(line, 0)
  }
  return [...stretches]
    .sort(([a], [b]) => a - b)
    .map(([line, { from, to }]) => {
      const paragraph = run[line] as Paragraph
      const text = paragraph.text.slice(from, to)
      return text === paragraph.text ? paragraph : { ...paragraph, text }
    })
}
