import { isHeading } from '../text.ts'
import { joinLines, lineText, type NumberedLine } from './lines.ts'

/** A paragraph with the place of its first line. */
export interface Prose {
  readonly text: string
  readonly heading: boolean
  readonly page: number
  readonly line: number
  readonly y: number
  /** Its last line runs to the margin: what the next page begins with may be its rest. */
  readonly open: boolean
  /** Its first line begins at the left margin, as the rest of a paragraph does. */
  readonly flush: boolean
}

/** The edges between which most lines of a page run. */
interface Measure {
  readonly left: number
  readonly right: number
}

/** Joins lines to paragraphs: a new one begins at an indent, after a short line, a wide gap or another size. */
export function paragraphs(lines: readonly NumberedLine[], page: number): Prose[] {
  if (lines.length === 0) return []
  const measure = {
    left: Math.min(...lines.map((line) => line.x0)),
    right: Math.max(...lines.map((line) => line.x1)),
  }
  const groups: NumberedLine[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (group && goesOn(group, line, measure)) group.push(line)
    else groups.push([line])
  }
  return groups.map((group) => proseOf(group, page, measure))
}

function proseOf(group: readonly NumberedLine[], page: number, measure: Measure): Prose {
  const [first, last] = [group[0] as NumberedLine, group.at(-1) as NumberedLine]
  const text = joinLines(group.map(lineText), ' ').replaceAll('\n', ' ')
  return {
    text,
    heading: isHeading(text),
    page,
    line: first.number,
    y: first.y,
    open: reaches(last, measure),
    flush: first.x0 < measure.left + 0.8 * first.size,
  }
}

const reaches = (line: NumberedLine, measure: Measure): boolean => line.x1 > measure.right - 2.5 * line.size

function goesOn(group: readonly NumberedLine[], line: NumberedLine, measure: Measure): boolean {
  const last = group.at(-1) as NumberedLine
  const alike = Math.abs(last.size - line.size) < 0.12 * line.size
  if (!alike || line.y - last.y > 2.6 * line.size) return false
  if (centred(last, measure) && centred(line, measure)) return true
  if (isHeading(lineText(line)) && /[。；;：:]$/.test(lineText(last))) return false
  if (isHeading(lineText(last)) && !reaches(last, measure)) return false
  return reaches(last, measure) && line.x0 < measure.left + 0.8 * line.size
}

/** Both edges well inside the measure, by as much: a line of a title. */
function centred(line: NumberedLine, measure: Measure): boolean {
  const [before, after] = [line.x0 - measure.left, measure.right - line.x1]
  return before > 2.5 * line.size && Math.abs(before - after) < 1.5 * line.size
}

/** Puts together what a page break cut in two. */
export function joinOverPages(before: Prose, after: Prose): Prose | null {
  if (
    !before.open ||
    !after.flush ||
    before.heading ||
    after.heading ||
    /[。！？!?：:；;]$/.test(before.text)
  )
    return null
  return { ...before, text: joinLines([before.text, after.text], ' '), open: after.open }
}
