import type { Random } from '../random.ts'
import { htmlLayouts } from './html.ts'
import type { Layout, Rendered } from './layout.ts'
import { tabLayouts } from './tabs.ts'
import { toTraditional } from './traditional.ts'

type Encode = (text: string) => Uint8Array

let gb18030: Map<string, readonly [number, number]> | undefined

/** Two-byte GB18030 by turning its decoder round; Node has no encoder, and these texts need no more. */
function encodeGb18030(text: string): Uint8Array {
  gb18030 ??= gb18030Table()
  const bytes: number[] = []
  // The minus sign has four bytes; who writes in this character set writes a hyphen.
  for (const character of text.replaceAll('\u2212', '-')) {
    const code = character.codePointAt(0) ?? 0
    const pair = gb18030.get(character)
    if (code < 0x80) bytes.push(code)
    else if (pair) bytes.push(...pair)
    else throw new Error(`no two bytes of GB18030 for ${character}`)
  }
  return Uint8Array.from(bytes)
}

function gb18030Table(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, readonly [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      const code = character.codePointAt(0) ?? 0
      if ([...character].length === 1 && code > 0x7f && code !== 0xfffd && !table.has(character))
        table.set(character, [lead, trail])
    }
  }
  return table
}

const utf16 =
  (little: boolean): Encode =>
  (text) => {
    const view = new DataView(new ArrayBuffer((text.length + 1) * 2))
    for (const [i, code] of [0xfeff, ...Array.from(text, (_, at) => text.charCodeAt(at))].entries())
      view.setUint16(i * 2, code, little)
    return new Uint8Array(view.buffer)
  }

/** The same text with some characters as the radicals that PDF fonts put in their place. */
const withRadicals = (text: string): string =>
  text.replace(/[一人大小工不力行公文]/g, (character) => radicals[character] ?? character)
const radicals: Readonly<Record<string, string>> = {
  一: '⼀',
  人: '⼈',
  大: '⼤',
  小: '⼩',
  工: '⼯',
  力: '⼒',
  行: '⾏',
  文: '⽂',
}

/** A layout whose text is changed, or encoded otherwise, after it is made. */
function rewritten(
  id: string,
  about: string,
  share: number,
  base: Layout,
  rewrite: (text: string, random: Random) => Uint8Array | string,
): Layout {
  return {
    id,
    about,
    share,
    render: (report, random): Rendered => {
      const made = base.render(report, random)
      const changed = rewrite(new TextDecoder().decode(made.bytes), random)
      return { ...made, bytes: typeof changed === 'string' ? new TextEncoder().encode(changed) : changed }
    },
  }
}

const find = (layouts: readonly Layout[], id: string): Layout =>
  layouts.find((layout) => layout.id === id) as Layout
const text = find(tabLayouts, 'tab-led-cells')
const rows = find(tabLayouts, 'tab-rows')
const html = find(htmlLayouts, 'html')
const wrongCharset = (page: string) => page.replace('charset="utf-8"', 'charset="gb2312"')

export const charsetLayouts: readonly Layout[] = [
  rewritten('utf-8-bom', 'UTF-8 with a byte order mark', 2, text, (made) => `\ufeff${made}`),
  rewritten('utf-16le', 'UTF-16, little end first', 1, text, utf16(true)),
  rewritten('utf-16be', 'UTF-16, big end first', 1, rows, utf16(false)),
  rewritten('gb18030', 'GB18030 text', 3, text, encodeGb18030),
  rewritten('gb18030-html', 'GB18030 HTML that declares UTF-8', 2, html, encodeGb18030),
  rewritten('utf-8-declared-gb2312', 'UTF-8 HTML that declares GB2312', 1, html, wrongCharset),
  rewritten('crlf', 'lines that end as on Windows', 2, rows, (made) => made.replaceAll('\n', '\r\n')),
  rewritten('radicals', 'radicals in place of characters', 1, text, withRadicals),
  rewritten('traditional', 'traditional characters', 1, text, toTraditional),
  rewritten('traditional-html', 'traditional characters, HTML', 1, html, toTraditional),
  rewritten('private-use', 'some digits from a font of its own', 0, rows, (made, random) =>
    made.replace(/(?<=\t)\d+(?=[\t\n])/g, (digits) => (random.chance(0.03) ? '\ue012' : digits)),
  ),
]
