/** The languages of the site. Chinese is the first and stands at the root; English stands under `/en/`. */
export const locales = ['zh', 'en'] as const
export type Locale = (typeof locales)[number]

/** A text in both languages. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** The value of `lang` for a page. */
export const langOf = (locale: Locale): string => (locale === 'zh' ? 'zh-CN' : 'en')

/** Route parameter of a page in a language, for pages under `[...locale]`: none for Chinese. */
export const localeParam = (locale: Locale): string | undefined => (locale === 'zh' ? undefined : locale)

/** The language a route parameter stands for. */
export const localeOf = (param: string | undefined): Locale => (param === 'en' ? 'en' : 'zh')

/** Params and props for a page that exists once in each language. */
export const localePaths = () =>
  locales.map((locale) => ({ params: { locale: localeParam(locale) }, props: { locale } }))

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/')

/** Address of a file of the site under whatever base path it is published; `path` has no leading slash. */
export const fileHref = (path: string): string => `${base}${path}`

/** Where a page in a language is, relative to the site. `path` has no leading slash, and ends in one. */
export const pagePath = (locale: Locale, path = ''): string => (locale === 'zh' ? path : `en/${path}`)

/** Address of a page in a language: `pageHref('en', 'agencies/')`. `path` has no leading slash, and ends in one. */
export const pageHref = (locale: Locale, path = ''): string => fileHref(pagePath(locale, path))
