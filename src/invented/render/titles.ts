import type { Random } from '../random.ts'
import type { InventedReport } from '../truth.ts'

/** What stands above a report: its lines, and what its first paragraph says of who and when. */
export interface TitleBlock {
  readonly lines: readonly string[]
  /** Replaces the usual opening paragraph where the title leaves it to the prose to name the agency. */
  readonly opening?: string
}

type Pattern = (report: InventedReport, name: string) => TitleBlock

const only = (...lines: string[]): TitleBlock => ({ lines })
const tail = '政府信息公开工作年度报告'

/** The ways in which real reports are titled, T1 to T18 of the notes on layouts. */
export const titlePatterns: Readonly<Record<string, Pattern>> = {
  T1: ({ year }, name) => only(`${name}${year}年${tail}`),
  T2: ({ year }, name) => only(`${name}${year}年度${tail.replace('年度', '')}`),
  T3: ({ year }, name) => only(`${name}${year}年度${tail}`),
  T4: ({ year }, name) => only(`${year}年度${name}${tail}`),
  T5: ({ year }, name) => only(`${name}政府信息公开工作${year}年度报告`),
  T6: ({ year }, name) => only(`${name}${year}年政府信息公开年度报告`),
  T7: ({ year }, name) => only(`${name}${year}年政府信息公开工作报告`),
  T8: ({ year }, name) => only(`${name}${year}年政务公开工作报告`),
  T9: ({ agency, year }, name) =>
    only(`${agency.type === 'government' ? name.replace(/人民政府$/, '') : name}${year}年${tail}`),
  T10: (report) => ({ ...only(`${report.year}年${tail}`), opening: report.opening }),
  T11: (report) => only(`关于${report.year}年度政府信息公开情况的报告`),
  T12: ({ year }, name) => only(name, `${year}年${tail}`),
  T12b: ({ year }, name) => only(`${name}${year}年政府`, '信息公开工作年度报告'),
  T13: ({ year, published_on }, name) => {
    const [, month, day] = published_on.split('-').map(Number)
    return only('政府信息公开工作年度报告', name, `${year + 1}年${month}月${day}日`)
  },
  T14: ({ year }, name) => ({
    lines: [],
    opening: `现公布${name}${year}年${tail}。本报告由${name}办公室编制，统计期限为${year}年1月1日至${year}年12月31日。对报告有疑问，请与${name}联系。`,
  }),
  T15: ({ agency, year }, name) =>
    only(
      `${agency.city || agency.province}信息公开办公室关于公布${year}年年度报告的通知`,
      '各有关单位：',
      `${name}${year}年${tail}`,
    ),
  T16: ({ year }, name) => only(`${name}（本级机关）${year}年${tail}`),
  T17: ({ year }, name) =>
    only(`虚政发〔${year + 1}〕7号`, '索引号：000014349/0000-00000', `${name}${year}年${tail}.docx`),
  T18: ({ year }, name) => only(`${name}${year}年${tail}`, `${name}${year}年${tail}`),
}

/** A title as an agency may have it: most are plain, and one in seven uses the short name. */
export function titleOf(report: InventedReport, random: Random): TitleBlock {
  const ids = Object.keys(titlePatterns)
  const id = random.chance(0.6) ? 'T1' : random.pick(ids)
  const name = random.chance(0.85) ? report.agency.name : report.agency.short
  return (titlePatterns[id] as Pattern)(report, name)
}
