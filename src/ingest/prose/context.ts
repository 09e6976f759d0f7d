import type { DisputeKind } from '../../model/stated.ts'
import type { Clause } from './clauses.ts'
import type { Amount } from './numbers.ts'
import type { StatutorySection } from './sectionKinds.ts'
import type { Topic } from './topic.ts'

/** What is known where a clause stands, from what was read before it. */
export interface Setting {
  readonly topic: Topic
  /** The statutory section it stands in. */
  readonly section: StatutorySection | null
  /** The words of its sentence before it. */
  readonly before: string
  /** The dispute last named in its sentence. */
  readonly dispute: DisputeKind | null
  /** The new requests were stated in its sentence: what follows are parts of them. */
  readonly receivedStated: boolean
}

/** A number and the words around it, as the patterns see it. */
export interface Counted {
  readonly amount: Amount
  /** From the number before, or from the beginning of the clause, up to the number; not more than is looked at. */
  readonly left: string
  /** From the measure word to the next number, or to the end of the clause. */
  readonly right: string
  readonly clause: Clause
  readonly setting: Setting
}

/** What a pattern finds: what the number counts, or that there is none to be told. */
export interface Found {
  readonly counts: string
  /** What it counts as well: 0 of both. */
  readonly and?: string
  /** The value where it is not the number itself, as an amount in 万元. */
  readonly value?: number
}

/** A pattern family: what a number counts; `refuse` when it is a number that must not be taken. */
export type Family = (counted: Counted) => Found | 'refuse' | null

/** Words that stand between what is counted and its number, and count nothing themselves. */
export const filler =
  /^(?:申请|事项|信息|内容|件|书|来信|信函|信件|诉求|请求|请|表|业务|办理|的|共|总|合|累|有|达|了|计|数|量|为|是|等|各|类|、|决定|情形|情况|答复|政府|范围|案|公开|相关|有关)*$/

/** How far words may stand from their number. */
export const reach = 60
/** Whether what stands between words and their number is filler. */
export const isFiller = (text: string): boolean => text.length <= 20 && filler.test(text)
