import { expect, test } from 'vitest'
import { kindOf } from './kind.ts'
import { parentOf } from './parent.ts'
import { RegisteredAgencies } from './registry/apply.ts'
import { noRegistry } from './registry/registry.ts'
import { type Settled, settle } from './settle.ts'

const registered = new RegisteredAgencies(noRegistry)
const agency = (name: string): Settled => {
  const { type, level } = kindOf(name)
  const source = { path: `${name}.txt`, sha256: 'abcdef012345' }
  const claim = {
    agency_name: name,
    agency_type: type,
    agency_level: level,
    division_code: '',
    year: 2023,
    evidence: [],
    source,
  }
  return settle([claim], registered)[0] as Settled
}
/** The name of the agency above one among some, which are all that have reports. */
function above(name: string, ...others: string[]): string {
  const there = new Map(others.map((one) => [agency(one).agency_id, one]))
  return there.get(parentOf(agency(name), registered, (id) => there.has(id))) ?? ''
}

test.each([
  ['乐至县劳动镇', '乐至县人民政府'],
  ['乐至县教育局', '乐至县人民政府'],
  ['乐至县人民政府办公室', '乐至县人民政府'],
  ['乐至县人民医院', '乐至县人民政府'],
  ['乐至县人民政府', '资阳市人民政府'],
  ['资阳市人民政府', '四川省人民政府'],
  ['天门市人民政府', '湖北省人民政府'],
  ['东莞市长安镇', '东莞市人民政府'],
  ['武隆区人民政府', '重庆市人民政府'],
  ['资阳市公安局雁江区分局', '资阳市公安局'],
  ['乐至县公安局交通警察大队', '乐至县公安局'],
  ['资阳市高新技术产业开发区管理委员会', '资阳市人民政府'],
  ['资阳市高新技术产业开发区财政局', '资阳市高新技术产业开发区管理委员会'],
  ['国家税务总局乐至县税务局', '国家税务总局资阳市税务局'],
  ['国家税务总局天门市税务局', '国家税务总局湖北省税务局'],
  ['乐至县消防救援大队', '资阳市消防救援支队'],
])('above %s is %s', (name, parent) => {
  const others = ['四川省人民政府', '资阳市人民政府', '乐至县人民政府', '国家税务总局四川省税务局']
  expect(above(name, ...new Set([parent, ...others]))).toBe(parent)
})

test.each(['乐至县教育局', '财政部', '劳动镇', '云梦省虚构市甲区教育局', '四川省人民政府'])(
  'nothing is above %s where that has no reports or is not known',
  (name) => {
    expect(above(name, '望奎县人民政府', '资阳市人民政府')).toBe('')
  },
)
