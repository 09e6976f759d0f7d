import { type Evidence, evidence } from './evidence.ts'
import { kindOf } from './kind.ts'
import { bodyOfProse } from './name.ts'
import type { PlainLines } from './plain.ts'
import type { SiteLabel } from './siteLabels.ts'
import { bodyOfTitle, issuerOfNotice } from './title.ts'

const announced = /现(?:将|予以)?(?:向社会)?(?:公布|发布|公开)(?<body>[^,。;]{2,60}?报告)/
const compiled =
  /由(?<body>[\u4e00-\u9fff]{2,40}?)(?:负责)?(?:,?(?:根据|按照|依据|依照)[^。;]{2,80}?)?(?:编制|编写|编撰)/
const contact = /(?<!申)(?:请与|请联系|请致电|请向)(?<body>[\u4e00-\u9fff]{2,40}?)(?:联系|咨询|反映|[(,。:])/
const page = /^(?:发布机构|发布单位|发布部门|公开主体|发文机关|来源)[::](?<body>[\u4e00-\u9fff]{2,30})/
const pageWords = /^(?:发布|公开主体|发文机关|来源)/m
const dateLine = /^\(?\d{4}年\d{1,2}月\d{1,2}日\)?$/

/** An office inside a body that answers for it: 甲区教育局办公室, 望溪镇党政综合办公室. Not the office of a government. */
const innerOffice =
  /^(.*(?:局|委员会|厅|街道办事处|街道|[镇乡]人民政府|(?<!城)[镇乡]|苏木))[\u4e00-\u9fff]{0,10}?(?:办公室|办|科|股|室)$/
const pointsAtItself = /^(本|我|该|各|全|此|上述)/

/** A name that evidence may give: one whose kind is known, and that names a body instead of pointing at it. */
function plausible(name: string): string {
  const body = innerOffice.exec(name)?.[1] ?? name
  if (pointsAtItself.test(body) || /^(局|委员会|厅|办公室|街道|镇|乡|政府|人民政府)/.test(body)) return ''
  return kindOf(body).type === 'unknown' ? '' : body
}

/** Words that stand in every sentence of a kind; lines are screened by them, since the patterns cost more. */
const words = {
  announced: /现(?:将|予以)?(?:向社会)?(?:公布|发布|公开)/,
  compiled: /编(?:制|写|撰)/,
  contact: /(?<!申)请(?:与|联系|致电|向)/,
}

/** As far before its word a body may stand, with the law between them that a report is compiled under. */
const furthest = 120

/** The body that the first sentence of a kind names. */
function firstMatch(
  from: keyof typeof words,
  { lines, whole }: PlainLines,
  pattern: RegExp,
  bodyOf: (text: string) => string = (text) => text,
): Evidence[] {
  if (!words[from].test(whole)) return []
  for (const line of lines) {
    const at = line.search(words[from])
    if (at < 0) continue
    const match = pattern.exec(line.slice(Math.max(0, at - furthest), at + 90))
    const body = plausible(bodyOf(match?.groups?.['body'] ?? ''))
    if (match && body) return evidence('agency', from, body, match[0])
  }
  return []
}

/** A body on a line of its own with the date of signing below it, or right below the title. */
function signature(title: string, lines: readonly string[]): Evidence[] {
  for (const [i, line] of lines.entries()) {
    if (line.length > 40) continue
    const below = lines[i + 1] ?? ''
    const named = title !== '' && line !== title && lines[i - 1] === title
    if (!named && (below.length > 16 || !dateLine.test(below))) continue
    const body = /^[\u4e00-\u9fff()]{3,40}$/.test(line) ? plausible(line) : ''
    if (body) return evidence('agency', 'signature', body, line)
  }
  return []
}

/** A path is often the title of the report, or its folders the bodies: 甲区/教育局2022年年报.docx. */
function inPath(path: string): Evidence[] {
  if (!/[\u4e00-\u9fff]/.test(path)) return []
  for (const step of path.normalize('NFKC').split('/').reverse()) {
    const bare = bodyOfTitle(step.replace(/\.\w{2,5}$/, '').replace(/\s+/g, ''))
    const body = /^[\u4e00-\u9fff()]{3,40}$/.test(bare) ? plausible(bare) : ''
    if (body) return evidence('agency', 'path', body, path)
  }
  return []
}

/** What names the agency besides its title and its text. */
export interface AgencyClues {
  readonly override: string
  readonly labels: readonly SiteLabel[]
  readonly path: string
}

/** All that names the agency, in plain lines under a title. Prose is only searched when nothing better is found. */
export function agencyEvidence(title: string, text: PlainLines, clues: AgencyClues): Evidence[] {
  const { lines, whole } = text
  const { override, labels, path } = clues
  const ofTitle = bodyOfTitle(title)
  const opening = lines.slice(0, 40)
  const found = [
    ...evidence('agency', 'override', override, 'sources.csv'),
    ...evidence('agency', 'title', pointsAtItself.test(ofTitle) ? '' : ofTitle, title),
    ...firstMatch('announced', text, announced, bodyOfTitle),
    ...signature(title, lines),
    ...firstMatch('compiled', text, compiled),
    ...firstMatch('contact', text, contact),
    ...(pageWords.test(whole) ? opening : []).flatMap((line) =>
      evidence('agency', 'page', plausible(page.exec(line)?.groups?.['body'] ?? ''), line),
    ),
    ...labels.flatMap(({ label, value, words, locator }) =>
      label === 'publisher' ? evidence('agency', 'page', plausible(value), words, locator) : [],
    ),
    ...(whole.includes('关于') ? opening : []).flatMap((line) =>
      evidence('agency', 'issuer', issuerOfNotice(line), line),
    ),
    ...inPath(path),
  ]
  if (found.some((one) => one.weight >= 50)) return found
  // The site's label is no sentence of the report.
  const prose = bodyOfProse(lines.filter((line) => !page.test(line)))
  return [...found, ...evidence('agency', 'prose', prose, prose)]
}

/** What two names of one body share: without brackets, and without the office that acts for it. */
const core = (name: string): string =>
  name.replace(/\([^()]*\)/g, '').replace(/(人民政府)?(办公厅|办公室|办事处)?$|政府$/, '')

/** Whether two names may be those of one body, one fuller than the other. */
export function maybeSame(a: string, b: string): boolean {
  const [one, other] = [core(a), core(b)]
  return one.includes(other) || other.includes(one) || a.includes(b) || b.includes(a)
}

/** The line that has the fullest form of a name, where that says more than what named the agency. */
export const fullerEvidence = (name: string, core: string, lines: readonly string[]): Evidence[] =>
  name === core ? [] : evidence('agency', 'fuller', name, aroundName(name, lines))

function aroundName(name: string, lines: readonly string[]): string {
  const line = lines.find((one) => one.includes(name)) ?? ''
  const at = line.indexOf(name)
  return line.slice(Math.max(0, at - 12), at + name.length + 12)
}
