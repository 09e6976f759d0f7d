import { describe, expect, test } from 'vitest'
import { domainOf, domains } from './domain.ts'
import { kindOf } from './kind.ts'

describe('domainOf', () => {
  test.each([
    ['甲区教育局', 'education'],
    ['虚构市公安局甲区分局', 'police'],
    ['虚构市公安局交通警察支队', 'traffic_police'],
    ['丁县自然资源和规划局', 'planning_land'],
    ['国家税务总局丁县税务局', 'tax'],
    ['丁县住房公积金管理中心', 'housing_fund'],
    ['丁县住房和城乡建设局', 'housing'],
    ['丁县农业农村局', 'agriculture'],
    ['丁县卫生健康委员会', 'health'],
    ['丁县医疗保障局', 'health_insurance'],
    ['丁县人力资源和社会保障局', 'labour'],
    ['丁县市场监督管理局', 'market'],
    ['国家市场监督管理总局', 'market'],
    ['丁县人民政府外事办公室', 'foreign_affairs'],
    ['丁县人民政府', 'general'],
    ['丁县望溪镇人民政府', 'general'],
    ['某某', ''],
    ['', ''],
  ])('of %s is %j', (name, domain) => {
    expect(domainOf(name, kindOf(name).type)).toBe(domain)
  })

  test('is named once, in both languages', () => {
    for (const key of ['id', 'zh', 'en'] as const) {
      expect(new Set(domains.map((one) => one[key])).size).toBe(domains.length)
    }
    for (const { id } of domains) expect(id).toMatch(/^[a-z_]+$/)
  })
})
