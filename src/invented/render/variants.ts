import type { Random } from '../random.ts'
import { htmlLayout, writeCleanTable } from './html.ts'
import { type Layout, textLayout } from './layout.ts'
import type { PageOptions } from './page.ts'
import { writeTabLed, writeTabRows } from './tabs.ts'

/** One variation of what tables and sections hold, in a layout of cells, of rows and of HTML. */
function threeWays(id: string, about: string, options: PageOptions): Layout[] {
  return [
    textLayout(`${id}-tab-led`, `${about}, one cell a line`, 1, writeTabLed, options),
    textLayout(`${id}-tab-rows`, `${about}, tab rows`, 1, writeTabRows, options),
    htmlLayout(`${id}-html`, `${about}, HTML`, 1, writeCleanTable, options),
  ]
}

const alike: Readonly<Record<string, string>> = { 申: '伸', 数: '教', 信: '倌', 行: '衍', 继: '维', 复: '夏' }

/** Misspells one character of a label of six or more: one left out, doubled, or another that looks like it. */
export function misspell(text: string, random: Random): string {
  if (text.length < 6) return text
  const at = random.integer(2, text.length - 2)
  const other = alike[text[at] ?? '']
  const kind = other ? random.integer(0, 2) : random.integer(0, 1)
  const inserted = [text[at + 1] ?? '', `${text[at]}${text[at]}${text[at + 1]}`, `${other}${text[at + 1]}`][
    kind
  ]
  return `${text.slice(0, at)}${inserted}${text.slice(at + 2)}`
}

function misspelled(id: string, base: (options: PageOptions) => Layout): Layout {
  return {
    id,
    about: 'one label in five misspelled by a character',
    share: 1,
    render: (report, random) => {
      const label = (text: string) => (random.chance(0.2) ? misspell(text, random) : text)
      return base({ label }).render(report, random)
    },
  }
}

export const variantLayouts: readonly Layout[] = [
  ...threeWays('subtotal', 'a sum for 法人或其他组织', { subtotal: true }),
  ...threeWays('serial', 'a column of serial numbers', { extra: 'serial' }),
  ...threeWays('remark', 'a column for remarks', { extra: 'remark' }),
  ...threeWays('cumulative', 'a column of sums over the years', { extra: 'cumulative' }),
  ...threeWays('instructions', 'instructions left in labels', { instructions: true }),
  ...threeWays('restart', 'section numbers that restart', { restart: true, arabic: true }),
  misspelled('typos-tab-led', (options) => textLayout('', '', 0, writeTabLed, options)),
  misspelled('typos-html', (options) => htmlLayout('', '', 0, writeCleanTable, options)),
]
