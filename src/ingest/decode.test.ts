import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toGb18030 } from '../../tests/gb18030.ts'
import { decode } from './decode.ts'

const text = '虚构市甲区2022年政府信息公开工作年度报告'
const bytes = (...parts: (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)))
const problemOf = (of: Uint8Array) => {
  const decoded = decode(of)
  return 'problem' in decoded ? [decoded.problem.code, decoded.problem.found] : decoded
}

describe('decode', () => {
  test.each<[string, string, Uint8Array]>([
    ['UTF-8', 'utf-8', bytes(text)],
    ['UTF-8 with a byte order mark', 'utf-8', bytes([0xef, 0xbb, 0xbf], text)],
    ['GB18030', 'gb18030', toGb18030(text)],
    ['UTF-16 LE', 'utf-16le', bytes([0xff, 0xfe], [...Buffer.from(text, 'utf16le')])],
    ['UTF-16 BE', 'utf-16be', bytes([0xfe, 0xff], [...Buffer.from(text, 'utf16le').swap16()])],
  ])('reads %s', (_, charset, of) => {
    expect(decode(of)).toEqual({ text, charset })
  })

  test('reads a file alike, whatever was read before it', () => {
    const whole = bytes([0xef, 0xbb, 0xbf], text)
    for (const before of [whole.subarray(0, -1), bytes([0xef, 0xbb]), toGb18030(text), whole]) {
      decode(before)
      expect(decode(whole)).toEqual({ text, charset: 'utf-8' })
    }
  })

  test.each<[string, Uint8Array]>([
    ['nothing', bytes()],
    ['white space', bytes(' \n\t\r\n')],
    ['a byte order mark alone', bytes([0xef, 0xbb, 0xbf])],
    ['ideographic spaces', bytes('\u3000\u3000')],
  ])('finds %s empty', (_, of) => {
    expect(problemOf(of)).toEqual(['file_empty', ''])
  })

  test('does not take bytes with NULs for text', () => {
    expect(problemOf(bytes([...Buffer.from('报告'), 0, 0, 65], text))).toEqual(['file_binary', 'NUL'])
  })

  test('does not guess a character set from bytes without a word of the domain', () => {
    expect(problemOf(Uint8Array.from([0xb0, 0xa1, 0xb0, 0xa2]))).toEqual(['file_undecodable', ''])
    expect(problemOf(Uint8Array.from([0xff, 0xff, 0xff]))).toEqual(['file_undecodable', ''])
  })

  test('gives a text or a reason for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (of) => {
        const decoded = decode(of)
        if ('text' in decoded) expect(decoded.text.trim()).not.toBe('')
        else expect(decoded.problem.code).toMatch(/^file_/)
      }),
      { numRuns: 2000 },
    )
  })
})
