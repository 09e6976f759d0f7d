import { type FormLabel, form } from '../../model/form.ts'
import type { DisputeKind } from '../../model/stated.ts'
import { type Counted, type Family, isFiller } from './context.ts'

const [{ columns, rows }] = form.disputes.forms['2021'] as [(typeof form.disputes.forms)['2021'][number]]
const outcomes: readonly FormLabel[] = columns.filter((column) => column.id !== 'total')
const litigation = rows.filter((row) => row.id.startsWith('suit_'))

/** 行政复议 and 行政诉讼, and how prose shortens them. */
const kinds: Readonly<Record<DisputeKind, RegExp>> = { review: /复议/, suit: /诉讼|应诉/ }

/** The kinds of dispute that words name. */
export const disputesIn = (text: string): DisputeKind[] =>
  (Object.keys(kinds) as DisputeKind[]).filter((kind) => kinds[kind].test(text))

/** The kind named last in a text; null when it names none. */
export function lastDispute(text: string): DisputeKind | null {
  const [review, suit] = [text.lastIndexOf('复议'), text.lastIndexOf('诉')]
  return review < 0 && suit < 0 ? null : review > suit ? 'review' : 'suit'
}

/** Words that tie a dispute to disclosure: legal offices count every kind in the same words. */
const ofDisclosure = /信息公开|政务公开|依申请|公开申请|申请公开|信息.{0,4}申请/

/** Whether disputes here are those of disclosure. */
export function isOfDisclosure({ clause, setting }: Pick<Counted, 'clause' | 'setting'>): boolean {
  // Who hears the cases of others counts those.
  if (/承办|(?<!在)审理|(?<!未)审结|代理/.test(clause.text)) return false
  const said = ofDisclosure.test(setting.before) || ofDisclosure.test(clause.text)
  if (said || setting.section === 'disputes') return true
  return setting.topic === 'requests' && !/受理|办理/.test(clause.text)
}

/** The outcome that words name by a label of the form or as prose has it. */
function outcomeIn(text: string): string | null {
  const found = outcomes.filter(({ zh, inProse = [] }) =>
    [zh, ...inProse].some((words) => text.includes(words)),
  )
  return found.length === 1 ? (found[0] as FormLabel).id : null
}

/** Reconsideration and litigation, with their outcomes (part G). */
export const disputes: Family = (counted) => {
  const { left, right, setting } = counted
  const named = disputesIn(left)
  const here = named.length ? left : disputesIn(right).length && left.length <= 4 ? right : ''
  const row = litigation.find(({ aliases = [] }) => aliases.some((words) => left.includes(words)))
  if (!here && !row && !setting.dispute) return null
  const outcome = outcomeIn(left) ?? (left.length <= 4 ? outcomeIn(right) : null)
  if (!here && !row && !outcome) return null
  if (!isOfDisclosure(counted)) return 'refuse'
  if (/[率比]|增|减|同比/.test(left.slice(-6))) return 'refuse'
  if (row) return outcome ? 'refuse' : { counts: row.id }
  const kind = lastDispute(here) ?? setting.dispute
  // 复议和诉讼共N件 is a sum of two things.
  if (kind && disputesIn(here).length > 1)
    return counted.amount.value === 0 && !outcome ? { counts: 'review', and: 'suit' } : 'refuse'
  if (!kind) return 'refuse'
  if (outcome) return { counts: `${kind}_${outcome}` }
  const behind = left.slice(left.lastIndexOf(kind === 'review' ? '复议' : '诉') + 2)
  return here === right || isFiller(behind.replace(/^讼|案件?|引发|发生/g, '')) ? { counts: kind } : 'refuse'
}
