import type { Bilingual, Locale } from './locale.ts'

/**
 * A label of the form without its numbering and its notes in brackets, for use in running text and in tables
 * of our own: `（二）部分公开（区分处理的，…）` reads `部分公开`.
 */
export function plainLabel(label: Bilingual, locale: Locale): string {
  if (locale === 'en') return label.en
  return label.zh
    .replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/, '')
    .replace(/（[^（）]*）$/, '')
}
