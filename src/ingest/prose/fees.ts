import type { Counted, Family } from './context.ts'

/** The fee for processing information; the fees that agencies collect otherwise are not spoken of here. */
const processingFee = /(?:信息)?(?:公开)?(?:信息)?处理费|信息公开.{0,12}费|依申请.{0,12}费/

/** Whether fees here are those of disclosure. */
export const isProcessingFee = (text: string, { setting }: Pick<Counted, 'setting'>): boolean =>
  processingFee.test(text) || (processingFee.test(setting.before) && !/事业性/.test(text))

/** All administrative fees of an agency: named right before the amount, and no single one of them. */
const administrativeFees =
  /行政事业性收费(?:总)?(?:(?:共计|合计|总计|共|实际)?(?:收取|收入|征收|收缴)?(?:总)?(?:金额|数额|额)?(?:共计|合计|总计|共|为|是|达|计)?)$/

/** What was asked for and not collected, or waived. */
const waived = /[不未免减]/

/** Amounts in yuan: collected, not asked for (part G). */
export const fees: Family = ({ amount, left, clause, setting }) => {
  if (!amount.measure.endsWith('元')) {
    // 发出收费通知N件 counts notices.
    return /收费通知/.test(left) ? 'refuse' : null
  }
  const value = amount.measure === '万元' ? Math.round(amount.value * 1e8) / 1e4 : amount.value
  if (administrativeFees.test(left))
    return waived.test(left.slice(-26)) ? 'refuse' : { counts: 'administrative_fees_yuan', value }
  const collected = /(?:收取|实收|收缴|产生|征收)/.test(left)
  const asked = /通知/.test(left + setting.before) && !/实际/.test(left)
  const related = isProcessingFee(left, { setting }) || /收费通知/.test(setting.before + clause.text)
  if (!collected || asked || !related || waived.test(left.slice(-14))) return 'refuse'
  return { counts: 'fees_yuan', value }
}
