/** Wide characters: Chinese and its punctuation, and full-width forms. */
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]/
const thin = /[\s.,:;'’“”()|/iljtfr1-]/

/** About how wide a text is at a font size; charts are placed at build time, where nothing measures text. */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const char of text)
    ems += wide.test(char) ? 1 : thin.test(char) ? 0.36 : /[A-ZMmw%]/.test(char) ? 0.72 : 0.58
  return ems * size
}

/** Units a line may break between: single wide characters, and words of others with the space after them. */
const units = (text: string): string[] =>
  text.match(
    /[\u2e80-\u9fff\uff00-\uff60](?:[，。；：、）！？」』”])*|[^\s\u2e80-\u9fff\uff00-\uff60]+\s*|\s+/g,
  ) ?? []

/** Breaks a text into lines no wider than `width` at a font size; `widthOf` tells widths where they are known. */
export function wrap(text: string, width: number, size: number, widthOf = textWidth): string[] {
  const lines: string[] = []
  let current = ''
  for (const unit of units(text)) {
    if (current && widthOf((current + unit).trimEnd(), size) > width) {
      lines.push(current.trimEnd())
      current = unit
    } else current += unit
  }
  if (current.trim()) lines.push(current.trimEnd())
  return lines
}

/** A text cut to a width, with an ellipsis where something was cut. */
export function shorten(text: string, width: number, size: number, widthOf = textWidth): string {
  if (widthOf(text, size) <= width) return text
  let kept = ''
  for (const char of text) {
    if (widthOf(`${kept}${char}…`, size) > width) break
    kept += char
  }
  return `${kept}…`
}
