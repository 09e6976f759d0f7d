import { remembered } from '../ingest/remembered.ts'
import { locatorAnchor, locatorZh } from '../model/locator.ts'
import type { Locale } from './locale.ts'

/** Every figure of a site names its place, and most reports have theirs in the same ones. */
const size = { length: 40, size: 8192 } as const
const inChinese = remembered(locatorZh, size)

/** A published locator for reading. Anchors stay as published. */
export const locatorWords = (locale: Locale, locator: string): string =>
  locale === 'en' ? locator : inChinese(locator)

/** The fragment of a page address for a published locator, where pages are made with thousands of them. */
export const placeAnchor = remembered(locatorAnchor, size)
