import { expect, test } from 'vitest'
import { kindOf } from './kind.ts'

test.each([
  // 1: national
  ['国家能源局', 'department', 'national'],
  ['国家市场监督管理总局', 'department', 'national'],
  ['中华人民共和国财政部', 'department', 'national'],
  ['海关总署（本级机关）', 'department', 'national'],
  ['国务院港澳事务办公室', 'department', 'national'],
  ['中国气象局', 'department', 'national'],
  // 2: vertical
  ['国家税务总局云梦省税务局', 'vertical', 'province'],
  ['国家税务总局虚构市甲区税务局', 'vertical', 'county'],
  ['国家税务总局虚构市税务局', 'vertical', 'unknown'],
  ['国家税务总局丁县税务局第一税务分局', 'vertical', 'county'],
  ['中华人民共和国云梦海关', 'vertical', 'unknown'],
  ['云梦省气象局', 'vertical', 'province'],
  ['国家统计局云梦调查总队', 'vertical', 'province'],
  ['国家统计局虚构调查队', 'vertical', 'unknown'],
  ['丁县消防救援大队', 'vertical', 'county'],
  ['云梦省消防救援总队', 'vertical', 'province'],
  ['中华人民共和国云梦海事局', 'vertical', 'unknown'],
  ['云梦省邮政管理局', 'vertical', 'province'],
  ['国家金融监督管理总局云梦监管分局', 'vertical', 'unknown'],
  ['丁县烟草专卖局', 'vertical', 'county'],
  ['国家能源局云梦监管办公室', 'vertical', 'unknown'],
  // 3, 4: subdistricts, towns, townships
  ['虚构市甲区人民政府青禾街道办事处', 'subdistrict', 'township'],
  ['丁县古城镇人民政府', 'town', 'township'],
  ['丁县白石族乡', 'township', 'township'],
  ['云梦旗望溪苏木人民政府', 'township', 'township'],
  // 5: zones and the bureaux in them
  ['虚构市高新技术产业开发区管理委员会', 'zone', 'unknown'],
  ['云梦湖国家级风景区', 'zone', 'unknown'],
  ['云梦新区', 'zone', 'unknown'],
  ['虚构经济技术开发区财政局', 'department', 'unknown'],
  ['虚构高新区管委会教育局', 'department', 'unknown'],
  ['云梦新区人民政府', 'government', 'county'],
  // 6: governments and their offices
  ['云梦省虚构市甲区人民政府', 'government', 'county'],
  ['云梦自治区人民政府', 'government', 'province'],
  ['上海市', 'government', 'province'],
  ['云梦族自治州人民政府', 'government', 'prefecture'],
  ['云梦盟', 'government', 'prefecture'],
  ['云梦地区行政公署', 'government', 'prefecture'],
  ['云梦族自治县', 'government', 'county'],
  ['云梦林区人民政府', 'government', 'county'],
  ['丁县人民政府（丁县人民政府办公室）', 'government', 'county'],
  ['丁县人民政府办公室', 'office', 'county'],
  ['云梦省人民政府外事办公室', 'department', 'province'],
  ['丁县人民政府地方志办公室', 'department', 'county'],
  // 7: departments and branches
  ['云梦省教育厅', 'department', 'province'],
  ['甲区城市管理局', 'department', 'county'],
  ['甲区市场监督管理局', 'department', 'county'],
  ['虚构市市场监督管理局', 'department', 'unknown'],
  ['甲区住房和城乡建设局', 'department', 'county'],
  ['丁县乡村振兴局', 'department', 'county'],
  ['虚构市公安局甲区分局', 'department', 'county'],
  ['虚构市生态环境局青禾分局', 'department', 'county'],
  ['丁县公安局交通警察大队', 'department', 'county'],
  ['虚构财政局', 'department', 'unknown'],
  // 8: institutions
  ['丁县人民医院', 'institution', 'county'],
  ['云梦大学', 'institution', 'unknown'],
  ['虚构市公共资源交易中心', 'institution', 'unknown'],
  ['丁县望溪镇中心卫生院', 'institution', 'township'],
])('%s is %s, %s', (name, type, level) => {
  expect(kindOf(name)).toEqual({ type, level })
})
