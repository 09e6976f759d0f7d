import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Unit } from '../../model/form.ts'
import { parseValue } from './value.ts'

const number = (value: number, remark?: string) =>
  remark ? { kind: 'number', value, remark } : { kind: 'number', value }

describe('parseValue', () => {
  test.each(['', ' ', '\t', '\n', '\u00a0', '\u3000', '\u200b', '\ufeff'])('takes %j for blank', (raw) => {
    expect(parseValue(raw)).toEqual({ kind: 'blank', value: null })
  })

  test.each(['/', '／', '-', '－', '—', '——', '–', '无', '不适用', ' / ', '不 适 用', '\\'])(
    'takes %j for not applicable',
    (raw) => {
      expect(parseValue(raw)).toEqual({ kind: 'not_applicable', value: null })
    },
  )

  test.each<[string, number, string?]>([
    ['0', 0],
    ['１０３６', 1036],
    ['1,036', 1036],
    ['1，036', 1036],
    ['12,345,678', 12345678],
    ['+1036', 1036],
    ['增4', 4],
    ['减4', -4],
    ['-4', -4],
    ['－4', -4],
    ['−4', -4],
    ['-0', 0],
    ['18.8710', 18.871],
    ['22（其中修订16件）', 22, 'value_with_note'],
    ['22(其中修订16件)', 22, 'value_with_note'],
    ['007', 7, 'value_padded'],
    ['00', 0, 'value_padded'],
    ['4 0 7', 407, 'value_spaced'],
    ['3\u00a0985', 3985, 'value_spaced'],
    ['- 4', -4],
    ['12件', 12],
    ['\u200b5', 5],
    [' 5 ', 5],
    ['5\n（件）', 5, 'value_with_note'],
  ])('reads %j as %d', (raw, value, remark) => {
    expect(parseValue(raw)).toEqual(number(value, remark))
  })

  test('never gives a negative zero', () => {
    for (const raw of ['-0', '减0', '-0.0']) expect(Object.is(parseValue(raw).value, 0)).toBe(true)
  })

  test.each<[string, Unit, number, string?]>([
    ['251000元', '万元', 25.1, 'value_converted'],
    ['1.5亿元', '万元', 15000, 'value_converted'],
    ['18.871万元', '万元', 18.871],
    ['96171.6', '万元', 96171.6],
    ['0.1元', '万元', 0.00001, 'value_converted'],
  ])('reads %j in %s as %d', (raw, unit, value, remark) => {
    expect(parseValue(raw, unit)).toEqual(number(value, remark))
  })

  test.each<[string, Unit]>([
    ['12元', '件'],
    ['12万元', '项'],
    ['12件', '万元'],
  ])('does not take %j for an amount in %s', (raw, unit) => {
    expect(parseValue(raw, unit).kind).toBe('unreadable')
  })

  test.each([
    'abc',
    '见附件',
    '一',
    '1.2.3',
    '1,23',
    '1,2345',
    '12,34,567',
    '1/2',
    '3-5',
    '约10',
    '10余',
    '1e3',
    '0x10',
    'Infinity',
    '1234567890123456',
    '3\n4',
    '3；4',
    '<script>1</script>',
    '(12)',
    '12（3）（4）',
    '12%',
  ])('does not take %j for a number', (raw) => {
    expect(parseValue(raw)).toEqual({ kind: 'unreadable', value: null })
  })

  const fullWidth = (text: string) =>
    text.replace(/[!-~]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0))
  const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',')
  const way = fc.record({
    group: fc.boolean(),
    wide: fc.boolean(),
    plus: fc.boolean(),
    word: fc.boolean(),
    spaced: fc.boolean(),
    unit: fc.constantFrom('', '件', '项', ' 件'),
    note: fc.constantFrom('', '（其中修订3件）', '(去年5件)', '（ ）'),
    around: fc.constantFrom('', ' ', '\u3000', '\u00a0', '\u200b'),
  })

  test('reads back any whole number in any way of printing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), way, (value, how) => {
        const digits = String(Math.abs(value))
        const sign = value < 0 ? (how.word ? '减' : '-') : how.plus ? (how.word ? '增' : '+') : ''
        const bare = `${sign}${how.group ? grouped(digits) : digits}`
        const spread = how.spaced ? [...bare].join(' ') : bare
        const raw = `${how.around}${how.wide ? fullWidth(spread) : spread}${how.unit}${how.note}${how.around}`
        const read = parseValue(raw)
        expect([raw, read.kind, read.value]).toEqual([raw, 'number', value])
      }),
      { numRuns: 500 },
    )
  })

  test('says of a note, a conversion or inner spaces that they were there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 999_999 }), way, (value, how) => {
        const bare = how.spaced ? [...String(value)].join(' ') : String(value)
        const { remark } = parseValue(`${bare}${how.unit}${how.note}`)
        expect(remark !== undefined).toBe(how.note !== '' || how.spaced)
      }),
    )
  })

  test('never makes a number of anything but the digits that are there', () => {
    const characters = [...'0123456789,，.．+-−减增 \n\t（）()件元万亿/—无abc３％%一']
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...characters), maxLength: 10 }), (raw) => {
        const { kind, value } = parseValue(raw)
        if (kind !== 'number') {
          expect(value).toBeNull()
          return
        }
        const printed = raw
          .normalize('NFKC')
          .trim()
          .replace(/\([^()]*\)$/, '')
        expect(printed).toMatch(/^[\s+\-−减增\d,.件]+$/)
        expect(Math.abs(value as number)).toBe(Number(printed.replace(/[^\d.]/g, '')))
      }),
      { numRuns: 3000 },
    )
  })

  test('takes any string without failing', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.nat({ max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
          maxLength: 60,
        }),
        (raw) => {
          const { kind, value } = parseValue(raw)
          expect(kind === 'number').toBe(value !== null)
        },
      ),
      { numRuns: 500 },
    )
  })
})
