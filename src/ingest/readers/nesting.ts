/** Elements nested deeper than this are damage or an attack; the parser's time grows with the square of it. */
export const nestingLimit = 5000
/** Elements that often lack their end tag, and those that have none. */
const unclosed = new Set(
  'p li td th tr dd dt option br hr img input meta link area base col embed source wbr param tbody thead font'.split(
    ' ',
  ),
)

/** `<p>` */
const shortestTag = 3

/** How many tags a page may have at most. */
function countTags(html: string): number {
  let count = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) count += 1
  return count
}

/**
 * Whether elements are nested too deep, by their tags alone: cheap, and seen before anything is built. A page
 * with fewer tags than that, as nearly all are, is not looked at closer.
 */
export function nestsTooDeep(html: string): boolean {
  if (html.length < nestingLimit * shortestTag || countTags(html) <= nestingLimit) return false
  let depth = 0
  for (const [tag, close, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9:]*)[^<>]*>/gi)) {
    if (unclosed.has(name.toLowerCase()) || tag.endsWith('/>')) continue
    depth = close ? Math.max(0, depth - 1) : depth + 1
    if (depth > nestingLimit) return true
  }
  return false
}
