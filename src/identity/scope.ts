import type { AgencyType, Scope } from '../model/report.ts'

/** A count of requests of a whole territory: 全市共受理政府信息公开申请…件. */
const wholeTerritory =
  /(全省|全市|全县|全区|全州|全盟|全旗)[^。；;]{0,24}(收到|受理|新收|办理)[^。；;]{0,24}申请[^。；;]{0,8}\d+(件|宗|条|份)/
/** Figures that are said to be summed up: 数据为全县汇总, 以下数字按全市汇总. */
const summedUp = /(数据|数字)[^。；;]{0,8}(为|是|系|按)(全省|全市|全县|全区|全州|全盟|全旗)[^。；;]{0,6}汇总/
/** Titles that say they sum up, and those that say in brackets whom alone they cover. */
const sumsUp = /汇总|综合报告|全(?:省|市|县|区|州|盟|旗)(?=\d{4}年|政府信息|政务)/
const ownBody = /\([^()]*(?:本级|机关|办公厅|办公室)\)/
/** Bodies that have no bodies below them which report. */
const single: readonly AgencyType[] = [
  'office',
  'department',
  'subdistrict',
  'town',
  'township',
  'institution',
  'vertical',
]

/** Whom the figures cover, with the words that say so. */
export interface ScopeEvidence {
  readonly scope: Scope
  readonly words: string
}

/**
 * Whether a report sums up lower bodies, by what its title and its plain text say; governments that do not say
 * are unknown.
 */
export function scopeOf(type: AgencyType, title: string, whole: string): ScopeEvidence {
  if (sumsUp.test(title)) return { scope: 'aggregate', words: title }
  if (ownBody.test(title)) return { scope: 'own_body', words: '' }
  const match =
    type === 'government' || type === 'office' ? (wholeTerritory.exec(whole) ?? summedUp.exec(whole)) : null
  if (match) return { scope: 'aggregate', words: match[0] }
  return { scope: single.includes(type) ? 'own_body' : 'unknown', words: '' }
}
