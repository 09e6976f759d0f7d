import { Parser } from 'htmlparser2'

type Attributes = Readonly<Record<string, string>>

/** What is told of an XML part while it is parsed; names come without their prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
  /** Whether the rest need not be read. */
  done?(): boolean
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)

/** A tag with its attributes, a comment, an instruction or a section of text: all that may begin with `<`. */
const markup =
  /<(?:!--[\s\S]*?-->|\?[\s\S]*?\?>|!\[CDATA\[[\s\S]*?\]\]>|(\/?)([\p{L}_][\p{L}\p{N}:_.-]*)(?:\s+[\p{L}_][\p{L}\p{N}:_.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>)/uy

/** No such file nests a tenth as deep, and parsers take longer with each level. */
const depthLimit = 1000

/**
 * Refuses XML whose tags do not close as they open. Parsers pass over such damage, and a value whose tag is
 * damaged would come out as an empty cell. A document type, which these formats do not have, is refused too.
 *
 * @throws Error that says where
 */
export function checkWellFormed(xml: string): void {
  const open: string[] = []
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', markup.lastIndex)) {
    markup.lastIndex = at
    const tag = markup.exec(xml)
    if (!tag) throw new Error(`damaged XML at character ${at + 1}`)
    const [, closing, name, single] = tag
    if (name === undefined || single) continue
    if (!closing && open.push(name) > depthLimit) {
      throw new Error(`elements are nested more than ${depthLimit} deep`)
    }
    if (closing && open.pop() !== name) throw new Error(`damaged XML: </${name}> at character ${at + 1}`)
  }
  const unclosed = open.at(-1)
  if (unclosed !== undefined) throw new Error(`damaged XML: <${unclosed}> does not end`)
}

/** Parses XML as a stream. Entities that the document defines are not expanded, nothing is fetched. */
export function parseXml(xml: string, handler: XmlHandler): void {
  checkWellFormed(xml)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => handler.open?.(withoutPrefix(name), attributes),
      ontext: (text) => handler.text?.(text),
      onclosetag: (name) => handler.close?.(withoutPrefix(name)),
    },
    { xmlMode: true, decodeEntities: true },
  )
  const chunk = 65_536
  for (let at = 0; at < xml.length && !handler.done?.(); at += chunk) parser.write(xml.slice(at, at + chunk))
  if (!handler.done?.()) parser.end()
}
