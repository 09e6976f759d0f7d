import { Converter } from 'opencc-js'
import type { Simplified } from './normal.ts'

/** The common characters of Chinese, and those that came first after them. */
const [first, last] = [0x3400, 0x9fff]

/** All traditional characters, by the standards of the mainland, Taiwan and Hong Kong, that have a simplified form. */
export function simplifiedForms(): Simplified {
  const forms: Record<string, string> = {}
  const converters = (['hk', 'tw', 't'] as const).map((from) => Converter({ from, to: 'cn' }))
  for (let code = first; code <= last; code += 1) {
    const character = String.fromCharCode(code)
    for (const convert of converters) {
      const simple = convert(character)
      if (simple !== character && simple.length === 1) forms[character] = simple
    }
  }
  return forms
}
