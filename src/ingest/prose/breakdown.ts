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

/** What may stand between a channel or an applicant and its number. */
const between = /^(?:申请|受理|收到|接收|提交|提出|方式|渠道|依|的|共|有|者|类|为|占|、)*$/

/** Channels or applicants that words name, each with where its name ends. */
function partsIn(text: string): { id: string; end: number }[] {
  const channels = channelWords.flatMap(([id, words]) => {
    const match = words.exec(text)
    return match ? [{ id: `channel_${id}`, end: match.index + match[0].length }] : []
  })
  const applicants = applicantWords.flatMap(([id, words]) => {
    const at = text.indexOf(words)
    return at < 0 ? [] : [{ id: `applicant_${id}`, end: at + words.length }]
  })
  return [...channels, ...applicants]
}

/** Words that sum up what was named before them: 通过网络和信函共收到. */
const sumsUp = /等|共|累计|合计|总计|渠道|方式/

/** Requests by the way they came and by who asked: parts, never the whole (part F). */
export const breakdown: Family = ({ left, right, setting }) => {
  const before = partsIn(left)
  if (before.length > 1 || (before.length > 0 && sumsUp.test(left))) return null
  const [first] = before
  if (first && !between.test(left.slice(first.end))) return null
  const named = first ? before : left.length <= 4 && right.length <= 12 ? partsIn(right) : []
  if (named.length !== 1) return null
  return setting.topic === 'requests' ? { counts: (named[0] as { id: string }).id } : 'refuse'
}
