import type { Family } from './context.ts'

/** Into the next year: 结转下年度继续办理, 顺延至下一年度答复, 转结下年度, 结转到2023年. */
const intoNext =
  /(?:结转|转结|顺延|延续|转入|延至|跨年)(?:至|到|入|为)?(?:下一?年|次年|明年|翌年)|(?:下一?年|次年)度?(?:继续)?(?:办理|答复)?的?(?:结转|转结)/
const intoYear = /(?:结转|转结|顺延|延续|转入|延至)(?:至|到|入)(\d{4})年/
/** From the year before: 上年度结转, 2021年结转, 结转上年. */
const fromBefore =
  /(?:上一?年|去年|往年|以前年|前一年|(?<!\d)\d{4}年)度?(?:的|未办结)?(?:申请)?(?:结转|转结|转入|延续|顺延)|(?:结转|转结)(?:自|的)?(?:上一?年|去年)/

/** What all of these have one of. */
const carrying = /结转|转结|顺延|延续|转入|延至|跨年/

/** Which way words carry requests over; null when they do not, or both ways. */
export function carriedIn(text: string): 'carried_in' | 'carried_out' | null {
  if (!carrying.test(text)) return null
  const out = intoNext.test(text) || intoYear.test(text)
  // A year that requests are carried over to is no year they come from.
  const into = fromBefore.test(text.replace(intoNext, '').replace(intoYear, ''))
  return out === into ? null : out ? 'carried_out' : 'carried_in'
}

/** Whether words say that what was carried in is counted too: 含上年结转. */
export const includesCarriedIn = (text: string): boolean =>
  carrying.test(text) && /(?<!不)(?:含|包括|其中|加上|加|连同|均)/.test(text) && fromBefore.test(text)

/** Whether words say that what is carried over to the next year is left out, so that the rest is concluded. */
export const leavesOutCarriedOut = (text: string): boolean =>
  /除去|扣除|减去|除/.test(text) && /结转|转结|顺延/.test(text)

/** Requests that came from the year before or go on in the next (part D). */
export const carried: Family = ({ left, right, setting }) => {
  if (!carrying.test(left + right)) return null
  const found = carriedIn(left) ?? (/结转|转结|顺延/.test(left) ? null : carriedIn(right))
  if (!found) return 'refuse'
  return setting.topic === 'requests' ? { counts: found } : 'refuse'
}
