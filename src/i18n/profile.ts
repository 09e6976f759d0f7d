import type { FlowRow } from '../model/requestsRows.ts'
import type { Bilingual } from './locale.ts'

interface LatestWords {
  readonly year: string
  readonly received: string
  /** Null, as the next two, where it is not certain. */
  readonly carriedIn: string | null
  readonly concluded: string | null
  readonly carriedOut: string | null
  readonly disclosed: string
  readonly rate: string
}
interface CertainWords {
  readonly cells: string
  readonly printed: string
  readonly proved: number
  readonly unknown: number
  readonly recovered: number
  readonly contradictions: number
}

const joined = (parts: readonly (string | false)[], separator: string) =>
  parts.filter(Boolean).join(separator)

function receivedZh(w: LatestWords): string {
  const parts = [
    ['上年结转', w.carriedIn],
    ['办结', w.concluded],
    ['结转下年', w.carriedOut],
  ] as const
  const known = parts.filter(([, n]) => n !== null).map(([what, n]) => `${what} ${n} 件`)
  const unknown = parts.filter(([, n]) => n === null).map(([what]) => what)
  const all = [`${w.year} 年新收政府信息公开申请 ${w.received} 件`, ...known].join('，')
  return `${all}${unknown.length > 0 ? `；${unknown.join('、')}的件数不能确定` : ''}。`
}

function receivedEn(w: LatestWords): string {
  const unknown = joined(
    [
      w.carriedIn === null && 'it had carried over',
      w.concluded === null && 'it concluded',
      w.carriedOut === null && 'it carried into the next year',
    ],
    ' and ',
  )
  const carriedIn = w.carriedIn !== null && `and had ${w.carriedIn} carried over`
  const before = [
    `In ${w.year} it received ${w.received} new ${w.received === '1' ? 'request' : 'requests'}`,
    carriedIn,
  ]
  const after = [
    w.concluded !== null && `concluded ${w.concluded}`,
    w.carriedOut !== null && `carried ${w.carriedOut} into the next year`,
  ]
  const did = joined(after, ' and ')
  const sentence = `${joined(before, ' ')}${did ? `; it ${did}` : ''}.`
  return unknown ? `${sentence} How many ${unknown} is not certain.` : sentence
}

function certainZh(w: CertainWords): string {
  const cells = [
    `法定表格 ${w.cells} 格中，${w.printed} 格印有数字`,
    w.proved > 0 && `${w.proved} 格由总计证明`,
    w.unknown > 0 && `${w.unknown} 格不能确定`,
    w.recovered > 0 && `${w.recovered} 格的列是推算的`,
  ]
  const contradictions =
    w.contradictions > 0 ? `有 ${w.contradictions} 处数字互相矛盾，照原样列出。` : '没有发现数字互相矛盾。'
  return `${joined(cells, '，')}；${contradictions}`
}

function certainEn(w: CertainWords): string {
  const are = (n: number) => (n === 1 ? '1 is' : `${n} are`)
  const cells = [
    `Of the ${w.cells} cells of its statutory tables ${w.printed} hold a number`,
    w.proved > 0 && `${are(w.proved)} proved by the totals`,
    w.unknown > 0 && `${are(w.unknown)} uncertain`,
    w.recovered > 0 && `the columns of ${w.recovered} were worked out`,
  ]
  const many =
    w.contradictions === 1
      ? '1 contradiction in the figures is'
      : `${w.contradictions} contradictions in the figures are`
  return `${joined(cells, ', ')}; ${w.contradictions > 0 ? `${many} left as printed.` : 'no contradictions were found.'}`
}

/** What the totals of the flow are called in a sentence. */
const flowNames = {
  received: { zh: '新收', en: 'received' },
  carried_in: { zh: '上年结转', en: 'carried in' },
  concluded: { zh: '办结', en: 'concluded' },
  carried_out: { zh: '结转下年', en: 'carried over' },
} as const satisfies Record<FlowRow, Bilingual>

/** Words in a row: a, b and c. */
const listed = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(' and ')

/** What is said of a correction beside the figures of a profile. */
interface CorrectionWords {
  readonly year: string
  readonly label: string
  /** As printed; empty where nothing is. */
  readonly found: string
}

