import type { Locale } from './locale.ts'

/** A text, or a function that makes one, in both languages side by side. */
type Entry = { readonly zh: unknown; readonly en: unknown }
type Texts = Readonly<Record<string, Entry>>

/** The texts of a page in one language. */
export type Words<Of extends Texts> = { readonly [Key in keyof Of]: Of[Key]['zh'] }

/** Kept, because components that stand a thousand times on a page each ask for their words. */
const kept = new WeakMap<Texts, Partial<Record<Locale, unknown>>>()

/** Takes one language out of the texts of a page. */
export function wordsIn<Of extends Texts>(texts: Of, locale: Locale): Words<Of> {
  const byLocale = kept.get(texts) ?? {}
  if (!kept.has(texts)) kept.set(texts, byLocale)
  byLocale[locale] ??= Object.fromEntries(Object.entries(texts).map(([key, entry]) => [key, entry[locale]]))
  return byLocale[locale] as Words<Of>
}
