import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { labelsOfForms, matchLabel } from './labels.ts'
import { editDistance, nearLabel } from './nearLabel.ts'

const long = labelsOfForms.filter((label) => label.length >= 6)
const ids = (labels: readonly { table: string | null; id: string }[]) =>
  labels.map(({ table, id }) => `${table} ${id}`).sort()

/** A label with one character left out, doubled or exchanged for one that no label has. */
const misspelled = fc
  .tuple(fc.constantFrom(...long), fc.nat(), fc.constantFrom('leave', 'double', 'exchange'))
  .map(([label, n, how]) => {
    const at = n % label.length
    const instead = { leave: '', double: (label[at] as string).repeat(2), exchange: '釜' }[how] as string
    return { label, text: label.slice(0, at) + instead + label.slice(at + 1) }
  })

describe('nearLabel', () => {
  test('finds the label that a misspelled text means, and never another', () => {
    fc.assert(
      fc.property(misspelled, ({ label, text }) => {
        // Left out, a character may leave another label of the forms.
        if (matchLabel(text).length) return
        const near = nearLabel(text)
        if (near) expect(ids(near.labels)).toEqual(ids(matchLabel(label)))
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    ['一、本年新收政府信息公开伸请数量', 'received'],
    ['1.本机关不掌握相关相关政府信息', 'unavailable_not_held'],
    ['行政事业性收弗', 'fees'],
  ])('takes %s for the row %s', (text, id) => {
    expect(nearLabel(text)?.labels.map((label) => label.id)).toContain(id)
  })

  test('takes a text between two labels for neither', () => {
    // One character each from 本年制发件数 and 本年废止件数.
    expect(nearLabel('本年制止件数')).toBeNull()
    expect(nearLabel('行政许罚')).toBeNull()
  })

  test.each(['12', '0', '—', '其他', '总汁', '本年度主动公开政府信息情况良好', '二〇二二年一月十八日'])(
    'takes %s for no label',
    (text) => {
      expect(nearLabel(text)).toBeNull()
    },
  )
})

test('editDistance counts characters, and stops at its limit', () => {
  expect(editDistance('予以公开', '不予公开', 3)).toBe(2)
  expect(editDistance('公开', '公开', 1)).toBe(0)
  expect(editDistance('一', '一二三四', 2)).toBe(3)
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      expect(editDistance(a, b, 8)).toBe(editDistance(b, a, 8))
      expect(editDistance(a, b, 8) === 0).toBe(a === b)
    }),
  )
})
