import { Parser } from 'htmlparser2'

/** An element of a page. */
export interface Element {
  readonly type: 'element'
  readonly name: string
  readonly attribs: Readonly<Record<string, string>>
  readonly children: Node[]
}
interface Text {
  readonly type: 'text'
  data: string
}
export type Node = Element | Text

/** A page as a tree of its elements and texts. */
export interface Tree {
  readonly root: Element
  /** Tables that have tables in them: they only lay those out. */
  readonly layout: ReadonlySet<Element>
  /** How much of the page could be parsed: less than all where a tag or a comment never ends, which takes the rest. */
  readonly end: number
}

/** Stands in a cell for what broken markup swallowed of it, so that it is not taken for empty. */
const lost = '\ufffd'

const element = (name: string, attribs: Element['attribs']): Element => ({
  type: 'element',
  name,
  attribs,
  children: [],
})

/**
 * Parses a page as browsers do, whatever is wrong with it. Of what a document object model has, only what is read
 * is kept: neither comments nor ways back to parents and siblings.
 */
export function parseTree(html: string): Tree {
  const root = element('', {})
  const layout = new Set<Element>()
  const open = [root]
  const tables: Element[] = []
  /** The text that goes on with the next piece, as where a character is written as an entity. */
  let text: Text | null = null
  const endText = () => {
    text = null
  }
  const parser = new Parser({
    onopentag(name, attribs) {
      endText()
      const opened = element(name, attribs)
      ;(open.at(-1) as Element).children.push(opened)
      open.push(opened)
      if (name !== 'table') return
      const around = tables.at(-1)
      if (around) layout.add(around)
      tables.push(opened)
    },
    onclosetag(name) {
      endText()
      open.pop()
      if (name === 'table') tables.pop()
    },
    ontext(data) {
      if (text) text.data += data
      else {
        text = { type: 'text', data }
        ;(open.at(-1) as Element).children.push(text)
      }
    },
    oncomment(data) {
      endText()
      // What browsers take for a comment, from `</` without a name up to the end of the next tag: `<td></</td>`.
      const tookTag = !html.startsWith('<!--', parser.startIndex) && data.includes('<')
      if (tookTag && open.some(({ name }) => name === 'td' || name === 'th'))
        (open.at(-1) as Element).children.push({ type: 'text', data: lost })
    },
    onprocessinginstruction: endText,
  })
  parser.write(html)
  const end = parser.endIndex + 1
  parser.end()
  return { root, layout, end }
}
