import { leavesOutCarriedOut } from './carried.ts'
import { type Counted, type Family, isFiller } from './context.ts'
import { matchesOf } from './matches.ts'
import { isOther, requestWords } from './topic.ts'

/** Came in: 收到, 受理, 新收, 接到. */
const receiving = /(?<![未没无不予])(?:收到|受理|新收|接到|接收|新增|收悉)/g
/** Dealt with, and answered or finished. */
const handling = /(?<![未没无])(?:办理(?:并|、)?答复|办结|办毕|办理完毕|完成答复|答复|回复|办理|处理)/g
const concluding = /答复|办结|办毕|完毕|回复/

const lastMatch = (text: string, pattern: RegExp): RegExpExecArray | undefined =>
  matchesOf(text, pattern).at(-1)

/**
 * Whether what stands between a verb and its number is a request for information: said to be one, or nothing
 * but 申请 and the like where requests are what is spoken of, or nothing where the request is named behind.
 */
function isOfRequests(object: string, { right, setting }: Counted): boolean {
  if (isOther(object) || object.length > 60) return false
  const said = requestWords.exec(object)
  if (said) return isFiller(object.slice(said.index + said[0].length))
  if (!isFiller(object)) return false
  if (requestWords.test(right.slice(0, 16)) && !isOther(right)) return true
  return setting.topic === 'requests'
}

/** What makes an answer one of a kind: of one result, given in one way, or late. */
const oneKind =
  /(?:不|非|告知|补正|补充|更正|更改|移送|驳回|部分|其[他它]|另行|延期|逾期|超期|提前|当场|电话|口头|书面|纸质|(?:予以|同意|主动|属于).{0,4}公开)[^，]{0,12}$/

/** A verb that is no verb of the sentence: of a channel, an office, a rule. */
const verbless = /(?:申请|公开)(?:办理|处理|受理)(?:平台|系统|窗口|流程|制度|机构|办法|规定|事项)/

/** Requests received (part B) and dealt with (part C). */
export const received: Family = (counted) => {
  const { left, setting, clause } = counted
  if (verbless.test(left)) return null
  const came = lastMatch(left, receiving)
  const dealt = lastMatch(left, handling)
  const verb = came && dealt ? (came.index > dealt.index ? came : dealt) : (came ?? dealt)
  if (!verb) return unspecified(counted)
  if (!isOfRequests(left.slice(verb.index + verb[0].length), counted)) {
    // 收到政府信息公开申请并全部答复N件: the object stands between two verbs.
    const object = came && dealt && came.index < dealt.index ? left.slice(came.index + came[0].length) : ''
    if (!object || !isOfRequests(object, counted)) return null
  }
  if (came && dealt) return { counts: 'handled' }
  if (dealt) {
    if (oneKind.test(left.slice(0, dealt.index))) return 'refuse'
    if (concluding.test(dealt[0]) || leavesOutCarriedOut(setting.before)) return { counts: 'concluded' }
    return { counts: 'handled' }
  }
  // After the new ones, 受理 is said of those found admissible; 其中 of those of one body or kind.
  if (verb[0] !== '新收' && (partOf(counted) || (setting.receivedStated && verb[0] === '受理')))
    return 'refuse'
  return clause.text.includes('以来') && /施行|实施|开展/.test(clause.text)
    ? 'refuse'
    : { counts: 'received' }
}

const partOf = ({ clause, setting }: Counted): boolean =>
  /^其中/.test(clause.text) || /其中[^。]{0,60}$/.test(setting.before)

/** 依申请公开共N件, without a verb; among the attributes of documents it says nothing of requests. */
function unspecified({ left, setting }: Counted): ReturnType<Family> {
  const said = requestWords.exec(left)
  if (!said || setting.topic !== 'requests' || isOther(left) || isOther(setting.before)) return null
  if (/不予|拒绝|驳回/.test(left)) return 'refuse'
  return isFiller(left.slice(said.index + said[0].length)) ? { counts: 'unspecified' } : null
}
