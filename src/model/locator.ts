/** Where something stands in its source, so that a person finds it with the source open. All numbers from 1. */
export type Locator =
  | { readonly line: number; readonly cell?: number }
  | { readonly page: number; readonly line: number; readonly cell?: number }
  | { readonly table: number; readonly row: number; readonly cell: number }
  | { readonly paragraph: number }

/**
 * The locator in words, as published: `line 77`, `line 77, cell 3`, `table 3, row 5, cell 2`, `paragraph 4`,
 * `page 4, line 12`, `page 4, line 12, cell 3`.
 */
export function formatLocator(at: Locator): string {
  if ('table' in at) return `table ${at.table}, row ${at.row}, cell ${at.cell}`
  if ('paragraph' in at) return `paragraph ${at.paragraph}`
  const line = 'page' in at ? `page ${at.page}, line ${at.line}` : `line ${at.line}`
  return at.cell === undefined ? line : `${line}, cell ${at.cell}`
}

/** The fragment of a page address for a published locator: `line-77-cell-3`. Usable as an HTML id. */
export function locatorAnchor(formatted: string): string {
  return formatted.replaceAll(', ', '-').replaceAll(' ', '-')
}

const unitsZh: Readonly<Record<string, string>> = {
  row: '行',
  line: '行',
  cell: '格',
  paragraph: '段',
  page: '页',
}

/** A published locator in Chinese: `line 77, cell 3` is `第 77 行第 3 格`. */
export function locatorZh(formatted: string): string {
  return formatted.replace(/([a-z]+) (\d+)(?:, )?/g, (_, part: string, n: string) => {
    const unit = unitsZh[part]
    return unit === undefined ? `表 ${n} ` : `第 ${n} ${unit}`
  })
}
