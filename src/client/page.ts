/** What the scripts of Explore and Compare share. */
import { exploreWords } from '../i18n/explore.ts'
import type { Locale } from '../i18n/locale.ts'

export const locale: Locale = document.documentElement.lang === 'en' ? 'en' : 'zh'

/** A text of these pages, with what is to be filled in. */
type Plain = {
  [Key in keyof typeof exploreWords]: (typeof exploreWords)[Key]['zh'] extends string ? Key : never
}
export function say(key: Plain[keyof Plain], values: Readonly<Record<string, string>> = {}): string {
  const text: string = exploreWords[key][locale]
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}

/** Makes an element. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties)
  element.append(...children)
  return element
}

const fetched = new Map<string, Promise<unknown>>()

/** Fetches a JSON file once; one that failed is asked for again the next time. */
export function fetchOnce<T>(address: string): Promise<T> {
  const known = fetched.get(address)
  if (known) return known as Promise<T>
  const asked = fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(`${answer.status} ${address}`)
    return answer.json() as Promise<T>
  })
  fetched.set(address, asked)
  asked.catch(() => fetched.delete(address))
  return asked
}

/** Hands a text over as a file. */
export function download(name: string, text: string): void {
  const link = make('a', {
    href: URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv' })),
    download: name,
  })
  link.click()
  URL.revokeObjectURL(link.href)
}
