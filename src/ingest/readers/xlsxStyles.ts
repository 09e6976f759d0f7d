import type { XmlHandler } from './xml.ts'

/** What the styles of a workbook say of a cell. */
export interface Styles {
  /** How a number in a cell of this style is printed. */
  print(style: number, value: string): string
  /** Whether cells of the style have a line around them; null when no cell of the workbook has one. */
  bordered(style: number): boolean | null
}

/** Formats that the specification numbers without writing them out (ECMA-376, 18.8.30). */
const builtIn: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  41: '#,##0',
  43: '#,##0.00',
  49: '@',
}

/** Gathers formats, borders and cell styles of `styles.xml`. */
export class StylesReader implements Styles, XmlHandler {
  private readonly formats = new Map<number, string>()
  private readonly lined: boolean[] = []
  private readonly styles: { format: number; border: number }[] = []
  private inCellStyles = false
  private inBorders = false

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'numFmt') this.formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
    else if (name === 'cellXfs') this.inCellStyles = true
    else if (name === 'borders') this.inBorders = true
    else if (name === 'border' && this.inBorders) this.lined.push(false)
    else if (this.inBorders && (attributes['style'] ?? 'none') !== 'none')
      this.lined[this.lined.length - 1] = true
    else if (name === 'xf' && this.inCellStyles) {
      const { numFmtId: format, borderId: border } = attributes
      this.styles.push({ format: Number(format ?? 0), border: Number(border ?? 0) })
    }
  }

  close(name: string): void {
    if (name === 'cellXfs') this.inCellStyles = false
    else if (name === 'borders') this.inBorders = false
  }

  bordered(style: number): boolean | null {
    if (!this.lined.includes(true)) return null
    return this.lined[this.styles[style]?.border ?? 0] ?? false
  }

  print(style: number, value: string): string {
    const id = this.styles[style]?.format ?? 0
    return printNumber(value, this.formats.get(id) ?? builtIn[id] ?? `format ${id}`)
  }
}

/** What a format prints besides digits: colours, padding, alignment and escapes; quotes hold words. */
const plainFormat = (section: string): string =>
  section
    .replace(/\[[^\]]*\]/g, '')
    .replace(/_.|\*./g, '')
    .replace(/\\(.)/g, '"$1"')
    .trim()

/**
 * A stored number as its format prints it. Only formats of digits, decimals and words around them are known; a
 * number with another, such as a date or a percentage, is given with its format behind it and so is no value.
 */
export function printNumber(stored: string, format: string): string {
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return stored
  const exact = String(Number(value.toPrecision(15)))
  const sections = format.split(';')
  const section = value < 0 ? sections[1] : value === 0 ? sections[2] : sections[0]
  const own = plainFormat(section ?? sections[0] ?? '')
  if (/^(general|@)$/i.test(own)) return exact
  if (section !== undefined && own === '' && sections.length > 1) return ''
  const [, before = '', digits = '', decimals = '', after = ''] =
    /^((?:"[^"]*"|[-+])*)([#,0?]+)(?:\.([0#?]+))?((?:"[^"]*"|[\p{Script=Han}\s])*)$/u.exec(own) ?? []
  if (digits === '' || digits.endsWith(',')) return `${exact} [${format}]`
  const fixed = fixedDigits(value, exact, decimals, section !== undefined && value < 0 && sections.length > 1)
  return `${before}${fixed}${after}`.replaceAll('"', '').trim()
}

/** The digits after rounding as printed: `0` always, `#` only when needed. A section of its own has its own sign. */
function fixedDigits(value: number, exact: string, decimals: string, signed: boolean): string {
  if (/e/.test(exact)) return exact
  const rounded = Math.abs(value).toFixed(decimals.length)
  const needed = decimals.replace(/(?<![#?])[#?]+$/, '').length
  let text = rounded
  while (text.includes('.') && text.endsWith('0') && (text.split('.')[1]?.length ?? 0) > needed) {
    text = text.slice(0, -1)
  }
  text = text.replace(/\.$/, '')
  return value < 0 && !signed && Number(text) !== 0 ? `-${text}` : text
}
