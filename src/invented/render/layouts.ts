import type { Random } from '../random.ts'
import { annexLayouts } from './annexes.ts'
import { cellLineLayouts } from './cellLines.ts'
import { charsetLayouts } from './charsets.ts'
import { damagedHtmlLayouts } from './damagedHtml.ts'
import { docLayouts } from './doc.ts'
import { docxLayouts } from './docx.ts'
import { htmlLayouts } from './html.ts'
import type { Layout } from './layout.ts'
import { mhtLayouts } from './mht.ts'
import { pdfLayouts } from './pdf.ts'
import { pipeLayouts } from './pipes.ts'
import { spaceLayouts } from './spaces.ts'
import { surroundedLayouts } from './surroundings.ts'
import { tabLayouts } from './tabs.ts'
import { variantLayouts } from './variants.ts'
import { xlsxLayouts } from './xlsx.ts'
import { zipLayouts } from './zip.ts'

/** Every way in which a report of the invented country may be laid out. Adding one here adds it to all tests. */
export const layouts: readonly Layout[] = [
  ...tabLayouts,
  ...cellLineLayouts,
  ...pipeLayouts,
  ...spaceLayouts,
  ...htmlLayouts,
  ...damagedHtmlLayouts,
  ...variantLayouts,
  ...surroundedLayouts,
  ...annexLayouts,
  ...charsetLayouts,
  ...docxLayouts,
  ...docLayouts,
  ...xlsxLayouts,
  ...pdfLayouts,
  ...mhtLayouts,
  ...zipLayouts,
]

/** The layout of an id, or an error that lists them all. */
export function layoutOf(id: string): Layout {
  const layout = layouts.find((one) => one.id === id)
  if (!layout) throw new Error(`no layout ${id}; there are ${layouts.map((one) => one.id).join(', ')}`)
  return layout
}

/** A layout of those given, as often as it is seen among real reports. */
export const usualLayout = (random: Random, among: readonly Layout[] = layouts): Layout =>
  among[random.weighted(among.map((layout) => layout.share))] as Layout
