import { Converter } from 'opencc-js/t2cn'
import type { Block, Document } from '../model/document.ts'

/** Characters one of which every sentence of these reports has when it is written in traditional ones. */
const traditional =
  /[開報務關總況動處請數續繼給員業機構織團會區縣鄉鎮廳辦議訟訴復決結維糾審經國屬規範費額單萬億購項條無產]/

let converter: ((text: string) => string) | undefined

/**
 * A text in simplified characters, each where the traditional one stood; one without traditional characters comes
 * back as it is.
 */
export function toSimplified(text: string): string {
  if (!traditional.test(text)) return text
  converter ??= Converter({ from: 't', to: 'cn' })
  const plain = converter(text)
  return plain.length === text.length ? plain : text
}

const simplifiedBlock = (block: Block): Block =>
  block.kind === 'paragraph' ? { ...block, text: toSimplified(block.text) } : block

/**
 * A document with its prose in simplified characters, for what is looked for in prose; the document itself when
 * it is written in them. Tables keep their text, since what is printed in a cell is kept letter by letter.
 */
export function simplifiedDocument(document: Document): Document {
  const { title, blocks } = document
  const holds = (block: Block) => block.kind === 'paragraph' && traditional.test(block.text)
  if (!traditional.test(title) && !blocks.some(holds)) return document
  return { ...document, title: toSimplified(title), blocks: blocks.map(simplifiedBlock) }
}
