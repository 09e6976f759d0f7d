import { eastAsianWidth } from 'get-east-asian-width'

/** How many columns of a terminal a text takes: two for a Chinese character, one for a letter. */
export function width(text: string): number {
  let columns = 0
  for (const one of text) if (!/\p{M}/u.test(one)) columns += eastAsianWidth(one.codePointAt(0) as number)
  return columns
}

/** The text with spaces behind it up to a width; one that is longer stays as it is. */
export const padEnd = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - width(text)))
export const padStart = (text: string, to: number): string => ' '.repeat(Math.max(0, to - width(text))) + text

/** The text cut off at a width, with an ellipsis where something is missing. */
export function clip(text: string, to: number): string {
  if (width(text) <= to) return text
  let kept = ''
  for (const one of text) {
    if (width(kept + one) > to - 1) break
    kept += one
  }
  return `${kept}…`
}
