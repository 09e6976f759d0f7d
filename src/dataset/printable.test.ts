import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printable } from './printable.ts'

describe('printable', () => {
  test('shows what would steer a terminal by its number', () => {
    expect(printable('\u001b[31m红\u202e\u0007')).toBe('\\u{1b}[31m红\\u{202e}\\u{7}')
  })

  test('keeps to one line', () => {
    expect(printable('甲\r\n\t乙\u2028丙')).toBe('甲 乙 丙')
  })

  test('leaves no control character, whatever it is given, and other text as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x10ffff)), (points) => {
        expect(printable(String.fromCodePoint(...points))).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
      }),
    )
    expect(printable('规章 1,234（其中“修订”16件） <b>')).toBe('规章 1,234（其中“修订”16件） <b>')
  })
})
