import { carriedIn } from './carried.ts'
import type { Family } from './context.ts'

/** More or fewer than at another time, and averages: 较上年增加N件, 年均N件 (part F). */
const compared =
  /(?:增加|增长|减少|下降|上升|回落|上涨|多|少|增|减|降|超过|不足|近|约|平均|[年月日]均|每[年月日]|同比|环比)了?$/
const inComparison = /较|比|同期/
/** Only a part of the year: a quarter, half a year, some months. */
const partOfYear =
  /季度|上半年|下半年|\d{1,2}月份|\d{1,2}[-—~至]\d{1,2}月|(?<!12)(?<!\d)\d{1,2}月底|截至(?:目前|今)/
/** Over more years than one. */
const overYears = /历年|历史|(?:施行|实施)以来|自\d{4}年(?!1月1日)|(?<!\d)\d{4}[年]?[-—~至]\d{4}年/
/** The year before, unless said of what was carried over from it. */
const yearBefore = /去年|上一?年度?|前一?年/

/** Numbers that are no count of this year, whatever they count. */
export const refused: Family = ({ amount, left, right, clause, setting }) => {
  // 每1件, N件以上, 没有一件: a rule, a bound, none.
  if (/^[以]?[上下内]/.test(right) || /(?:每|超|达不到|不到|前|第|没有|未有|无)$/.test(left)) return 'refuse'
  if (compared.test(left)) return 'refuse'
  const start = clause.text.slice(0, amount.begin)
  if (inComparison.test(left) && /[增减升降多少]/.test(left)) return 'refuse'
  const span = `${setting.before.slice(-40)}，${start}`
  if (partOfYear.test(span) || overYears.test(span)) return 'refuse'
  return yearBefore.test(left) && carriedIn(left) === null && !/结转|转结|顺延/.test(left) ? 'refuse' : null
}
