import { matchesOf } from './matches.ts'

/** Words that make a count one of a whole territory, of all bodies below, or one made on behalf of another. */
const wide =
  /全(?:省|市|县|区|州|盟|旗|系统)(?:各级?(?:行政)?(?:机关|部门|单位))?|各(?:职能部门|部门|单位|乡镇|镇街|镇乡|街镇|县区|区县|县市|级)[^，；]{0,8}?(?=收到|受理|共|累计|新收|办理|未)|代表(?:市|县|区|省|州)?(?:人民)?政府/g
/** Words that bring the sentence back to the body itself. */
const own = /本级|本机关|本单位|我[局委办镇乡厅]/

/** The words nearest before a count that say so; empty when there are none. */
export function scopeWords(before: string): string {
  const match = matchesOf(before.slice(-200), wide).at(-1)
  if (!match) return ''
  return own.test(before.slice(-200).slice(match.index + match[0].length)) ? '' : match[0]
}
