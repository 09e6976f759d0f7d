import { expect, test } from 'vitest'
import { rowsOfSheet } from './xlsxSheet.ts'
import { StylesReader } from './xlsxStyles.ts'
import { parseXml } from './xml.ts'

const ruled =
  '<styleSheet><borders><border/><border><top style="thin"/></border></borders><cellXfs><xf borderId="0"/><xf borderId="1"/></cellXfs></styleSheet>'

function textsOf(rows: string, styleSheet = ''): string[][] {
  const styles = new StylesReader()
  parseXml(styleSheet, styles)
  const xml = `<worksheet><sheetData>${rows}</sheetData></worksheet>`
  const sheet = rowsOfSheet(xml, { number: 1, strings: ['一', '二'], styles, cells: 100 })
  return sheet.rows.map((row) => row.map((cell) => cell.text))
}

test('cells without a reference stand one behind the other', () => {
  const row = '<row><c><v>12</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>三</t></is></c></row>'
  expect(textsOf(row)).toEqual([['12', '二', '三']])
})

test('an empty row with lines around its cells is a row, any other is a gap', () => {
  const rows = '<row r="1"><c r="A1" s="1"/><c r="B1" s="1"/></row><row r="2"><c r="A2" s="0"/></row>'
  expect(textsOf(rows, ruled)).toEqual([['', ''], []])
})

test('a cell that is damaged, or of a kind not known, says no number and is not empty', () => {
  expect(textsOf('<row><c t="inlneStr"><is><t>7</t></is></c><c>s="1"<v>7</v></c></row>')).toEqual([
    ['[inlneStr] 7', '[s="1"] 7'],
  ])
})
