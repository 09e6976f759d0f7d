import type { Statement } from '../../model/stated.ts'
import { carriedIn } from './carried.ts'
import type { Clause } from './clauses.ts'
import { isFiller, type Setting } from './context.ts'
import { disputesIn, isOfDisclosure } from './disputes.ts'
import { isProcessingFee } from './fees.ts'
import { matchesOf } from './matches.ts'
import { isOther, requestWords } from './topic.ts'

/** What a clause says there was none of. */
export interface Nothing {
  readonly counts: string
  readonly statement: Statement
  /** Where in the clause it is said. */
  readonly begin: number
}

const verbs =
  '收到|接到|接收|收悉|受理|接办|因|发生|出现|产生|收取|收缴|征收|引发|引起|提起|被提起|被申请|结转|存在'
/** 未收到, 没有发生, 尚未收取; and 无, where no word of its own begins with it (无法, 无偿). */
const denial = new RegExp(
  `(?:(?:尚|均|从|暂|并|亦|也)?未|没有|没)(?:有)?(?:曾)?(?:${verbs})|(?<![绝毫])无(?![法偿条正障理需须力误缝纸效])|没有|未有|暂无`,
  'g',
)
/** Said of something that did not go wrong: late answers, complaints, cases lost. That there was none of it tells no count. */
const ofFaults =
  /不(?!掌握|予)|未(?=公开|答|按|及|依)|违|误|超期|逾期|过期|投诉|举报|信访|追究|问责|纠纷|泄密|失密|败诉|纠错|纠正|撤销|被确认|维持|反馈|不满|异议|整改|积压|拖延/
/** Said of some bodies, or of what would be if; not of this one. */
const ofOthers = /部分|有的|个别|\d+(?:个|家|余)|如果?|若|倘|凡|除/
/** Over more years than one. */
const overYears = /历年|历史|(?:施行|实施)以来|自\d{4}年/

/** Of people, windows and measures for requests (无专人办理依申请公开) there may be none while there are requests. */
function isOfOffice(object: string, said: RegExpExecArray): boolean {
  const tail = object.slice(said.index + said[0].length).replace(/发生|产生|记录|现象|公开/g, '')
  return /办理|处理|负责|专|设|建立|开展|答复/.test(object.slice(0, said.index)) || !isFiller(tail)
}

/** Whether a text has a word that every denial has one of. */
export const mayDeny = (text: string): boolean => /[未没无]/.test(text)

/** Statements that there was none (part A, 43, 61, 64). A clause is split from what denies it onwards. */
export function nothings(clause: Clause, setting: Setting): Nothing[] {
  const { text } = clause
  if (text.length > 200) return []
  const found: Nothing[] = []
  const matches = matchesOf(text, denial)
  for (const [i, match] of matches.entries()) {
    const before = text.slice(0, match.index)
    const object = text.slice(match.index + match[0].length, matches[i + 1]?.index)
    if (ofOthers.test(before.slice(-16)) || overYears.test(before)) continue
    for (const one of deniedThings(match[0], before, object, clause, setting))
      found.push({ ...one, begin: match.index })
  }
  return found
}

const none = (counts: string): Omit<Nothing, 'begin'> => ({ counts, statement: 'none' })

function deniedThings(
  verb: string,
  before: string,
  object: string,
  clause: Clause,
  setting: Setting,
): Omit<Nothing, 'begin'>[] {
  const about = { clause, setting }
  if (/费/.test(object)) {
    const took = /取|缴|征|生|无|没有/.test(verb) && !/通知/.test(object)
    const related =
      isProcessingFee(object, about) ||
      (setting.topic === 'requests' && /^(?:任何)?(?:相关)?费用?$/.test(object))
    return took && related && !/事业性|减免/.test(object) ? [none('fees_yuan')] : []
  }
  if (ofFaults.test(object)) return []
  const disputes = disputesIn(object)
  if (disputes.length) return isOfDisclosure(about) ? disputes.map(none) : []
  if (/结转|转结|顺延/.test(verb + object) || (/结转/.test(before) && /^$/.test(object)))
    return deniedCarry(`${before.slice(-6)}${verb.replace(/[无没未有]/g, '')}${object}`, setting)
  if (isOther(before.slice(-20)) || isOther(object)) return []
  return deniedRequests(verb, object, setting)
}

function deniedCarry(text: string, setting: Setting): Omit<Nothing, 'begin'>[] {
  const way = carriedIn(text) ?? carriedIn(text.replace(/(下|上)(一?年度?)(?!.{0,8}结转)/, '$1$2结转'))
  return way && setting.topic === 'requests' ? [none(way)] : []
}

const received = /收到|接到|接收|收悉|受理|接办/

function deniedRequests(verb: string, object: string, { topic }: Setting): Omit<Nothing, 'begin'>[] {
  const came = received.test(verb)
  const said = requestWords.exec(object)
  if (said) {
    // 未接到群众要求公开的信息: what was asked for, maybe not by a request.
    if (/要求.{0,4}公开/.test(said[0]) && !/申请/.test(object))
      return came ? [{ ...none('received'), statement: 'weak_none' }] : []
    const occurs = came || (/发生|出现|产生|存在|无|没有|未有/.test(verb) && !isOfOffice(object, said))
    return occurs && !/制度|指南|渠道|流程|平台|栏目|目录|规定|办法/.test(object) ? [none('received')] : []
  }
  const short =
    /^(?:任何)?(?:形式的?)?(?:的|新的?|相关|有关|书面|网络|公民.{0,20}提出的?)?(?:申请|请求)(?:件|事项|人)?$/
  return came && topic === 'requests' && short.test(object) ? [none('received')] : []
}
