import { type Block, type Cell, type Document, isTable, type Table } from '../../model/document.ts'
import { finding } from '../../model/issue.ts'
import { tableLimits } from './limits.ts'
import { nestingLimit, nestsTooDeep } from './nesting.ts'
import { isHeading } from './text.ts'
import { type Element, type Node, parseTree, type Tree } from './tree.ts'

/** What never holds text of a report. */
const skipped = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'svg',
  'select',
  'button',
  'head',
  'title',
  'nav',
])
/** Elements that begin and end a paragraph. */
const blocks = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
/** A merged cell wider or taller than this is damage or an attack, not a table. */
const spanLimit = 200

/** White space of any kind is one space, as a browser shows it. Most texts of cells have none. */
const collapse = (text: string): string => (/\s/.test(text) ? text.replace(/\s+/g, ' ') : text)

/** Whether a page is HTML: it has a tag near its beginning, whatever its name says. */
export const looksLikeHtml = (text: string): boolean =>
  text.includes('<') &&
  /<(!doctype\s+html|html|head|body|meta|div|p|table|tr|td|span)[\s>]/i.test(text.slice(0, 20_000))

/**
 * Reads a web page: its text as paragraphs, its tables as grids with merged cells laid out. Scripts are not
 * run, nothing is fetched, and all markup is dropped. Tables that only lay out other tables are looked into.
 */
export function readHtml(html: string): Document {
  if (nestsTooDeep(html)) throw new Error(`elements are nested more than ${nestingLimit} deep`)
  const { root, layout } = parsed(html)
  const reader = readShown(root, layout)
  const publisher = publisherOf(html)
  const about = { title: titleOf(root), ...(publisher ? { publisher } : {}), blocks: reader.blocks }
  if (!reader.budget.cut) return about
  const found = `${tableLimits.rows} × ${tableLimits.columns}`
  return { ...about, findings: [finding('content_cut', { found })] }
}

/**
 * Reads what a browser shows. A page that shows no table is read with what is hidden: there, a script is to open the
 * part that holds the report. Where there is one to be seen, a hidden one is another.
 */
function readShown(root: Element, layout: ReadonlySet<Element>): HtmlReader {
  const read = (hidden: boolean) => {
    const reader = new HtmlReader(layout, hidden)
    reader.walk(root)
    reader.endParagraph()
    return reader
  }
  const shown = read(false)
  return shown.passedOver && !shown.blocks.some(isTable) ? read(true) : shown
}

/** The page as a tree, with a sign that text is lost where it ends in a cell, or a tag in one swallows the rest. */
function parsed(html: string): Tree {
  const page = isCutInCell(html) ? endOfCut(html) : html
  const tree = parseTree(page)
  const cut = page.slice(0, tree.end)
  return cut.length < page.length && isCutInCell(cut) ? parseTree(endOfCut(cut)) : tree
}

/** The head of a page is no longer. */
const longestHead = 20_000

