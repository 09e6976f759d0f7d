/**
 * What a clause is about. A number behind 收到 or 办理 is a count of requests only where requests for government
 * information are what is spoken of: agencies count licences, hotline calls and letters in the same words.
 */
export type Topic = 'requests' | 'other' | null

/** Words for a request for information, with at most a few characters between their parts. */
export const requestWords =
  /依申请|公开(?:的|类|信息)?申请|申请.{0,8}公开|政府信息.{0,4}申请|申请.{0,2}政府信息|要求.{0,4}公开|^(?:各类|的|件)?信息申请/

/** Words of other business (part H of the notes on prose), and of what is disclosed without a request. */
const otherWords =
  /主动公开|行政许可|审批|12345|热线|信箱|留言|咨询|来电|来访|提案|议案|代表建议|建议.{0,3}提案|办件|服务事项|政务服务|公文|发文|制发|印发|标注|属性|发布|刊发|稿件|道路|占道|占用|执照|工单|投诉|举报|信访|点击|浏览|访问|阅读|登记|备案|处罚|强制|案卷评查|公众号|微博|微信|栏目|目录|解读|回应|培训|会议|救助|低保|补贴/

/** Words that say that requests came in or were dealt with; they make plain what 依申请公开 stands for. */
const requestVerbs = /收到|受理|新收|接到|接收|办理|处理|答复|办结/

/** Whether words speak of other business, whatever else they speak of. */
export const isOther = (text: string): boolean => otherWords.test(text)

/**
 * The topic after a clause. 依申请公开 among the attributes of documents (主动公开N件，依申请公开M件) does not
 * change it; a request that is received or handled does.
 *
 * @param text the clause without the labels of results, some of which name other business (信访举报投诉类申请)
 */
export function topicAfter(text: string, before: Topic, startsSentence: boolean): Topic {
  return isOther(text) ? 'other' : topicOfRequests(text, before, startsSentence)
}

/** The same after a clause that is known to speak of no other business. */
export function topicOfRequests(text: string, before: Topic, startsSentence: boolean): Topic {
  if (!requestWords.test(text)) return before
  if (before === 'other' && !startsSentence && !requestVerbs.test(text)) return before
  return 'requests'
}
