import type { Counted, Family } from './context.ts'

/** The fee for processing information; the fees that agencies collect otherwise are not spoken of here. */
const processingFee = /(?:信息)?(?:公开)?(?:信息)?处理费|信息公开.{0,12}费|依申请.{0,12}费/

/** Whether fees here are those of disclosure. */
export const isProcessingFee = (text: string, { setting }: Pick<Counted, 'setting'>): boolean =>
  processingFee.test(text) || (processingFee.test(setting.before) && !/事业性/.test(text))

/** Amounts in yuan: collected, not asked for (part G). */
export const fees: Family = ({ amount, left, clause, setting }) => {
  if (!amount.measure.endsWith('元')) {
    // 发出收费通知N件 counts notices.
    return /收费通知/.test(left) ? 'refuse' : null
  }
  const collected = /(?:收取|实收|收缴|产生|征收)/.test(left)
  const asked = /通知/.test(left + setting.before) && !/实际/.test(left)
  const related = isProcessingFee(left, { setting }) || /收费通知/.test(setting.before + clause.text)
  if (!collected || asked || !related || /[不未免减]/.test(left.slice(-14))) return 'refuse'
  const value = amount.measure === '万元' ? Math.round(amount.value * 1e8) / 1e4 : amount.value
  return { counts: 'fees_yuan', value }
}
