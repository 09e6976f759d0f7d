import type { Cell, Table } from '../../model/document.ts'
import { mapped } from '../../model/list.ts'
import type { Locator } from '../../model/locator.ts'
import { commonest } from '../recognise/commonest.ts'

/** One line of the source, numbered from 1. */
export interface Line {
  readonly number: number
  readonly text: string
}

/**
 * A run of lines of one layout, taken from `from` on; null when they do not begin with that layout. Lines that
 * look like it and are no table after all come without one, so that they are not looked at again from each line.
 */
export type TakeTable = (lines: readonly Line[], from: number) => Taken | null
export interface Taken {
  readonly table: Table | null
  readonly next: number
}

/**
 * A cell of a text. One that has no column is of the shape of one that has: what reads the cells of both is compiled
 * once.
 */
export const textCell = (text: string, at: Locator, x?: number): Cell => ({ text, at, x })

export const blank = (line: Line | undefined): boolean => line !== undefined && isBlankText(line.text)

function isBlankText(text: string): boolean {
  if (text === '') return true
  const first = text.charCodeAt(0)
  // Nothing blank begins with a sign of ASCII or with a character of Chinese.
  if ((first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first <= 0x9fff)) return false
  return text.trim() === ''
}

/**
 * Gives cells their column where rows are as wide as most rows of the table: nothing was lost from those, so
 * their empty cells stand in place of merged ones. Rows of another width have lost or gained a cell.
 */
export function placed(rows: readonly Cell[][]): Cell[][] {
  const width = commonest(mapped(rows, (row) => row.length))
  const usual = rows.filter((row) => row.length === width).length
  if (rows.length < 3 || usual * 3 < rows.length * 2) return [...rows]
  return mapped(rows, (row) =>
    row.length === width ? mapped(row, ({ text, at }, x) => textCell(text, at, x)) : row,
  )
}
