import { sha256 } from '../ingest/discover.ts'
import { plainName } from './divisions/forms.ts'
import type { Division } from './divisions/load.ts'
import { centralOf, isCommon } from './divisions/read.ts'
import { domains } from './domain.ts'
import { agencySlug } from './slug.ts'
import { usualBodies } from './usualBodies.ts'

/** Names of what governs a division: with it, the body is the division's own government, office or council. */
const governs = /^(?:(?:人民)?政府|(?:街道)?办事处|行政公署|专员公署)?$/

/**
 * What a body is called behind the name of its place, one form of each: empty for the government of a division, be
 * it a town or a province, and for the office of a subdistrict.
 */
export function bodyOf(rest: string): string {
  const plain = plainName(rest).replace(/(?:\([^()]*\))+$/, '')
  if (governs.test(plain)) return ''
  return plain
    .replace(/^(?:人民)?政府办(?:公室)?$/, '人民政府办公室')
    .replace(/^(?:人民)?政府办公厅$/, '人民政府办公厅')
    .replace(/管委会$/, '管理委员会')
}

/** Zones that the statistics list as divisions: their committee is what governs them. */
const isZone = ({ code, name }: Pick<Division, 'code' | 'name'>): boolean =>
  /^\d{4}7\d$/.test(code) || (code.length > 6 && !/(?:街道|镇|乡|苏木|地区)$/.test(name))

/** What a body is called in a division, where that may be a zone. */
export const bodyIn = (division: Pick<Division, 'code' | 'name'>, body: string): string =>
  body === '管理委员会' && isZone(division) ? '' : body

/** Systems whose bodies are called alike with the name of their head office before them and without. */
const sameWithout = /^国家(?:税务总局|统计局)$|兵团/

/** The body of a resolved name: what stands behind its place, with the ministry or bureau that it is of before it. */
export function bodyOfName(name: string, rest: string): string {
  const central = centralOf(name).replace(/^中华人民共和国/, '')
  const body = bodyOf(rest)
  return central === '' || sameWithout.test(central) ? body : `${central}${body}`
}

const ending =
  /(?:管理|监督|服务|工作|事务|综合|行政|执法|人民|发展|建设|事业|委员会|委|局|厅|署|办公室|办公厅|办|处|中心|大队|支队|总队|队|政府|大|和|与|及)/g
const fields = domains.map(({ names }) => new RegExp(names.source, 'g'))

/**
 * Whether a name is made of nothing but words that any place has a body for: 教育局, 住房和城乡建设局. Who that is, it
 * does not say.
 */
export function namesNoOne(name: string): boolean {
  const plain = bodyOf(name)
  if (plain === '') return true
  if (isCommon(plain)) return true
  if (/^国|^中国|部$|署$/.test(plain)) return false
  if (usualBodies.has(plain)) return true
  const left = fields.reduce((text, field) => text.replace(field, ''), plain)
  return /^[省市州盟县区旗镇乡]?$/.test(left.replace(ending, ''))
}

/** Digits that keep apart what is spelled alike. */
const digits = (of: string): string => sha256(of).slice(0, 6)

/** The id of a body of a division: code, division and body, as in `230804-qianjinqu-renliziyuanheshehuibaozhangju`. */
export function idInDivision({ code, name }: Pick<Division, 'code' | 'name'>, body: string): string {
  const id = agencySlug(name, code)
  if (body === '') return id
  const spelled = [id, agencySlug(body)].filter((part) => part !== '').join('-')
  return usualBodies.has(body) ? spelled : `${spelled}-${digits(body)}`
}

/** A name in no list of divisions without what does not tell bodies apart: brackets, and the government of a place. */
const withoutGovernment = (name: string): string =>
  plainName(name)
    .replace(/(?:\([^()]*\))+$/, '')
    .replace(/(?<=[省市县区旗州盟镇乡道木])(?:(?:人民)?政府|办事处)$/, '')
    .replace(/管委会$/, '管理委员会')

/** The id of a body whose division is in no list: its name, and digits since other names may be spelled alike. */
export function idByName(name: string, code = ''): string {
  const plain = withoutGovernment(name)
  if (code === '' && usualBodies.has(plain) && !namesNoOne(plain)) return agencySlug(plain)
  return [agencySlug(plain, code), digits(plain)].filter((part) => part !== '').join('-')
}

/**
 * The id of whom a name does not tell, be it of one of several places or of none: only the file tells it from others
 * of that name. `sha256` is that of the file.
 */
export const idOfFile = (name: string, sha256: string): string =>
  [agencySlug(name) || 'unidentified', sha256.slice(0, name ? 6 : 12)].join('-')
