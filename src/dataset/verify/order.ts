import type { TablePart } from '../write/tableFiles.ts'

/** Tables that others refer to first, so that few references have to wait. */
const first = ['agencies', 'codebook', 'reports', 'dictionary_indicators']

export const readingOrder = (parts: readonly TablePart[]): TablePart[] => {
  const rank = ({ table }: TablePart) => first.indexOf(table.name) + 1 || first.length + 1
  return parts.toSorted((a, b) => rank(a) - rank(b))
}