/** Texts of an agency's profile. Numbers come in already written, except where the words depend on them. */
export const profileWords = {
  description: {
    zh: (name: string) =>
      `${name}的政府信息公开年报数据：收到和办理的申请、结果、复议诉讼，以及逐格的法定表格。`,
    en: (name: string) =>
      `Data from the annual disclosure reports of ${name}: requests, results, disputes and the statutory tables cell by cell.`,
  },
  aliases: { zh: (names: string) => `又称${names}`, en: (names: string) => `also ${names}` },
  received: { zh: receivedZh, en: receivedEn },
  disclosed: {
    zh: (w: LatestWords) => `办结的 ${w.concluded} 件中，全部或部分公开 ${w.disclosed} 件（${w.rate}）。`,
    en: (w: LatestWords) =>
      `Of the ${w.concluded} concluded, ${w.disclosed} ended in full or partial disclosure (${w.rate}).`,
  },
  zero: {
    zh: (year: string) => `${year} 年报告没有收到政府信息公开申请。`,
    en: (year: string) => `For ${year} it reports not one new request.`,
  },
  unknown: {
    zh: (year: string) => `${year} 年的报告里，新收申请的件数读不出来。`,
    en: (year: string) => `In its report for ${year} the number of new requests cannot be read.`,
  },
  none: { zh: '没有收录它的报告。', en: 'No report of it is covered.' },
  contradicted: {
    zh: (rows: readonly FlowRow[]) =>
      `其中${rows.map((row) => flowNames[row].zh).join('、')}的件数与其他数字矛盾，照原样列出，见表下的注。`,
    en: (rows: readonly FlowRow[]) =>
      `Other figures contradict what was ${listed(rows.map((row) => flowNames[row].en))}; all stand as printed, see the notes below the tables.`,
  },
  certain: { zh: certainZh, en: certainEn },
  years: { zh: '各年', en: 'Years' },
  yearLabel: { zh: '年份', en: 'Year' },
  byYear: { zh: '历年数字', en: 'Figures by year' },
  unit: { zh: '单位：件', en: 'Unit: requests (件)' },
  rateHead: { zh: '公开率', en: 'Disclosure rate' },
  rateOf: {
    zh: (rate: string, interval: string, n: string) => `${rate}（${interval}，n＝${n}）`,
    en: (rate: string, interval: string, n: string) => `${rate} (${interval}, n = ${n})`,
  },
  noRate: { zh: '没有办结，不计', en: 'nothing concluded' },
  unknownRate: { zh: '数字不全，不计', en: 'figures incomplete' },
  rateNote: {
    zh: '括号内是 95% Wilson 区间和分母（办结件数）。“–”表示不能确定。',
    en: 'In brackets: the 95% Wilson interval and the denominator (requests concluded). “–” means not certain.',
  },
  corrections: {
    zh: '本页的数字都是原文印的。维护者对其中一些有更正：',
    en: 'All figures on this page are as printed. Some have been corrected by a maintainer:',
  },
  correction: {
    zh: ({ year, label, found }: CorrectionWords) =>
      `${year} 年${label}，原文${found === '' ? '没有印' : `印作 ${found}`}，更正为`,
    en: ({ year, label, found }: CorrectionWords) =>
      `${label}, ${year}: ${found === '' ? 'nothing is printed' : `printed ${found}`}, corrected to`,
  },
  correctionReason: {
    zh: (reason: string, date: string) => `${reason}（${date}）`,
    en: (reason: string, date: string) => `${reason} (${date})`,
  },
  outcomes: { zh: '申请的结果', en: 'What became of the requests' },
  outcomesNone: { zh: '收录的各年都没有办结的申请。', en: 'No request was concluded in the years covered.' },
  applicants: { zh: '谁在申请', en: 'Who asked' },
  applicantsNone: { zh: '收录的各年都没有新收的申请。', en: 'No new request came in in the years covered.' },
  partsUnit: { zh: '件；横条为占当年总计的份额', en: 'Requests; bars show shares of the year’s total' },
  total: { zh: '总计', en: 'Total' },
  disputes: { zh: '复议和诉讼', en: 'Reconsideration and litigation' },
  disputesNone: {
    zh: (years: string) => `${years} 年的报告没有复议，也没有诉讼。`,
    en: (years: string) => `None was reported for ${years}.`,
  },
  disputesUnknown: {
    zh: (years: string) => `${years} 年的数字不能确定。`,
    en: (years: string) => `The figures for ${years} are not certain.`,
  },
  listSeparator: { zh: '、', en: ', ' },
  yearTitle: { zh: (year: string) => `${year} 年的报告`, en: (year: string) => `The report for ${year}` },
  reportTitle: { zh: '标题', en: 'Title' },
  noTitle: { zh: '原文没有标题', en: 'none in the source' },
  scope: { zh: '范围', en: 'Scope' },
  form: { zh: '表格格式', en: 'Form' },
  formOf: {
    zh: (disclosure: string, requests: string) =>
      disclosure === requests ? `${requests} 年格式` : `主动公开表 ${disclosure}，申请表 ${requests}`,
    en: (disclosure: string, requests: string) =>
      disclosure === requests
        ? `form of ${requests}`
        : `disclosure table ${disclosure}, requests table ${requests}`,
  },
  noForm: { zh: '没有找到', en: 'not found' },
  status: { zh: '读取', en: 'Reading' },
  published: { zh: '公开日期', en: 'Published' },
  source: { zh: '来源', en: 'Source' },
  sourceLink: { zh: '原文（读出的样子）', en: 'the source as it was read' },
  original: { zh: '原始网页', en: 'original page' },
  retrieved: { zh: (date: string) => `${date} 取得`, en: (date: string) => `retrieved ${date}` },
  downloads: { zh: '下载', en: 'Downloads' },
  csv: { zh: '各格（CSV）', en: 'cells (CSV)' },
  json: { zh: '完整记录（JSON）', en: 'full record (JSON)' },
  notes: { zh: '注', en: 'Notes' },
  noNotes: { zh: '这份报告没有需要说明的地方。', en: 'There is nothing to note on this report.' },
  noTable: {
    zh: (table: string) => `没有找到“${table}”表。`,
    en: (table: string) => `The table “${table}” was not found.`,
  },
  supersededTitle: { zh: '未采用的文件', en: 'Files that do not count' },
  supersededText: {
    zh: (year: string) => `${year} 年另有一份文件，未采用：`,
    en: (year: string) => `Another file for ${year}, not used:`,
  },
  supersededDiffers: {
    zh: (n: number) => (n === 0 ? '没有读出可以比较的表格。' : `与采用的那一份有 ${n} 格不同：`),
    en: (n: number) =>
      n === 0
        ? 'It has no table that could be compared.'
        : `It differs from the one that counts in ${n} ${n === 1 ? 'cell' : 'cells'}:`,
  },
  supersededSame: {
    zh: '内容与采用的那一份相同，算一份报告。',
    en: 'Its content is that of the file that counts; the two are one report.',
  },
  supersededAggregate: {
    zh: '本份汇总了下级机关；求和与计数用只含本机关的那一份。',
    en: 'It sums up lower bodies; sums and counts use the report of the body alone.',
  },
  supersededTable: {
    zh: (path: string) => `${path} 与采用的文件不同的各格`,
    en: (path: string) => `Cells in which ${path} differs from the file that counts`,
  },
  supersededCell: { zh: '格', en: 'Cell' },
  supersededCounting: { zh: '采用的文件', en: 'File that counts' },
  supersededHere: { zh: '这份文件', en: 'This file' },
  supersededEmpty: { zh: '空', en: 'empty' },
  mergedInto: { zh: '职能现由以下机关承担：', en: 'Its work has passed to: ' },
  evidenceTitle: { zh: '依据', en: 'Evidence' },
  evidenceCount: { zh: (n: number) => `${n} 项`, en: (n: number) => `${n} items` },
  evidence_agency: { zh: '机关', en: 'Agency' },
  evidence_year: { zh: '年份', en: 'Year' },
  evidence_place: { zh: '所在地', en: 'Place' },
  evidenceNote: {
    zh: '机关和年份各以最可信的一项为准；所在地取各项都不排除的那一个。',
    en: 'Agency and year follow the most trusted item of each; the place is what all of them leave.',
  },
} satisfies Record<string, Bilingual | { zh: (...args: never[]) => string; en: (...args: never[]) => string }>
