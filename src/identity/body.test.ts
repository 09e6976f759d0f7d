import { expect, test } from 'vitest'
import { bodyOf, bodyOfName, idByName, idInDivision, idOfFile, namesNoOne } from './body.ts'
import { agencySlug } from './slug.ts'
import { usualBodies } from './usualBodies.ts'

test('no two usual bodies are spelled alike', () => {
  const spelled = Map.groupBy(usualBodies, (body) => agencySlug(body))
  expect([...spelled.values()].filter((bodies) => bodies.length > 1)).toEqual([])
})

test.each([
  ['人民政府', ''],
  ['政府', ''],
  ['办事处', ''],
  ['', ''],
  ['人民政府（县人民政府办公室）', ''],
  ['政府办', '人民政府办公室'],
  ['管委会', '管理委员会'],
  ['教育局（本级）', '教育局'],
])('behind its place, %s is %s', (rest, body) => {
  expect(bodyOf(rest)).toBe(body)
})

test('a system is the same body with its head office before it, another bureau of the centre is not', () => {
  expect(bodyOfName('国家税务总局乐至县税务局', '税务局')).toBe('税务局')
  expect(bodyOfName('国家能源局甘肃监管办公室', '监管办公室')).toBe('国家能源局监管办公室')
})

test.each([
  '教育局',
  '市教育局',
  '县人民政府',
  '区政府办',
  '高新区管委会',
  '住房和城乡建设局',
  '人民政府办公室',
  '管委会',
  '人民政府',
  '政务服务和大数据管理局',
])('%s may be anywhere', (name) => {
  expect(namesNoOne(name)).toBe(true)
})
test.each(['财政部', '海关总署', '国家能源局', '云梦大学', '虚构财政局', '中国人民银行'])(
  '%s is one body',
  (name) => {
    expect(namesNoOne(name)).toBe(false)
  },
)

test.each([
  ['丁县望溪镇', '丁县望溪镇人民政府'],
  ['虚构市甲区', '虚构市甲区人民政府（本级机关）'],
  ['丁县青禾街道', '丁县青禾街道办事处'],
  ['丁县教育局', '丁县教育局（本级）'],
])('%s and %s are one body', (name, other) => {
  expect(idByName(other)).toBe(idByName(name))
})

test('ids are division, place and body; what is not usual has digits of its name', () => {
  const county = { code: '990102', name: '丁县' }
  expect(idInDivision(county, '')).toBe('990102-dingxian')
  expect(idInDivision(county, '税务局')).toBe('990102-dingxian-shuiwuju')
  expect(idInDivision(county, '水务局')).toMatch(/^990102-dingxian-shuiwuju-[0-9a-f]{6}$/)
  expect(idByName('海关总署')).toBe('haiguanzongshu')
  expect(idByName('丁县教育局')).toMatch(/^dingxian-jiaoyuju-[0-9a-f]{6}$/)
  expect(idOfFile('教育局', 'abcdef0123456789')).toBe('jiaoyuju-abcdef')
  expect(idOfFile('', 'abcdef0123456789')).toBe('unidentified-abcdef012345')
})
