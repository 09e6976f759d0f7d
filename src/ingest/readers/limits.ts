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

/** A document within the limits, whatever its reader let through; what is cut off is said. */
export function withinLimits(document: Document): Document {
  let left: number = tableLimits.cells
  let cut = document.blocks.length > tableLimits.blocks
  const bounded = (block: Block): Block => {
    if (block.kind === 'paragraph') {
      if (block.text.length <= tableLimits.characters) return block
      cut = true
      return { ...block, text: block.text.slice(0, tableLimits.characters) }
    }
    const count = block.rows.reduce((sum, row) => sum + row.length, 0)
    left -= count
    if (left >= 0 && block.rows.length <= tableLimits.rows) return block
    cut = true
    return { ...block, rows: left < 0 ? [] : block.rows.slice(0, tableLimits.rows) }
  }
  const blocks = document.blocks.slice(0, tableLimits.blocks).map(bounded)
  if (!cut) return document
  const found = `${tableLimits.rows} × ${tableLimits.columns}`
  const findings = document.findings?.length ? document.findings : [finding('content_cut', { found })]
  return { ...document, blocks, findings }
}
