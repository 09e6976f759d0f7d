import type { Finding } from './issue.ts'
import type { Locator } from './locator.ts'

/**
 * A source as read, before anything is known of its meaning: paragraphs and tables in reading order, every
 * cell with its place. Knowledge of file formats ends here. All text is plain text, whatever the source was.
 */
export interface Document {
  /** Title the file carries outside its text, such as an HTML `title`; empty when there is none. */
  readonly title: string
  /** Who the page's own data say published it (`ContentSource`): often the office of the site. Absent when not said. */
  readonly publisher?: string
  readonly blocks: readonly Block[]
  /** What there is to say of the reading itself, such as that a part was cut off; absent when nothing is. */
  readonly findings?: readonly Finding[] | undefined
}
export type Block = Paragraph | Table

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: string
  readonly heading: boolean
  readonly at: Locator
}

export interface Table {
  readonly kind: 'table'
  /**
   * `grid`: rows and columns are known, `x` is the column in the grid after merged cells are laid out;
   * `rows`: rows are known, columns are not (merged cells lost); `stream`: only the order of cells is known.
   */
  readonly layout: 'grid' | 'rows' | 'stream'
  /** Where its cells begin and end was not marked in the source: what is read from it is worked out. */
  readonly unmarked?: boolean
  /** Of a `grid` whose merged cells may be damaged: up to which column each row is filled, cells from above included. */
  readonly widths?: readonly number[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface Cell {
  readonly text: string
  readonly at: Locator
  /** First column in the grid, from 0, and how many columns and rows it spans; only in a `grid`. */
  readonly x?: number | undefined
  readonly colspan?: number
  readonly rowspan?: number
}

export const isTable = (block: Block): block is Table => block.kind === 'table'
export const isParagraph = (block: Block): block is Paragraph => block.kind === 'paragraph'
