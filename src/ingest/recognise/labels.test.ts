import { describe, expect, test } from 'vitest'
import { form, formVersions, headings, resultGroups, type TableId, tableIds } from '../../model/form.ts'
import { matchLabel } from './labels.ts'

interface Known {
  readonly role: 'row' | 'column'
  readonly table: TableId
  readonly id: string
  readonly text: string
}
const known: Known[] = tableIds.flatMap((table) =>
  formVersions.flatMap((version) =>
    form[table].forms[version].flatMap((section) =>
      (['row', 'column'] as const).flatMap((role) =>
        (role === 'row' ? section.rows : section.columns).flatMap((label) =>
          [label.zh, ...(label.aliases ?? [])].map((text) => ({ role, table, id: label.id, text })),
        ),
      ),
    ),
  ),
)

const half = (text: string) => text.normalize('NFKC')
const full = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0))

const ways: readonly [name: string, print: (text: string) => string][] = [
  ['as the form prints it', (text) => text],
  ['with brackets and commas at half width', half],
  ['at full width', full],
  ['with a space between any two characters', (text) => [...text].join(' ')],
  ['with ideographic spaces around it', (text) => `\u3000${text}\u3000`],
  ['broken over two lines', (text) => `${text.slice(0, 2)}\n${text.slice(2)}`],
  ['with another mark behind its number', (text) => text.replace(/^(\d)\./, '$1、')],
  [
    'without its number',
    (text) => text.replace(/^([一二三四五六七八九十]+、|（[一二三四五六七]）|\d\.)/, ''),
  ],
  ['without the remark in brackets', (text) => text.replace(/(?<=.)（[^（）]*）/g, '')],
  ['with other quotes', (text) => text.replace(/[“”]/g, '"')],
]

describe('matchLabel', () => {
  test.each(ways)('finds every label of the forms %s', (_, print) => {
    const lost = known.filter(
      ({ role, table, id, text }) =>
        !matchLabel(print(text)).some((one) => one.role === role && one.table === table && one.id === id),
    )
    expect(lost).toEqual([])
  })

  test('is certain of a text that names one thing, and of no other', () => {
    for (const { text } of known) {
      const found = matchLabel(text)
      const things = new Set(found.map(({ role, table, id }) => `${role} ${table} ${id}`))
      if (things.size > 1) expect([text, found.some((one) => one.certain)]).toEqual([text, false])
    }
    expect(matchLabel('一、本年新收政府信息公开申请数量').map((one) => one.certain)).toEqual([true])
  })

  test('leaves open what 总计 and 其他 stand for', () => {
    for (const text of ['总计', '其他']) {
      const found = matchLabel(text)
      expect(found.length).toBeGreaterThan(1)
      expect(found.some((one) => one.certain)).toBe(false)
    }
  })

  test('knows the headings, none of which names a row or a column', () => {
    for (const { zh } of [...Object.values(headings), ...resultGroups]) {
      const found = matchLabel(zh)
      expect([zh, found.length > 0]).toEqual([zh, true])
    }
  })

  test.each(['', '0', '12', '无', '/', '第', '政府信息公开', '本年', '三、', '申请', '公开', '（）', '...'])(
    'does not take %j for a label',
    (text) => {
      expect(matchLabel(text)).toEqual([])
    },
  )

  test('does not take prose that holds a label for one', () => {
    for (const text of [
      '本年新收政府信息公开申请数量为3件',
      '全年作出行政许可12件',
      '其他需要报告的事项',
      `予以公开${'。'.repeat(200)}`,
    ]) {
      expect([text, matchLabel(text)]).toEqual([text, []])
    }
  })

  test.each([
    ['in brackets', '予以公开(鑫)'],
    ['in wide brackets', '予以公开（鑫）'],
    ['as the sign for one in brackets', '予以公开㈱'],
    ['as the number before it', '十一、予以公开'],
  ])('takes a label for one that has characters of no label %s', (_, text) => {
    expect(matchLabel(text)).toEqual(matchLabel('予以公开'))
  })

  test('takes a label in traditional characters for one that has another such character of no label', () => {
    expect(matchLabel('予以公開（鑫）')).toEqual(matchLabel('予以公开'))
    expect(matchLabel('予以公开鑫')).toEqual([])
  })
})
