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

/** Parses XML as a stream. Entities that the document defines are not expanded, nothing is fetched. */
export function parseXml(xml: string, handler: XmlHandler): void {
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