/** What the `ContentSource` of the page's own data says, which pages of governments are told to have. */
function publisherOf(html: string): string {
  const head = html.slice(0, longestHead)
  if (!head.includes('ContentSource')) return ''
  const [tag = ''] = /<meta\s[^<>]*?["']?ContentSource["'\s][^<>]*>/i.exec(head) ?? []
  return (/content=["']?([^"'<>]{2,40})/i.exec(tag)?.[1] ?? '').trim()
}

/** The page with a sign that text is lost in its last cell, in place of the tag that was cut, if one was. */
function endOfCut(html: string): string {
  const cell = html.slice(html.toLowerCase().lastIndexOf('<td'))
  const cut = cutTag.exec(cell)
  if (!cut) return `${html}${lost}`
  return `${html.slice(0, html.length - cut[0].length)}${cut.index === 0 ? '<td>' : ''}${lost}`
}
/** A tag without its end, up to the end of the page; values in quotes may hold the signs of tags. */
const cutTag = /<(?![^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*>)[a-z/!].*$/is

/**
 * Whether the page ends inside a cell, although it closes its cells, or with nothing that closes its table or
 * itself: what the cell held is lost, or may be.
 */
function isCutInCell(html: string): boolean {
  // To look for what is not there from the end takes long.
  const inCapitals = html.includes('TD') || html.includes('TABLE')
  const last = (tag: string) =>
    Math.max(html.lastIndexOf(tag), inCapitals ? html.lastIndexOf(tag.toUpperCase()) : -1)
  const open = last('<td')
  if (open <= Math.max(last('</td'), last('</table'))) return false
  return last('</td') >= 0 || Math.max(last('</body'), last('</html')) < open
}

/** The text of the first `title`, without the selector engine, which recurses into pages that nest without end. */
function titleOf(root: Element): string {
  const [title] = descendants(root, 'title', 1)
  const text = title?.children.map((node) => (node.type === 'text' ? node.data : '')).join('') ?? ''
  return text.replace(/\s+/g, ' ').trim()
}

/** Puts the children of a node on a stack, so that the first of them comes off first. */
function pushChildren(stack: (Node | null)[], { children }: { readonly children: readonly Node[] }): void {
  for (let i = children.length - 1; i >= 0; i -= 1) stack.push(children[i] as Node)
}

/** What may still be taken of one page, and whether anything was cut off for it. */
interface Budget {
  cells: number
  cut: boolean
}

class HtmlReader {
  readonly blocks: Block[] = []
  private text = ''
  private heading = false
  private paragraphs = 0
  private tables = 0
  readonly budget: Budget = { cells: tableLimits.cells, cut: false }
  /** Whether something hidden was not read. */
  passedOver = false
  private readonly layout: ReadonlySet<Element>
  private readonly hidden: boolean

  /** `hidden`: what no browser shows is read too. */
  constructor(layout: ReadonlySet<Element>, hidden: boolean) {
    this.layout = layout
    this.hidden = hidden
  }

  /** Reads the children of an element in order. Iterative, since hostile pages nest without end. */
  walk(root: Element): void {
    /** Null where a block ends. */
    const stack: (Node | null)[] = []
    pushChildren(stack, root)
    while (stack.length) {
      const element = stack.pop() as Node | null
      if (element === null) this.endParagraph()
      else if (element.type === 'text') this.text += collapse(element.data)
      else {
        if (skipped.has(element.name)) continue
        if (!this.hidden && isUnseen(element)) {
          this.passOver(element)
          continue
        }
        if (element.name === 'table' && this.takeTable(element)) continue
        if (element.name === 'br') this.text += '\n'
        else if (blocks.has(element.name)) {
          this.endParagraph()
          this.heading = /^h[1-6]$/.test(element.name)
          stack.push(null)
        }
        pushChildren(stack, element)
      }
    }
  }

  endParagraph(): void {
    if (this.text !== '') this.takeLines()
    this.text = ''
    this.heading = false
  }

  private takeLines(): void {
    for (const line of this.text.split('\n')) {
      const text = collapse(line).trim()
      if (text === '') continue
      this.paragraphs += 1
      const heading = this.heading || isHeading(text)
      this.blocks.push({ kind: 'paragraph', text, heading, at: { paragraph: this.paragraphs } })
    }
  }

  /** Leaves out what is hidden; the tables in it are counted, by which all others have their places. */
  private passOver(element: Element): void {
    this.passedOver = true
    this.tables += descendants(element, 'table').length + (element.name === 'table' ? 1 : 0)
  }

  /** Takes a table that holds data; false for one that only lays out others. */
  private takeTable(element: Element): boolean {
    this.tables += 1
    if (this.layout.has(element)) return false
    this.endParagraph()
    const table = readTable(element, this.tables, this.budget)
    if (table.rows.length) this.blocks.push(table)
    return true
  }
}

/** All elements of a name below an element, in document order. */
function descendants(element: Element, name: string, limit = Number.POSITIVE_INFINITY): Element[] {
  const found: Element[] = []
  const stack: Node[] = []
  pushChildren(stack, element)
  while (stack.length && found.length < limit) {
    const node = stack.pop() as Node
    if (node.type === 'text') continue
    if (node.name === name) found.push(node)
    pushChildren(stack, node)
  }
  return found
}

const span = (value: string | undefined): number => {
  const count = Number.parseInt(value ?? '1', 10)
  return Number.isInteger(count) && count >= 1 ? Math.min(count, spanLimit) : 1
}

/** The cells of a table with the column in which each begins, merged cells taken into account. */
function readTable(element: Element, table: number, budget: Budget): Table {
  const rows: Cell[][] = []
  const widths: number[] = []
  /** For each column, the row up to which a merged cell from above still fills it. */
  const filledUntil: number[] = []
  let r = -1
  for (const [row, tr] of descendants(element, 'tr').entries()) {
    if (isHidden(tr)) continue
    r += 1
    budget.cut ||= r >= tableLimits.rows
    if (r >= tableLimits.rows) break
    const cells: Cell[] = []
    let x = 0
    for (const [c, td] of tr.children.filter(isCell).entries()) {
      if (isHidden(td)) continue
      while ((filledUntil[x] ?? 0) > r) x += 1
      if (x >= tableLimits.columns || budget.cells <= 0) {
        budget.cut = true
        break
      }
      budget.cells -= 1
      const colspan = Math.min(span(td.attribs['colspan']), tableLimits.columns - x)
      const rowspan = span(td.attribs['rowspan'])
      for (let i = x; i < x + colspan; i += 1) filledUntil[i] = Math.max(filledUntil[i] ?? 0, r + rowspan)
      cells.push({ text: cellText(td), at: { table, row: row + 1, cell: c + 1 }, x, colspan, rowspan })
      x += colspan
    }
    if (cells.length === 0) continue
    rows.push(cells)
    while ((filledUntil[x] ?? 0) > r) x += 1
    widths.push(x)
  }
  return { kind: 'table', layout: 'grid', rows, widths }
}

const struckOut = new Set(['del', 's', 'strike'])

/** What no browser shows. */
const isHidden = ({ attribs }: Element): boolean =>
  attribs['hidden'] !== undefined ||
  (attribs['style'] !== undefined && /display\s*:\s*none/i.test(attribs['style']))
/** What a browser shows nothing of, though it may keep its place. */
const isUnseen = (element: Element): boolean =>
  isHidden(element) ||
  (element.attribs['style'] !== undefined && /visibility\s*:\s*hidden/i.test(element.attribs['style']))
const isStruck = ({ name, attribs }: Element): boolean =>
  struckOut.has(name) ||
  (attribs['style'] !== undefined && /text-decoration[a-z-]*\s*:[^;]*line-through/i.test(attribs['style']))
const isWithdrawn = (element: Element): boolean => isUnseen(element) || isStruck(element)
/** Whether an element begins a line of its own, by its name or by its style. */
const isBlock = ({ name, attribs }: Element): boolean =>
  blocks.has(name) || (attribs['style'] !== undefined && /display\s*:\s*block/i.test(attribs['style']))
/** Elements that show something which is not text: a cell with nothing else is not known to be empty. */
const notText = new Set('img input select textarea object embed canvas svg video iframe'.split(' '))

const noteText = (element: Element): string =>
  element.children
    .map((child) => (child.type === 'text' ? child.data : ''))
    .join('')
    .trim()

const isCell = (node: Node): node is Element =>
  node.type === 'element' && (node.name === 'td' || node.name === 'th')

/** A tag that has swallowed what stood behind it, as one does that was not closed: what it holds is lost. */
function isBroken({ name, attribs }: Element): boolean {
  if (name.includes('<')) return true
  for (const key in attribs) if (key.includes('<') || attribs[key]?.includes('<')) return true
  return false
}
/** Stands for text that is lost, as in decoding. */
const lost = '\ufffd'

/** The text of a cell; paragraphs and line breaks inside it become line feeds, other white space one space. */
function cellText(td: Element): string {
  const broken = isBroken(td) || isStruck(td)
  const [only] = td.children
  if (!broken && td.children.length === 1 && only?.type === 'text') return collapse(only.data).trim()
  let text = broken ? lost : ''
  let unread = false
  const stack: (Node | null)[] = []
  pushChildren(stack, td)
  while (stack.length) {
    const node = stack.pop() as Node | null
    if (node === null) text += '\n'
    else if (node.type === 'text') text += collapse(node.data)
    else if (notText.has(node.name)) unread ||= !isWithdrawn(node)
    else if (!skipped.has(node.name) && !isWithdrawn(node)) {
      if (node.name === 'br') text += '\n'
      if (isBroken(node)) text += lost
      // A raised or lowered mark is a note on the figure before it, not another digit of it.
      if (node.name === 'sup' || node.name === 'sub') {
        text += `（${noteText(node)}）`
        continue
      }
      if (isBlock(node)) {
        text += '\n'
        stack.push(null)
      }
      pushChildren(stack, node)
    }
  }
  const whole = text.includes('\n') ? trimmedLines(text) : text.trim()
  return whole === '' && unread ? lost : whole
}

const trimmedLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
