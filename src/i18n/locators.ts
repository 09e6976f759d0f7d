import { locatorZh } from '../model/locator.ts'
import type { Locale } from './locale.ts'

/** A published locator for reading. Anchors stay as published. */
export const locatorWords = (locale: Locale, locator: string): string =>
  locale === 'en' ? locator : locatorZh(locator)
