import { expect, test } from 'vitest'
import { compileTable } from './compile.ts'

const sources = {
  lists: [
    {
      month: '2024-12',
      names: new Map([
        ['980000', '天川市'],
        ['980100', '天川市'],
        ['980101', '江心区'],
        ['990000', '云岭省'],
        ['990100', '东林市'],
        ['990101', '市辖区'],
        ['990102', '青石区'],
        ['990500', '南屏市'],
        ['999000', '省直辖县级行政区划'],
        ['999001', '白水市'],
      ]),
    },
  ],
  zones: [
    { code: '990102', name: '青石区' },
    { code: '990171', name: '东林高新技术产业开发区' },
    { code: '990501', name: '南屏市' },
  ],
  townships: [
    { code: '990102001', name: '桥头街道' },
    { code: '990171001', name: '柳林街道' },
    { code: '990501100', name: '荷塘镇' },
  ],
}

test('the table has real divisions only, sorted, with the parents that the codes do not tell', () => {
  expect(compileTable(sources, ['some@1.0.0']).split('\n').slice(4)).toEqual([
    'code,name,parent,since,until,later',
    '980000,天川市,,,,',
    '980101,江心区,980000,,,',
    '990000,云岭省,,,,',
    '990100,东林市,,,,',
    '990102,青石区,,,,',
    '990102001,桥头街道,,,,',
    '990171,东林高新技术产业开发区,,,,',
    '990171001,柳林街道,,,,',
    '990500,南屏市,,,,',
    '990501100,荷塘镇,990500,,,',
    '999001,白水市,990000,,,',
    '',
  ])
})

test('its first lines say where it is from', () => {
  expect(compileTable(sources, ['some@1.0.0'])).toMatch(/^# .*some@1\.0\.0/)
})

test('a name that a plain table cannot hold stops the making', () => {
  const townships = [{ code: '990102001', name: '桥头,街道' }]
  expect(() => compileTable({ ...sources, townships }, [])).toThrow('would need quotes')
})
