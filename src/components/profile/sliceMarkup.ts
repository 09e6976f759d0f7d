import { escapeXml } from '../../charts/svg.ts'
import type { Locale } from '../../i18n/locale.ts'
import { formatNumber } from '../../i18n/numbers.ts'
import type { Composition } from '../../stats/composition.ts'
import { correctionMarkup } from './correctionMarkup.ts'

const shareOf = ({ parts, total }: Composition, id: string): number => {
  const part = parts[id]
  return part && total && part <= total ? (part / total) * 100 : 0
}

/**
 * A part of a total: its number, with a bar for its share of the total on one for the whole. Put together as text,
 * because a profile has some hundred of them.
 *
 * @param corrected what the part is corrected to
 */
export function sliceMarkup(
  composition: Composition,
  id: string,
  corrected: string | undefined,
  locale: Locale,
): string {
  const share = shareOf(composition, id)
  const part = share > 0 ? `<rect width=${share.toFixed(2)}% />` : ''
  const number = escapeXml(formatNumber(locale, composition.parts[id] ?? null))
  return `<span class=slice><svg class=bar aria-hidden=true><rect />${part}</svg><span>${number}</span>${correctionMarkup(corrected, locale)}</span>`
}
