import type { TableId } from '../../model/form.ts'
import type { Random } from '../random.ts'
import type { InventedReport } from '../truth.ts'
import type { Grid } from './grid.ts'
import { type TableOptions, tablesOf } from './tables.ts'
import { titleOf } from './titles.ts'

/** The first line of every file of the invented country. */
export const notice = '【虚构】本文件由程序编造，其中的机关、地名和数字都不存在。'

/** A report as a sequence of pieces, before it is text or HTML. */
export type Piece =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly grid: Grid }

/** How a report is put together, whatever it is written in. */
export interface PageOptions extends TableOptions {
  /** Sections numbered 1、 instead of 一、. */
  readonly arabic?: boolean
  /** Section numbers restart inside the first section. */
  readonly restart?: boolean
  /** The order of the three tables. */
  readonly order?: readonly TableId[]
  /** Tables stand together at the end, under no headings of their own. */
  readonly glued?: boolean
  /** The instructions of the template are left above the tables. */
  readonly instructions?: boolean
}

const numerals = '一二三四五六七八九十'
const usual: readonly TableId[] = ['disclosure', 'requests', 'disputes']
const sectionTables: readonly (TableId | null)[] = [null, 'disclosure', 'requests', 'disputes', null, null]

/** The pieces of a report in reading order, the notice that it is invented first. */
export function pageOf(report: InventedReport, random: Random, options: PageOptions = {}): Piece[] {
  const title = titleOf(report, random)
  const tables = tablesOf(report, options)
  const order = options.order ?? usual
  const pieces: Piece[] = [{ kind: 'paragraph', text: notice }]
  for (const line of title.lines) pieces.push({ kind: 'title', text: line })
  pieces.push({ kind: 'paragraph', text: title.opening ?? report.opening })
  for (const [i, { heading, paragraphs }] of report.sections.entries()) {
    const number = options.arabic ? String(i + 1) : numerals[i]
    pieces.push({ kind: 'heading', text: `${number}、${heading}` })
    if (i === 0 && options.restart) pieces.push(...restartedSections())
    for (const text of paragraphs) pieces.push({ kind: 'paragraph', text })
    const slot = usual.indexOf(sectionTables[i] as TableId)
    const table = slot >= 0 ? order[slot] : undefined
    if (!table || options.glued) continue
    if (options.instructions) pieces.push({ kind: 'paragraph', text: '（该部分以表格形式报告。表格如下）' })
    pieces.push({ kind: 'table', grid: tables[table] })
  }
  if (options.glued) for (const table of order) pieces.push({ kind: 'table', grid: tables[table] })
  return pieces
}

const restartedSections = (): Piece[] =>
  ['加强领导，健全机制', '突出重点，扩大公开', '改进载体，方便查询'].map((text, i) => ({
    kind: 'heading',
    text: `${numerals[i]}、${text}`,
  }))
