import { applicantColumns } from '../../model/form.ts'
import type { Family } from './context.ts'

/** Words for the ways in which requests come in (part F). */
const channelWords: readonly (readonly [string, RegExp])[] = [
  ['online', /网络|网上|互联网|在线|网站|线上|电子邮件|电子邮箱|邮箱|平台/],
  ['letter', /信函|信件|来信|邮寄|邮政|挂号信|快递|书面邮/],
  ['in_person', /当面|现场|上门|窗口|当场/],
]
const applicantWords: readonly (readonly [string, string])[] = applicantColumns
  .filter((column) => !['total', 'other_org'].includes(column.id))
  .map((column) => [column.id, column.zh])

/** Channels or applicants that words name. */
function partsIn(text: string): string[] {
  const channels = channelWords.filter(([, words]) => words.test(text)).map(([id]) => `channel_${id}`)
  const applicants = applicantWords
    .filter(([, words]) => text.includes(words))
    .map(([id]) => `applicant_${id}`)
  return [...channels, ...applicants]
}

/** Words that sum up what was named before them: 通过网络和信函共收到. */
const sumsUp = /等|共|累计|合计|总计|渠道|方式/

/** Requests by the way they came and by who asked: parts, never the whole (part F). */
export const breakdown: Family = ({ left, right, setting }) => {
  const before = partsIn(left)
  if (before.length > 1 || (before.length > 0 && sumsUp.test(left))) return null
  const named = before.length ? before : left.length <= 4 && /^.{0,12}$/.test(right) ? partsIn(right) : []
  if (named.length !== 1) return null
  return setting.topic === 'requests' ? { counts: named[0] as string } : 'refuse'
}
