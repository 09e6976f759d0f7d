import { type TableId, tableIds } from '../../model/form.ts'
import { statutorySection } from '../prose/sectionKinds.ts'
import { toSimplified } from '../simplified.ts'

/**
 * Units that count in multiples, such as 万件. The form counts in single things; figures under such a unit are read
 * as printed, since some of them may be single things all the same, and are said to be unsure.
 */
const measures = '件条份项宗次起个'
/** What each of these units has; few labels and few lines do. */
const mayName = /[万亿萬億十百千仟佰]|10/
/** Longer lines are no statement of a unit. */
const longestLine = 40

const plain = (text: string): string => toSimplified(text.normalize('NFKC')).replace(/\s+/g, '')

/** 万 and 亿 stand in no label of the form but with 元; smaller multiples may be a number unless called a unit. */
const inLabel = new RegExp(
  `[万亿](?!元)|单位[^()]*(?:[十百千仟佰](?!万?元)|10+[${measures}])|\\([千仟][${measures}]\\)`,
)
const tellsAll = new RegExp(`以[十百千万亿仟佰]+[${measures}]为单位`)
const alone = /^\(?(?:计量)?单位[:为是]?(.+?)\)?$|^\(([^()]+)\)$/
const behindHeading = /^(?:[一二三四五六]、|\d[、.])?(.+?)\((?:计量)?单位[:为是]?([^()]+)\)$/
const unit = new RegExp(`^(?:[十百千万亿仟佰]|10+)*(?:[${measures}]|元)?$`)
const multiple = new RegExp(`^(?:[十百千万亿仟佰]|10+)+[${measures}]?$`)

/** Whether a label says that its figures are counted in multiples: 行政许可（单位：万件）, （万）, （千件）. */
export const labelCountsMultiples = (label: string): boolean =>
  mayName.test(label) && inLabel.test(plain(label))

/** Whether words are units, and one of them a multiple: 万件, or 万元、万件. */
function holdsMultiple(words: string): boolean {
  const units = words.split(/[、,;/]/)
  return units.every((one) => unit.test(one)) && units.some((one) => multiple.test(one))
}

/**
 * The tables whose figures a line says are counted in multiples: 单位：万件 or （万件） by itself says it of all of
 * them, as nobody knows of which; behind the heading of a section, of the table in it.
 */
export function tablesInMultiples(line: string): readonly TableId[] {
  if (line.length > longestLine || !mayName.test(line)) return []
  const text = plain(line)
  const [, called, inBrackets] = alone.exec(text) ?? []
  if (tellsAll.test(text) || holdsMultiple(called ?? inBrackets ?? '')) return tableIds
  const [, heading, units] = behindHeading.exec(text) ?? []
  if (heading === undefined || units === undefined || !holdsMultiple(units)) return []
  const section = statutorySection(heading)
  return tableIds.filter((id) => id === section)
}
