import { above } from './chain.ts'
import { fullForms, plainName } from './forms.ts'
import type { Division, Divisions } from './load.ts'

/** The places that the beginning of a name may mean, and the rest of the name. */
export interface Reading {
  readonly found: readonly Division[]
  readonly rest: string
  /** Whether the rest begins with a lower place that is not among those that are known. */
  readonly unknownPlace: boolean
}

const nothing = (rest: string): Reading => ({ found: [], rest, unknownPlace: false })

/** No full form is longer. */
const longest = 30

const within = (list: readonly Division[], higher: readonly Division[] | null): readonly Division[] =>
  higher ? list.filter((one) => above(one).some((other) => higher.includes(other))) : list

/** Of readings of the same text, the ones that leave the least, as one. */
function fullest(readings: readonly Reading[]): Reading | null {
  const least = Math.min(...readings.map(({ rest }) => rest.length))
  const best = readings.filter(({ rest }) => rest.length === least)
  const [first] = best
  return first ? { ...first, found: [...new Set(best.flatMap(({ found }) => found))] } : null
}

/** Endings of townships and of farms in their place; the statistics count zones, 社区 and offices among them too. */
const township = /(?:街道|镇|乡|苏木|地区|[农林牧渔]场)$/
/** Names that are also common words. */
const word = /^(?:城区|郊区|矿区|市区)$/
/** What a body has behind the name of a farm or a zone when it is that of the whole. */
const ofWhole = /^(?:$|\(|办事处|管委会|管理委员会|管理处|管理局|人民政府|政府|党)/

/** Words that zones, farms and offices are called by in any county. */
const commonWords = [
  '国家级|省级|市级|县级|国营|市|县|园|区|城|新|东|西|南|北|中|街|场|站|社|局|所|处|队|大队|管理|办事处|管委会|委员会',
  '经济|高?新?技术|高新|科技|科学|现代|农业|循环|工业|产业|物流|文化|旅游|度假|生态|综合|保税|出口|加工|贸易|集聚|聚集|集中|开发|示范',
  '试验|实验|合作|风景|名胜|高校|林业|林草|煤管|地质|劳教|农科|渔业|园艺|良种|原种|种畜|种猪|种羊|种马|种牛|种蜂|蚕种|奶牛|果树',
  '苗圃|葡萄|盐|茶|苇|牛|羊|马|鹿|繁育|中心|孵化|监狱',
].join('|')
const common = new RegExp(`^(?:${commonWords})+$|(?:水库|煤矿|社区)$`)

/** Whether there may be one of that name anywhere, in the statistics or not: 高新区, 良种场, 林业局, 石门水库. */
export const isCommon = (name: string): boolean => common.test(name)

/**
 * Whether a name may be read as a place where it stands. 古县乡村振兴局 is not of 古县乡. A zone or a part of a town
 * is believed only right below the place before it: 衡水市经济开发区 is not the one of a county in 衡水市.
 */
function fits(one: Division, rest: string, higher: readonly Division[] | null): boolean {
  if ((one.name.endsWith('乡') && rest.startsWith('村')) || (one.name.endsWith('镇') && /^[村域]/.test(rest)))
    return false
  const odd = one.level === 'township' && !township.test(one.name)
  if (!odd && !word.test(one.name)) return true
  return (!higher || (one.parent !== null && higher.includes(one.parent))) && (!odd || ofWhole.test(rest))
}

/** Whether a name by itself may mean a zone or a farm that the statistics do not list, and nothing but such. */
const isAnywhere = (name: string, found: readonly Division[]): boolean =>
  isCommon(name) && found.every(({ level }) => level === 'township')

/** Every way to begin a text with a full name below `higher`, and to go on from there. */
function byFullName(text: string, higher: readonly Division[] | null, known: Divisions): Reading | null {
  const readings: Reading[] = []
  for (let length = Math.min(longest, text.length); length >= 2; length--) {
    const rest = text.slice(length)
    const named = within(known.named(text.slice(0, length)), higher)
    const found = named.filter((one) => fits(one, rest, higher))
    if (!higher && isAnywhere(text.slice(0, length), found)) continue
    if (found.length) readings.push(goOn(found, rest, known))
  }
  return fullest(readings)
}

/** Bodies under a ministry and departments of provinces, which name a region by its short form. */
const regional =
  /^(?:海关|海事局|邮政管理局|通信管理局|证监局|(?:金融)?监管(?:局|分局|支局|办公室)|(?:中心支|分|支)行|调查(?:总)?队)$|^[\u4e00-\u9fff]{2,12}厅$/

/**
 * A short form is believed only where nothing else can be meant: before the full name of a place within (乐至
 * 劳动镇), at the end, or before the body of a region such as 海关. 公安 is a county too, and 公安局 is no place.
 */
function byShortName(text: string, higher: readonly Division[] | null, known: Divisions): Reading | null {
  // 苗圃 may be any nursery, and is no short form of 苗圃街道.
  if (!higher && isCommon(text)) return null
  for (let length = Math.min(longest, text.length); length >= 2; length--) {
    const found = within(known.shortNamed(text.slice(0, length)), higher)
    const rest = text.slice(length)
    if (!higher && found.length && rest === '') return { ...nothing(rest), found }
    const offices = higher || rest !== '办事处' ? [] : found.filter(({ name }) => name.endsWith('街道'))
    if (offices.length) return { ...nothing(rest), found: offices }
    const regions = found.filter(({ level }) => level !== 'township')
    if (regions.length === 0) continue
    const below = byFullName(rest, regions, known)
    if (below) return below
    if (rest === '' || regional.test(rest)) return { ...nothing(rest), found: regions }
  }
  return null
}

/** Words that end like places and are none. */
const generic =
  /(?:城市|都市|城乡|城镇|村镇|乡镇|特色小镇|(?:社|园|景|新|城|市|郊|校|灾|库|牧|林|矿|片|地|辖|港|口岸|开发|示范|保护|管理|工业|高新|旅游|度假|集聚|聚集|实验|试验|合作|产业|保税|功能|风景|名胜|贸易|自贸|投资|经济|物流|加工|先行|物流园)区)$/

/** What stands before the district in the name of a branch: 公安局雁江区分局. */
const bureau = /[局厅署委](?=.{2})/

/** Whether a text begins with the name of some place below, such as one that was founded after the newest list. */
function beginsWithPlace(text: string): boolean {
  const [, place] =
    /^([\u4e00-\u9fff]{1,10}?(?:街道|苏木|镇|乡|市|县|区|旗))(?=$|\(|人民政府|政府|办事处|党)/.exec(text) ??
    /^([\u4e00-\u9fff]{1,8}?[市县区旗])(?=[\u4e00-\u9fff]{2,})/.exec(text) ??
    []
  return place !== undefined && !generic.test(place) && !bureau.test(place)
}

/** After a place: a place within it, also behind the government of the higher one; else it was the last. */
function goOn(found: readonly Division[], rest: string, known: Divisions): Reading {
  const behind = rest.replace(/^(?:人民)?政府/, '')
  const below = byFullName(behind, found, known) ?? byShortName(behind, found, known)
  return below ?? { found, rest, unknownPlace: beginsWithPlace(behind) }
}

/** What stands before the place in names of bodies under a ministry, and of the cities of a production corps. */
const central =
  /^(?:中华人民共和国|中国共产党|中共|国家[\u4e00-\u9fff]{2,10}?(?:总局|局)|中国[\u4e00-\u9fff]{2,8}?监督管理委员会|中国人民银行|(?:新疆生产建设)?兵团(?:第[一二三四五六七八九十]{1,3}师)?(?=.))+/

/** What stands before the place in the name of a body under a ministry: 国家能源局; empty in all others. */
export const centralOf = (name: string): string => central.exec(plainName(name))?.[0] ?? ''

/** Reads a name that is nothing but a place. */
export function readBarePlace(name: string, known: Divisions): Reading {
  const plain = plainName(name)
  const found = known.named(fullForms(plain)[0] ?? plain)
  return found.length ? { ...nothing(''), found } : readPlace(name, known)
}

/** Reads the places at the beginning of a name: 乐至县劳动镇人民政府 is 劳动镇 of 乐至县, and the rest 人民政府. */
export function readPlace(name: string, known: Divisions): Reading {
  const plain = plainName(name)
  for (const text of new Set([plain, plain.replace(central, '')])) {
    const reading = byFullName(text, null, known) ?? byShortName(text, null, known)
    if (reading) return reading
  }
  return nothing(plain)
}
