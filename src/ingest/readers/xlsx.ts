import type { Block, Document } from '../../model/document.ts'
import { finding } from '../../model/issue.ts'
import { listZip, unzipEntry } from '../zip.ts'
import { tableLimits } from './limits.ts'
import { blocksOfSheet } from './sheet.ts'
import { rowsOfSheet } from './xlsxSheet.ts'
import { type Styles, StylesReader } from './xlsxStyles.ts'
import { parseXml } from './xml.ts'

/** The parts of a workbook by name. */
class Parts {
  private readonly bytes: Uint8Array
  private readonly entries

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.entries = new Map(
      listZip(bytes).map((entry) => [entry.name.replaceAll('\\', '/').toLowerCase(), entry]),
    )
  }

  /** The text of a part; empty when there is none. */
  text(name: string): string {
    const entry = this.entries.get(name.toLowerCase())
    return entry ? new TextDecoder().decode(unzipEntry(this.bytes, entry)) : ''
  }
}

/** The parts that hold the sheets that are shown, in the order of their tabs. */
function sheetParts(parts: Parts): string[] {
  const targets = new Map<string, string>()
  parseXml(parts.text('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, Target)
    },
  })
  const sheets: string[] = []
  parseXml(parts.text('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return
      const target = targets.get(attributes['r:id'] ?? '') ?? ''
      if (target) sheets.push(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    },
  })
  return sheets
}

/** The strings that cells share; the pronunciation printed over Chinese characters is not part of them. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = []
  let text = ''
  let inText = false
  let inPhonetic = false
  parseXml(xml, {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 't') inText = true
      else if (name === 'rPh') inPhonetic = true
    },
    text: (data) => {
      if (inText && !inPhonetic) text += data
    },
    close: (name) => {
      if (name === 'si') strings.push(text)
      else if (name === 't') inText = false
      else if (name === 'rPh') inPhonetic = false
    },
  })
  return strings
}

function readStyles(xml: string): Styles {
  const reader = new StylesReader()
  parseXml(xml, reader)
  return reader
}

/**
 * Reads a workbook (.xlsx): every sheet that is shown, its rows and columns that are shown, merged cells laid
 * out, numbers as their format prints them. A formula without a stored result is no number.
 */
export function readXlsx(bytes: Uint8Array): Document {
  const parts = new Parts(bytes)
  const strings = sharedStrings(parts.text('xl/sharedStrings.xml'))
  const styles = readStyles(parts.text('xl/styles.xml'))
  const blocks: Block[] = []
  let cut = false
  let left: number = tableLimits.cells
  for (const [i, name] of sheetParts(parts).entries()) {
    const sheet = rowsOfSheet(parts.text(name), { number: i + 1, strings, styles, cells: left })
    left -= sheet.cells
    cut ||= sheet.cut
    blocks.push(...blocksOfSheet(sheet.rows, 'grid'))
  }
  const found = `${tableLimits.rows} × ${tableLimits.columns}`
  return { title: '', blocks, ...(cut ? { findings: [finding('content_cut', { found })] } : {}) }
}
