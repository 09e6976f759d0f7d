import { type Evidence, type EvidenceSource, evidence } from './evidence.ts'
import type { PlainLines } from './plain.ts'
import type { SiteLabel } from './siteLabels.ts'

/** What tells the place besides the names of bodies. */
export interface PlaceClues {
  readonly labels: readonly SiteLabel[]
  readonly path: string
  /** Address that the file came from, or empty. */
  readonly url: string
}

/** What stands in lines and says where their body is; `value` is the part that does. */
const patterns: readonly [EvidenceSource, RegExp][] = [
  ['address', /(?:地址|地点)(?:为|是)?[::]?(?<value>[^,。;、()]{4,60})/],
  ['credit_code', /(?<value>(?<![0-9A-Z])1[12]\d{6}[0-9A-HJ-NP-RTUWXY]{10}(?![0-9A-Z]))/],
  ['index_number', /(?<value>索引号[::]?[^\d]{0,4}\d{6}[-/_A-Z(0-9]{0,20})/],
  ['telephone', /(?<value>(?:电话|传真|热线)[^\d]{0,8}0\d{2,3}[)\-—–]{1,2}\d{7,8})/],
  ['post_code', /(?<value>(?:邮编|邮政编码)[::]?\d{6})(?!\d)/],
  ['page', /^(?:您?(?:现在|当前)?(?:的|所在)?位置(?:是|为)?)[::]?(?<value>[^。]{4,60})/],
]
const screen = /址|地点|索引号|1[12]\d{6}|电话|传真|热线|邮|位置/
/** The government that a body works under or publishes with, to the word that its name begins behind. */
const superior =
  /(?<value>[\u4e00-\u9fff]{1,16}[省市县区旗州盟](?:委、)?人民政府)(?:门户网站|网站|的?(?:坚强|正确)?(?:领导|指导)|办公[室厅]?(?:关于|的?(?:部署|要求|指导|领导))|统一部署)/
/** Words that stand before the name of a superior; a name that holds one is cut, and then tells nothing. */
const beforeSuperior = /^.*(?:[对向在由经按照据过录于从和与及到、受]|联系|登陆|通过)/
/** As many sentences that name a superior are kept. */
const superiors = 3
/** Such things stand at the head of a page, in the sentences before the first section, and at the end. */
const [atHead, atEnd] = [40, 15]
/** Of a line longer than a paragraph, as when a whole report stands on one, only its beginning and end. */
const longestPart = 400

const parts = (line: string): string[] =>
  line.length <= 2 * longestPart ? [line] : [line.slice(0, longestPart), line.slice(-longestPart)]

const headAndEnd = (lines: readonly string[]): readonly string[] =>
  lines.length <= atHead + atEnd ? lines : [...lines.slice(0, atHead), ...lines.slice(-atEnd)]

function ofLine(line: string): Evidence[] {
  if (!screen.test(line)) return []
  return parts(line).flatMap((part) =>
    patterns.flatMap(([from, pattern]) => {
      const match = pattern.exec(part)
      return match ? evidence('place', from, match.groups?.['value'] ?? '', match[0]) : []
    }),
  )
}

function ofSuperiors(lines: readonly string[]): Evidence[] {
  const found: Evidence[] = []
  for (const line of lines) {
    if (found.length >= superiors) break
    const at = line.indexOf('人民政府')
    if (at < 0) continue
    const match = superior.exec(line.slice(Math.max(0, at - 18), at + 14))
    const name = (match?.groups?.['value'] ?? '').replace(beforeSuperior, '')
    if (match && name.length >= 6) found.push(...evidence('place', 'prose', name, match[0]))
  }
  return found
}

/** The host of an address of a government; mirrors and others say nothing of where a body is. */
function hostOf(url: string): string {
  if (url === '' || !URL.canParse(url)) return ''
  const { hostname } = new URL(url)
  return /(?:^|\.)gov\.cn$/.test(hostname) ? hostname : ''
}

/** A path that may name a place, and not only count files. */
const saysWhere = /[\u4e00-\u9fff]|[a-z]{4,}(?![a-z]*$)/i

/** All that tells where a body is, besides names. Which place it means is not asked here. */
export function placeEvidence({ lines, whole }: PlainLines, { labels, path, url }: PlaceClues): Evidence[] {
  return [
    ...(screen.test(whole) ? headAndEnd(lines).flatMap(ofLine) : []),
    ...(whole.includes('人民政府') ? ofSuperiors(lines) : []),
    ...labels.flatMap(({ label, value, words, locator }) =>
      label === 'index_number' ? evidence('place', 'index_number', `索引号:${value}`, words, locator) : [],
    ),
    ...evidence('place', 'host', hostOf(url), url),
    ...evidence('place', 'path', saysWhere.test(path) ? path : '', path),
  ]
}
