import { expect, test } from 'vitest'
import { type DatedList, datedRows } from './history.ts'

const list = (month: string, names: Record<string, string>): DatedList => ({
  month,
  names: new Map(Object.entries({ '990000': '云岭省', '990100': '东林市', '990200': '西川市', ...names })),
})

const lines = (...lists: DatedList[]): string[] =>
  datedRows(lists)
    .filter(({ code }) => !code.endsWith('00'))
    .map(({ code, name, since, until, later }) => [code, name, since, until, later].join(' '))

test('a county that became a district is that district now', () => {
  expect(lines(list('2010-01', { '990121': '青石县' }), list('2015-01', { '990105': '青石区' }))).toEqual([
    '990121 青石县  2015-01 990105',
    '990105 青石区 2010-01  ',
  ])
})

test('a new name under the same code is a renaming', () => {
  expect(lines(list('2010-01', { '990121': '青石县' }), list('2015-01', { '990121': '白水县' }))).toEqual([
    '990121 青石县  2015-01 990121',
    '990121 白水县 2010-01  ',
  ])
})

test('a code that is given to another one is no renaming', () => {
  expect(
    lines(
      list('2010-01', { '990121': '青石县', '990122': '白水县' }),
      list('2015-01', { '990121': '白水县', '990123': '青石县' }),
    ),
  ).toEqual([
    '990121 青石县  2015-01 990123',
    '990122 白水县  2015-01 990121',
    '990121 白水县   ',
    '990123 青石县   ',
  ])
})

test('a county that joined a district of its name, which was there, is not that district', () => {
  expect(
    lines(
      list('2010-01', { '990121': '青石县', '990105': '青石区' }),
      list('2015-01', { '990105': '青石区' }),
    ),
  ).toEqual(['990105 青石区   ', '990121 青石县  2015-01 '])
})

test('a district of the same name elsewhere is not what became of one', () => {
  expect(
    lines(
      list('2010-01', { '990102': '桥头区', '990202': '桥头区' }),
      list('2015-01', { '990202': '桥头区' }),
    ),
  ).toEqual(['990102 桥头区  2015-01 ', '990202 桥头区   '])
})

test('what was gone before there were reports is left out', () => {
  expect(
    lines(
      list('2002-12', { '990121': '青石县' }),
      list('2006-12', { '990122': '白水县' }),
      list('2016-07', { '990122': '白水县' }),
    ),
  ).toEqual(['990122 白水县 2002-12  '])
})
