import { type CellId, formCell } from '../model/cells.ts'
import type { Random } from './random.ts'
import type { Figures } from './requestFigures.ts'
import type { TrueCell } from './truth.ts'

/** How an agency prints its figures. */
export interface PrintStyle {
  readonly zero: '0' | '' | '/' | '—' | '无'
  /** Totals are 0 even where other zeros are blank, so that a reader can prove the blanks. */
  readonly zeroTotals: boolean
  readonly digits: 'plain' | 'thousands' | 'full_width'
  readonly plus: boolean
  readonly minus: '-' | '减' | '−'
}

/** Four of five agencies write every zero; the others leave blanks or strokes. */
export function printStyle(random: Random): PrintStyle {
  const zero = (['0', '', '/', '—', '无'] as const)[random.weighted([84, 8, 4, 3, 1])] as PrintStyle['zero']
  return {
    zero,
    zeroTotals: random.chance(0.6),
    digits: (['plain', 'thousands', 'full_width'] as const)[random.weighted([94, 4, 2])] as 'plain',
    plus: random.chance(0.2),
    minus: (['-', '减', '−'] as const)[random.weighted([8, 1, 1])] as '-',
  }
}

const withThousands = (digits: string): string => {
  const [whole = '', ...rest] = digits.split('.')
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.')
}
const withFullWidth = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))

function printNumber(value: number, signed: boolean, style: PrintStyle): string {
  const digits = String(Math.abs(value))
  const written =
    style.digits === 'thousands'
      ? withThousands(digits)
      : style.digits === 'full_width'
        ? withFullWidth(digits)
        : digits
  if (value < 0) return `${style.minus}${written}`
  return signed && style.plus && value > 0 ? `+${written}` : written
}

const signs: Readonly<Record<string, TrueCell['kind']>> = {
  '': 'blank',
  '/': 'not_applicable',
  '—': 'not_applicable',
  无: 'not_applicable',
}

/** A figure as an agency prints it, with what a reader should make of it. */
export function printCell(id: CellId, value: number, style: PrintStyle): TrueCell {
  const total = /\.total$/.test(id)
  if (value === 0 && !(total && style.zeroTotals)) {
    const kind = signs[style.zero]
    if (kind) return { kind, value: null, raw: style.zero }
  }
  const raw = printNumber(value, formCell(id).type === 'signed_integer', style)
  return { kind: 'number', value, raw }
}

export function printCells(figures: Figures, style: PrintStyle): Map<CellId, TrueCell> {
  return new Map([...figures].map(([id, value]) => [id, printCell(id, value, style)]))
}

/** A cell in plain digits, for layouts in which its own way of being printed could be told from nothing else. */
export const plainRaw = (cell: TrueCell): string => (cell.kind === 'number' ? String(cell.value) : cell.raw)
