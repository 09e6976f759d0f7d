import { remembered } from '../ingest/remembered.ts'
import { locatorZh } from '../model/locator.ts'
import type { Locale } from './locale.ts'

/** Every figure of a site names its place, and most reports have theirs in the same ones. */
const inChinese = remembered(locatorZh, { length: 40, size: 8192 })

/** A published locator for reading. Anchors stay as published. */
export const locatorWords = (locale: Locale, locator: string): string =>
  locale === 'en' ? locator : inChinese(locator)
