import type { Locale } from '../../i18n/locale.ts'
import type { Place } from '../../i18n/locators.ts'
import { cellWords } from '../../i18n/statutory.ts'
import { wordsIn } from '../../i18n/words.ts'
import { correctedCell } from '../../model/correction.ts'
import type { Report } from '../../model/report.ts'
import type { CellValue } from '../../model/values.ts'

/** How a cell of a statutory table is shown. */
export interface CellView {
  /** Empty for a number as it is printed, as most are. */
  readonly classes: string
  /** Where it stands in the source; undefined for a missing cell. */
  readonly href: string | undefined
  /** What is special about it and where it stands; empty for a number as it is printed, whose link says where. */
  readonly title: string
  readonly raw: string
  /** A value that was not printed as a number but proved; shown so that it cannot be taken for print. */
  readonly proved: string
  /** What a maintainer corrects it to. */
  readonly corrected: string | undefined
  /** What is special about it, for those who do not see its looks. */
  readonly remark: string
}

/** Whether a cell is a number that was read exactly, of which nothing is to be said unless an issue does. */
export const isReadNumber = ({ kind, reading }: Pick<CellValue, 'kind' | 'reading'>): boolean =>
  kind === 'number' && reading !== 'recovered'

function remarkOn(cell: CellValue, isProved: boolean, taken: boolean, locale: Locale): string {
  const t = wordsIn(cellWords, locale)
  if (isProved)
    return cell.basis === 'sum' ? t.sum : cell.kind === 'blank' ? t.provedZero : t.notApplicableZero
  if (cell.kind === 'blank') return t.blank
  if (cell.kind === 'unreadable') return taken ? t.unreadable : t.rowUnreadable
  return cell.kind === 'missing' ? t.missing : ''
}

/**
 * Works out how a cell is shown.
 *
 * @param place where it stands in the source
 * @param source the address of the source of the report
 * @param doubtful an issue says that the figure itself is in doubt
 * @param taken whether it has words of its own; a cell of a row that fits no columns has those of the whole row
 */
export function cellView(
  report: Report,
  cell: CellValue,
  place: Place,
  source: string,
  doubtful: boolean,
  locale: Locale,
  taken: boolean,
): CellView {
  const isProved = cell.kind !== 'number' && cell.effective_value !== null
  const isRecovered = cell.reading === 'recovered'
  const remark = remarkOn(cell, isProved, taken, locale)
  const words = place.words[locale]
  return {
    classes:
      isReadNumber(cell) && !doubtful ? '' : looksOf(cell.kind, isProved, isRecovered, doubtful, !taken),
    href: cell.locator ? `${source}#${place.anchor}` : undefined,
    title:
      remark || isRecovered
        ? [words, remark, isRecovered && cellWords.recovered[locale]].filter(Boolean).join(' · ')
        : '',
    raw: cell.raw,
    proved: isProved ? String(cell.effective_value) : '',
    corrected: correctedCell(report.issues, cell.cell_id),
    remark,
  }
}

function looksOf(
  kind: CellValue['kind'],
  isProved: boolean,
  isRecovered: boolean,
  doubtful: boolean,
  isRow: boolean,
) {
  const looks = [
    kind !== 'number' && kind,
    isProved && 'proved',
    isRecovered && 'recovered',
    doubtful && 'doubtful',
    isRow && 'refused',
  ]
  return looks.filter(Boolean).join(' ')
}
