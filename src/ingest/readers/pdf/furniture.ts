import type { NumberedLine } from './lines.ts'
import { lineText } from './lines.ts'

/** What the margins of a page hold: the lines at its top and bottom, and where they stand. */
export interface PageLines {
  readonly height: number
  readonly lines: readonly NumberedLine[]
}

const margin = 0.12
const marked =
  /^(?:[-—–―−‐‑·•\s]+\d{1,3}[-—–―−‐‑·•\s]+|第?\s*\d{1,3}\s*页?\s*[/／,，]?\s*共?\s*\d{1,3}\s*页|第\s*\d{1,3}\s*页|\d{1,3}\s*[/／]\s*\d{1,3}|page\s*\d{1,3}(\s*of\s*\d{1,3})?)$/i
const bare = /^\d{1,3}$/

/**
 * The lines of page numbers and running headers, which belong to no text and must stay out of the tables. A
 * number with dashes or a 页 at the margin is a page number; a bare number only if it counts the pages; other
 * lines only if most pages have them at the same place.
 */
export function furniture(pages: readonly PageLines[]): ReadonlySet<NumberedLine> {
  const found = new Set<NumberedLine>()
  const counting = pages.flatMap((page, p) =>
    atMargin(page)
      .filter((line) => bare.test(textOf(line)))
      .map((line) => ({ line, offset: Number(textOf(line)) - p })),
  )
  for (const same of Map.groupBy(counting, ({ offset }) => offset).values()) {
    const enough = same.length > 1 || (pages.length === 1 && same[0]?.offset === 1)
    if (enough) for (const { line } of same) found.add(line)
  }
  const repeated = Map.groupBy(
    pages.flatMap((page) =>
      atMargin(page).map((line) => ({
        line,
        key: `${Math.round(line.y / 4)} ${textOf(line).replace(/\d+/g, '0')}`,
      })),
    ),
    ({ key }) => key,
  )
  for (const same of repeated.values()) {
    if (
      pages.length > 2 &&
      same.length > pages.length / 2 &&
      !bare.test(textOf((same[0] as { line: NumberedLine }).line))
    ) {
      for (const { line } of same) found.add(line)
    }
  }
  for (const page of pages) for (const line of atMargin(page)) if (marked.test(textOf(line))) found.add(line)
  return found
}

const textOf = (line: NumberedLine): string => lineText(line).normalize('NFKC').trim()

/** The first two and the last two lines of a page, as far as they stand in its margins. */
function atMargin({ height, lines }: PageLines): NumberedLine[] {
  const top = lines.slice(0, 2).filter((line) => line.y < margin * height)
  const bottom = lines.slice(-2).filter((line) => line.y > (1 - margin) * height)
  return [...top, ...bottom]
}
