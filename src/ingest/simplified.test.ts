import { expect, test } from 'vitest'
import type { Document } from '../model/document.ts'
import { simplifiedDocument, toSimplified } from './simplified.ts'

test('writes traditional characters as simplified ones', () => {
  expect(toSimplified('政府信息公開工作年度報告')).toBe('政府信息公开工作年度报告')
  expect(toSimplified('不予處理')).toBe('不予处理')
})

test('leaves simplified text and figures alone', () => {
  for (const text of ['政府信息公开工作年度报告', '12', '', '乾坤街道']) expect(toSimplified(text)).toBe(text)
})

test('turns the prose of a document and keeps what is printed in its tables', () => {
  const at = { line: 1 }
  const document: Document = {
    title: '',
    blocks: [
      { kind: 'paragraph', text: '總體情況', heading: true, at },
      { kind: 'table', layout: 'rows', rows: [[{ text: '申請人情況', at }]] },
    ],
  }
  const { blocks } = simplifiedDocument(document)
  expect(blocks[0]).toMatchObject({ text: '总体情况' })
  expect(blocks[1]).toBe(document.blocks[1])
})
