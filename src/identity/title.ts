import { type Document, isParagraph } from '../model/document.ts'
import { plainLines, plainText } from './plain.ts'

/** What every title of these reports has: disclosure or open government, and the word report at its end. */
const titlePattern =
  /(政府信息公开|政务公开|政务信息公开|信息公开).{0,12}(报告(全文)?|(?<=\d{4}年.*)年报)(\([^()]{1,10}\))?$/
/** A line that can only be the name of a body, as it stands above a title broken over two lines. */
const bodyLine =
  /^[\u4e00-\u9fff（）()]{2,40}(局|委|办|厅|府|街道|处|镇|乡|苏木|会|中心|院|校|学|队|关|区|县|市|省|旗|州|盟|署|行)(\d{4}年度?)?(政府)?$/

/** Breadcrumbs and labels of a page name the kind of report too, but are not its title. */
const notTitle = /[>›»|:：。，,]|当前位置/

/** Words that mark a title as naming its year. */
const hasYear = (text: string): boolean => /\d{4}年/.test(text)

const covered = /《(?<report>[^《》]*(?:信息公开|政务公开)[^《》]*报告)》/
const distributed =
  /^(?<issuer>[\u4e00-\u9fff]{2,30})?关于(?:印发|转发|公布|发布|公开|报送|做好)(?<report>.*报告)的?(?:通知|公告|函|公示)$/

/** A line without what clings to a title: the name of a file or a site, a covering notice, the title once more. */
function bareTitle(line: string): string {
  if (!mayEndTitle(line)) return line
  const alone = line
    .replace(/^【[^【】]{1,10}】/, '')
    .replace(/[.。]$|\.(docx?|pdf|html?|txt|wps)$/i, '')
    .replace(/(?<=报告)[-_|—].{2,20}$/, '')
  const report =
    covered.exec(alone)?.groups?.['report'] ?? distributed.exec(alone)?.groups?.['report'] ?? alone
  const half = report.slice(0, report.length / 2)
  return half.length > 8 && half + half === report ? half : report
}

/** Words that no title is without. */
const mayEndTitle = (line: string): boolean => line.includes('报告') || line.includes('年报')

/** Who distributes a report under a notice of its own; that need not be the body it is from. */
export const issuerOfNotice = (line: string): string =>
  line.includes('报告') ? (distributed.exec(line)?.groups?.['issuer'] ?? '') : ''

/** A title of two or three lines as one; the last line as it is when it stands alone. */
function joined(lines: readonly string[], i: number): string {
  const line = bareTitle(lines[i] ?? '')
  const above = lines[i - 1] ?? ''
  if (/^(工作)?年度报告$/.test(line))
    return /信息公开(工作)?$/.test(above) ? joinedTop(lines, i - 1) + line : line
  if (line !== lines[i]) return line
  return startsLate.test(line) ? joinedTop(lines, i) : line
}

const startsLate = /^(\d{4}年|[二〇○零一三四五六七八九]{4}年|政府信息公开|信息公开|政务公开)/
const yearLine = /^(\d{4}|[二〇○零一三四五六七八九]{4})年度?$/

function joinedTop(lines: readonly string[], i: number): string {
  const line = lines[i] ?? ''
  const above = lines[i - 1] ?? ''
  if (!startsLate.test(line)) return line
  if (yearLine.test(above)) return (bodyLine.test(lines[i - 2] ?? '') ? lines[i - 2] : '') + above + line
  return bodyLine.test(above) ? above + line : line
}

/**
 * The title of a report, its lines joined; empty when it has none. Only what stands before the first section
 * counts, since prose further down names reports too. A page's own title is used when the text has none.
 * `lines` are the plain paragraphs of the document, where they are known already.
 */
export function findTitle(document: Document, lines = plainLines(document)): string {
  const opening = openingLines(piecesOfOneLine(document) ?? lines)
  for (const [i, line] of opening.entries()) {
    if (line.length > 120 || !mayEndTitle(line)) continue
    const title = joined(opening, i)
    if (title.length <= 80 && titlePattern.test(title) && !notTitle.test(title)) return title
  }
  const ofPage = bareTitle(plainText(document.title).split(/[-_|–—]/)[0] ?? '')
  return titlePattern.test(ofPage) && hasYear(ofPage) ? ofPage : ''
}

/** A report may stand on one line, longer than any title and its surroundings: then spaces divide what were lines. */
const longestLine = 160
function piecesOfOneLine(document: Document): string[] | null {
  const first = document.blocks.find(isParagraph)
  if (!first || first.text.length <= longestLine) return null
  return first.text.trim().split(/\s+/, 40).map(plainText)
}

/** The lines before the first section heading, at most forty. */
function openingLines(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line, i) => i >= 40 || /^[一1]、?总体情况|^[一1]、概述/.test(line))
  return end < 0 ? lines : lines.slice(0, end)
}

/** The body that a title names, without year and report; empty when it names none. */
export function bodyOfTitle(title: string): string {
  const bare = title
    .replace(/^关于|[《》]/g, '')
    .replace(
      /((?<!人民)政府信息公开|政务公开|政务信息公开|信息公开)(?=工作|情况|年度|年报|报告|的|\d).*$/,
      '',
    )
    .replace(/(\d{4}[-—至])?\d{4}(年度?|$)|二[〇○零一二三四五六七八九O]{3}年度?/g, '')
    .replace(/关于$/, '')
  return bare.replace(/^[年度的《]+|[的》]+$/g, '')
}
