import { escapeXml } from '../../charts/svg.ts'
import type { Locale } from '../../i18n/locale.ts'
import { cellWords } from '../../i18n/statutory.ts'

/** What a maintainer corrects a figure to, beside the figure as printed; nothing where nobody does. */
export const correctionMarkup = (to: string | undefined, locale: Locale): string =>
  to === undefined
    ? ''
    : `<ins><span class=visually-hidden>${escapeXml(cellWords.corrected[locale])}</span> ${escapeXml(to)}</ins>`
