import { counted } from './numbers.ts'

/** The figures of a year, as written. */
interface FlowWords {
  readonly year: string
  readonly received: string
  readonly concluded: string
  readonly carriedOut: string
}

/** Texts of the pictures that stand for pages where their addresses are shared. */
export const socialWords = {
  flow: {
    zh: (w: FlowWords) =>
      `${w.year} 年新收申请 ${w.received} 件，办结 ${w.concluded} 件，结转下年 ${w.carriedOut} 件`,
    en: (w: FlowWords) =>
      `${w.year}: ${counted(w.received, 'new request')}, ${w.concluded} concluded, ${w.carriedOut} carried over`,
  },
  zero: {
    zh: (year: string) => `${year} 年报告没有收到一件新申请`,
    en: (year: string) => `${year}: not one new request`,
  },
  unknown: {
    zh: (year: string) => `${year} 年新收申请的件数读不出来`,
    en: (year: string) => `${year}: the number of new requests cannot be read`,
  },
  none: { zh: '没有收录它的报告', en: 'No report covered' },
  dots: {
    zh: (per: string) => `每点 ${per} 个机关：实心收到申请，空心报告为零，斜线读不出，叉号没有收录报告`,
    en: (per: string) =>
      `A dot for ${per === '1' ? 'each agency' : `every ${per} agencies`}: filled with requests, hollow zero, hatched not readable, cross no report`,
  },
} as const

/** What an image of the invented country says of itself, in both languages. */
export const inventedOnImages = '虚构数据，不可引用 · Invented data, do not cite'
