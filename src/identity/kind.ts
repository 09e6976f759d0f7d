import type { AgencyType, Level } from '../model/report.ts'

/** Level and type of a body, as far as its name says. */
export interface Kind {
  readonly type: AgencyType
  readonly level: Level
}

const vertical = /税务局$|海关$|气象局$|调查(总)?队$|消防救援|海事局$|邮政管理局$|烟草专卖局$|金融监管/

/** The level of the last place that a name begins with; `unknown` for a bare 市, which may be of three levels. */
function levelOfPlace(name: string): Level {
  if (/(省|自治区)[^省]{0,12}$/.test(name) && !/[市县旗州盟]|(?<!自治)区/.test(name)) return 'province'
  if (/[县旗](?!级)|[\u4e00-\u9fff]{1,6}(?<!自治|地|园|开发|示范|高新)区/.test(name)) return 'county'
  if (/自治州|(?<!贵)州(?![市区县])|盟|地区/.test(name)) return 'prefecture'
  return 'unknown'
}

/**
 * What kind of body a name says it is, by the first rule that fits: a vertical system keeps its own name, a
 * subdistrict stays one even behind its district's government, and an office of a government is not that
 * government. What the name does not say is `unknown`.
 */
export function kindOf(name: string): Kind {
  if (vertical.test(name)) return { type: 'vertical', level: levelOfPlace(name) }
  if (/^(国家|国务院|中华人民共和国)|(总署|部)$/.test(name) && !/[省市县区旗州盟]/.test(name)) {
    return { type: 'department', level: 'national' }
  }
  if (/街道(办事处)?$/.test(name)) return { type: 'subdistrict', level: 'township' }
  if (/镇((人民)?政府)?$/.test(name)) return { type: 'town', level: 'township' }
  if (/(乡|苏木)((人民)?政府)?$/.test(name)) return { type: 'township', level: 'township' }
  if (/(管委会|管理委员会|开发区|高新区|新区|园区|示范区|风景区)$/.test(name))
    return { type: 'zone', level: 'unknown' }
  if (/政府(办公厅|办公室)$/.test(name)) return { type: 'office', level: levelOfPlace(name) }
  if (/政府$/.test(name)) return { type: 'government', level: levelOfPlace(name) }
  if (/厅$/.test(name)) return { type: 'department', level: 'province' }
  if (/(局|委员会|委|办公室)$/.test(name)) return { type: 'department', level: levelOfPlace(name) }
  if (/(中心|医院|学校|大学|公司)$/.test(name)) return { type: 'institution', level: levelOfPlace(name) }
  if (/[省市县区旗州盟]$/.test(name)) return { type: 'government', level: levelOfPlace(name) }
  return { type: 'unknown', level: 'unknown' }
}
