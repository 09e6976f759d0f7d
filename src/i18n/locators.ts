import { remembered } from '../ingest/remembered.ts'
import { locatorAnchor, locatorZh } from '../model/locator.ts'
import type { Locale } from './locale.ts'

/** A published locator as the fragment of a page address, and for reading. */
export interface Place {
  readonly anchor: string
  readonly words: Readonly<Record<Locale, string>>
}

/** Every figure of a site names its place, and most reports have theirs in the same ones. */
const size = { length: 40, size: 8192 } as const

/** The place of a published locator, where pages are made with thousands of them. */
export const placeOf = remembered(
  (locator): Place => ({
    anchor: locatorAnchor(locator),
    words: { zh: locatorZh(locator), en: locator },
  }),
  size,
)

/** A published locator for reading. Anchors stay as published. */
export const locatorWords = (locale: Locale, locator: string): string =>
  locale === 'en' ? locator : placeOf(locator).words[locale]
