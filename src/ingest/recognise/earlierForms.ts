import { type Document, isTable } from '../../model/document.ts'
import { type Finding, finding } from '../../model/issue.ts'
import { formatLocator, type Locator } from '../../model/locator.ts'

/**
 * Labels of the tables that reports had before 2019, without numbers and punctuation. They are here to be known
 * again, not to be read: nothing is taken from such a table.
 */
const labels: ReadonlySet<string> = new Set(
  `指标名称 统计指标 计量单位 统计数 主动公开情况 主动公开政府信息数 主动公开规范性文件数 制发规范性文件总数
  通过不同渠道和方式公开政府信息的情况 政府公报公开政府信息数 政府网站公开政府信息数 政务微博公开政府信息数
  政务微信公开政府信息数 其他方式公开政府信息数 回应解读情况 回应公众关注热点或重大舆情数 参加或举办新闻发布会总次数
  政府网站在线访谈次数 政策解读稿件发布数 依申请公开情况 收到申请数 当面申请数 传真申请数 网络申请数 信函申请数
  申请办结数 按时办结数 延期办结数 申请答复数 属于已主动公开范围数 同意公开答复数 同意部分公开答复数 不同意公开答复数
  不属于本行政机关公开数 申请信息不存在数 告知作出更改补充数 告知通过其他途径办理数 行政复议数量 行政诉讼数量
  维持具体行政行为数 被依法纠错数 驳回起诉数 举报投诉数量 依申请公开信息收取的费用 机构建设和保障经费情况
  政府信息公开工作专门机构数 设置政府信息公开查阅点数 从事政府信息公开工作人员数 政府信息公开专项经费
  政府信息公开会议和培训情况 举办各类培训班数 接受培训人员数`.split(/\s+/),
)
/** Fewer may stand in any text or menu. */
const least = 4

/** A label as it is looked up: unnumbered, without its unit or anything else in brackets. */
function bare(text: string): string {
  if (text.length > 80) return ''
  return text
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(/^[\s\d.、一二三四五六七八九十其中:]+/, '')
    .replace(/[^\p{L}]/gu, '')
}

/** The texts that may be labels: cells, and the lines and columns of a text whose tables have lost their marks. */
function* texts(document: Document): Generator<{ text: string; at: Locator }> {
  for (const block of document.blocks) {
    if (isTable(block)) for (const row of block.rows) yield* row
    else if (block.text.length < 200)
      for (const text of block.text.split(/\s{1,40}|\|/)) yield { text, at: block.at }
  }
}

/** A finding that the tables of a document follow a form from before 2019; null when they do not. */
export function findEarlierForm(document: Document): Finding | null {
  const found = new Map<string, Locator>()
  for (const { text, at } of texts(document)) {
    const label = bare(text)
    if (labels.has(label) && !found.has(label)) found.set(label, at)
  }
  const [first] = found
  if (!first || found.size < least) return null
  const [label, at] = first
  return finding('form_not_covered', {
    found: [...found.keys()].slice(0, 3).join('、') || label,
    locator: formatLocator(at),
  })
}
