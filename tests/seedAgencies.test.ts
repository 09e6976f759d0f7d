import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assemble } from '../src/dataset/assemble.ts'
import { readBack } from '../src/invented/readBack.ts'

const seeds = [
  {
    file: '000_c3699d8ca2ce9b9a.txt',
    agency_id: '420102009-laodongjiedao',
    name: '江岸区劳动街道',
    is: ['420102009', 'township', 'subdistrict'],
    where: '湖北省武汉市江岸区劳动街道',
    told: ['title, line 1', 'compiled, line 3', 'fuller, line 11'],
  },
  {
    file: '001_f3659af85ff66049.txt',
    agency_id: '411628001-zhenyuanjiedao',
    name: '鹿邑县真源街道',
    is: ['411628001', 'township', 'subdistrict'],
    where: '河南省周口市鹿邑县真源街道',
    told: ['title, line 3'],
  },
  {
    file: '002_83053b7e25c70037.txt',
    agency_id: '512022110-laodongzhen',
    name: '乐至县劳动镇',
    is: ['512022110', 'township', 'town'],
    where: '四川省资阳市乐至县劳动镇',
    told: ['prose, line 2', 'fuller, line 2'],
  },
  {
    file: '003_03da7e1ee6363f6c.txt',
    agency_id: '411402002-changzhengjiedao',
    name: '梁园区长征街道',
    is: ['411402002', 'township', 'subdistrict'],
    where: '河南省商丘市梁园区长征街道',
    told: ['title, line 3'],
  },
  {
    file: '004_4095ec7c00299beb.txt',
    agency_id: '230804-qianjinqu-renliziyuanheshehuibaozhangju',
    name: '前进区人力资源和社会保障局',
    is: ['230804', 'county', 'department'],
    where: '黑龙江省佳木斯市前进区',
    told: ['title, line 1'],
  },
]
const folder = join(import.meta.dirname, '..', '..', 'shared', 'seeds')

// The originals stand beside the repository and are not part of it.
describe.runIf(existsSync(folder))('the agencies of the five seeds', () => {
  test.each(seeds)('$name', async ({ file, agency_id, name, is, where, told }) => {
    const bytes = new Uint8Array(readFileSync(join(folder, file)))
    const { reports, atlas } = assemble([await readBack({ bytes, extension: 'txt' }, file)])
    const [report] = reports
    const [agency] = atlas.agencies
    if (!report || !agency) throw new Error('no report')
    expect([agency.agency_id, agency.name, report.report_id]).toEqual([
      agency_id,
      name,
      `${agency_id}-${report.year}`,
    ])
    expect([agency.division_code, agency.level, agency.type]).toEqual(is)
    expect([agency.province, agency.city, agency.county, agency.township].join('')).toBe(where)
    const evidence = report.evidence?.filter(({ what }) => what === 'agency') ?? []
    expect(evidence.map(({ from, locator }) => `${from}, ${locator}`)).toEqual(told)
    expect(report.issues.map(({ code }) => code)).not.toContain('division_ambiguous')
  })
})
