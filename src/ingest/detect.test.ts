import { describe, expect, test } from 'vitest'
import { detectFormat, unsupportedName } from './detect.ts'

const behind = (start: readonly number[]): Uint8Array =>
  Buffer.concat([Uint8Array.from(start), Buffer.from('公开')])

describe('detectFormat', () => {
  test.each<[string, readonly number[]]>([
    ['PNG', [0x89, 0x50, 0x4e, 0x47]],
    ['JPEG', [0xff, 0xd8, 0xff, 0xe0]],
    ['GIF', [...Buffer.from('GIF89a')]],
    ['RTF', [...Buffer.from('{\\rtf1')]],
    ['GZIP', [0x1f, 0x8b]],
  ])('names %s, which is not read', (name, start) => {
    expect([detectFormat(behind(start)), unsupportedName(behind(start))]).toEqual(['unsupported', name])
  })

  test('knows a PDF with bytes before its signature, an empty file, and text', () => {
    expect(detectFormat(behind([0, 1, ...Buffer.from('%PDF-1.7')]))).toBe('pdf')
    expect(detectFormat(new Uint8Array())).toBe('empty')
    expect(detectFormat(Buffer.from('BMI 公开'))).toBe('text')
  })

  test('does not take a broken archive or document for one that can be read', () => {
    expect(detectFormat(behind([0x50, 0x4b, 3, 4]))).not.toMatch(/docx|xlsx/)
    expect(detectFormat(behind([0xd0, 0xcf, 0x11, 0xe0]))).toBe('unsupported')
  })
})
