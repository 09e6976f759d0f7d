import { remembered } from '../ingest/remembered.ts'
import type { AgencyType, Level } from '../model/report.ts'
import { levelOfPlace } from './place.ts'

/** Level and type of a body, as far as its name says. */
export interface Kind {
  readonly type: AgencyType
  readonly level: Level
}

const ministry =
  /^(外交|国防|教育|科学技术|工业和信息化|公安|国家安全|民政|司法|财政|人力资源和社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理|环境保护|国土资源|农业|文化|卫生)部$|^(审计署|海关总署|新闻出版总署|中国人民银行)$/
const nationalBody = /^(国家[^局委]{1,16}(局|委员会|委)|国务院.{2,20}|中国[^局委行]{1,12}(局|委员会))$/
/** A central body with the place it works in behind it: 国家能源局云梦监管办公室. */
const central =
  /^(?:国家[^局委]{1,14}(?:局|委员会)|中国[^局委行]{1,12}(?:局|委员会)|中国人民银行|交通运输部|海关总署)(?=.{2})/
const vertical =
  /(税务局|税务分局|税务所|海关|气象局|(?<!地质|勘查)调查(总)?队|消防救援(局|(总|支|大)队)|海事(局|处)|邮政管理局|烟草专卖局|金融监管(总局|局|分局|支局)|银保监(局|分局)|通信管理局)$/
const zoneEnd =
  /(管委会|管理委员会|开发区|高新区|新区|园区|示范区|风景区|名胜区|保税区|度假区|合作区|产业区|工业区|商务区|保护区)$/
const zoneInside =
  /(开发区|高新区|园区|示范区|风景区|名胜区|保税区|度假区|合作区|产业区|工业区|管委会|管理委员会|新区(?!(?:人民)?政府))/
const township = /^(.*)(镇|乡|苏木)(?:(?:人民)?政府)?$/
const office = /(?:政府(?:办公厅|办公室|办)|^(?:办公厅|办公室))$/
const department = /(局|委员会|委|办公室|办公厅|办|署|处|队|部|监察专员)$/
const institution =
  /(中心|公司|集团|医院|学校|大学|学院|中学|小学|幼儿园|研究院|研究所|卫生院|图书馆|博物馆|档案馆|文化馆|电视台|站|所|院|馆|社|联合会|协会|红十字会|总工会)$/
const productionCorps = /^(?:新疆生产建设兵团|兵团(?=第))(第[一二三四五六七八九十]{1,3}师)?/
const placeEnd = /(省|自治区|市|县|区|旗|州|盟|地区)$/

/** A name without the country, white space and what stands in brackets behind it. */
const normalised = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/\([^()]*\)/g, '')
    .replace(/^中华人民共和国(?=.)/, '')

/**
 * What kind of body a name says it is, by the first rule that fits: a vertical system keeps its own name, a
 * subdistrict stays one even behind its district's government, and an office of a government is not that
 * government. What the name does not say is `unknown`.
 */
export const kindOf = remembered(ofName, { length: 60, size: 4096 })

function ofName(written: string): Kind {
  const name = normalised(written)
  const [corps, division] = productionCorps.exec(name) ?? []
  if (corps) return ofCorps(name.slice(corps.length), division ? 'prefecture' : 'province')
  if (ministry.test(name) || nationalBody.test(name)) return { type: 'department', level: 'national' }
  const local = name.replace(central, '')
  if (local !== name || vertical.test(name)) return { type: 'vertical', level: levelOfVertical(local) }
  if (/街道(办事处)?$/.test(name)) return { type: 'subdistrict', level: 'township' }
  const town = township.exec(name)
  if (town) return { type: town[2] === '镇' ? 'town' : 'township', level: 'township' }
  if (zoneEnd.test(name)) return { type: 'zone', level: 'unknown' }
  if (/(政府|行政公署|专员公署)$/.test(name)) return { type: 'government', level: levelOfPlace(name) }
  if (office.test(name)) return { type: 'office', level: levelOfPlace(name) }
  if (/厅$/.test(name)) return { type: 'department', level: 'province' }
  if (zoneInside.test(name)) return ofZone(name)
  if (/(分局|大队)$/.test(name)) return { type: 'department', level: levelOfBranch(name) }
  if (institution.test(name)) return { type: 'institution', level: levelOfPlace(name) }
  if (department.test(name)) return { type: 'department', level: levelOfPlace(name) }
  if (placeEnd.test(name)) return { type: 'government', level: levelOfPlace(name) }
  return { type: 'unknown', level: 'unknown' }
}

/** The production corps ranks as a province, its divisions as prefectures; each may be named with its city. */
function ofCorps(rest: string, level: Level): Kind {
  if (rest === '') return { type: 'government', level }
  const kind = ofName(rest)
  return kind.level === 'unknown' && kind.type !== 'unknown' ? { ...kind, level } : kind
}

/** A bureau inside a zone: how high a zone ranks its name does not say. */
function ofZone(name: string): Kind {
  if (institution.test(name)) return { type: 'institution', level: 'unknown' }
  return { type: department.test(name) ? 'department' : 'unknown', level: 'unknown' }
}

/** Corps of a whole province are called 总队; otherwise the place tells. */
function levelOfVertical(local: string): Level {
  const level = levelOfPlace(local)
  return level === 'unknown' && /总队$/.test(local) ? 'province' : level
}

/** A branch of a city's bureau serves a district or a county. */
function levelOfBranch(name: string): Level {
  if (/(?<![地社园])[区县旗](分局|大队)$/.test(name)) return 'county'
  const level = levelOfPlace(name)
  const ofCity = level === 'unknown' || /^(?:北京|天津|上海|重庆)市/.test(name)
  return ofCity && /市.*局.{1,8}分局$/.test(name) ? 'county' : level
}
