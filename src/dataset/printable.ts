/**
 * Words of a source as they may be printed on a terminal: what would move its cursor, colour it, or turn the
 * direction of writing is shown by its number instead, as `\u{1b}`; line ends and tabs are a space.
 */
export function printable(text: string): string {
  return text
    .replace(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (one) => `\\u{${(one.codePointAt(0) as number).toString(16)}}`)
}
