import type { Block, Document } from '../../model/document.ts'
import { finding } from '../../model/issue.ts'

/**
 * How much of one file is read, far beyond any report: what is more is cut off, with an issue. Without bounds a
 * few bytes of merged cells or a sheet of a million rows would fill the memory.
 */
export const tableLimits = {
  /** Rows of one table or sheet, and columns of each. */
  rows: 10_000,
  columns: 256,
  /** Cells of one document. */
  cells: 200_000,
  /** Blocks of one document, and characters of one paragraph. */
  blocks: 20_000,
  characters: 200_000,
} as const

/** Whether nothing of a document is beyond the limits, as of all but a few. */
function isWithin({ blocks }: Document): boolean {
  if (blocks.length > tableLimits.blocks) return false
  let cells = 0
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      if (block.text.length > tableLimits.characters) return false
      continue
    }
    if (block.rows.length > tableLimits.rows) return false
    for (const row of block.rows) cells += row.length
  }
  return cells <= tableLimits.cells
}

/** A document within the limits, whatever its reader let through; what is cut off is said. */
export function withinLimits(document: Document): Document {
  if (isWithin(document)) return document
  let left: number = tableLimits.cells
  const bounded = (block: Block): Block => {
    if (block.kind === 'paragraph') {
      const { text } = block
      return text.length <= tableLimits.characters
        ? block
        : { ...block, text: text.slice(0, tableLimits.characters) }
    }
    left -= block.rows.reduce((sum, row) => sum + row.length, 0)
    if (left >= 0 && block.rows.length <= tableLimits.rows) return block
    return { ...block, rows: left < 0 ? [] : block.rows.slice(0, tableLimits.rows) }
  }
  const blocks = document.blocks.slice(0, tableLimits.blocks).map(bounded)
  const found = `${tableLimits.rows} × ${tableLimits.columns}`
  const findings = document.findings?.length ? document.findings : [finding('content_cut', { found })]
  return { ...document, blocks, findings }
}
