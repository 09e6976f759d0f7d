import type { Bilingual } from './locale.ts'

/** A term of the statute or of the form, and what it means in these pages. `id` is its fragment. */
export interface GlossaryTerm {
  readonly id: string
  readonly term: Bilingual
  readonly meaning: Bilingual
  /** Rows of the form that it explains where they are shown. */
  readonly rows?: readonly string[]
  /** Charts that it helps to read. */
  readonly charts?: readonly string[]
}

export const glossaryWords = {
  title: { zh: '术语', en: 'Glossary' },
  description: {
    zh: '年报和本站用到的术语：条例里的说法是什么意思，数字怎样计。',
    en: 'Terms of the reports and of this site: what the Regulation means by them, and how they are counted.',
  },
  lead: {
    zh: '“条例”指 2019 年修订的《中华人民共和国政府信息公开条例》；“表格”指国务院办公厅 2019 年和 2021 年规定的年报格式。',
    en: '“The Regulation” is that on Open Government Information as revised in 2019; “the form” is the format of the report set by the General Office of the State Council in 2019 and in 2021.',
  },
} as const

/** The terms in the order in which a report uses them. */
export const glossary: readonly GlossaryTerm[] = [
  {
    id: 'annual-report',
    term: { zh: '政府信息公开工作年度报告', en: 'Annual report on government information disclosure' },
    meaning: {
      zh: '条例第四十九条要求县级以上政府部门每年 1 月 31 日前、县级以上人民政府每年 3 月 31 日前公布的上一年度报告，含三张表。',
      en: 'What Article 49 of the Regulation asks for: a report on the past year, published by 31 January by departments and by 31 March by governments from the county up, with three tables.',
    },
  },
  {
    id: 'proactive',
    term: { zh: '主动公开', en: 'Proactive disclosure' },
    charts: ['proactive'],
    meaning: {
      zh: '机关不经申请公布的信息。表格只统计条例第二十条列举的几项，如规范性文件、行政许可、行政处罚。',
      en: 'What an agency publishes without being asked. The form counts only some of the items of Article 20, such as normative documents, licences and penalties.',
    },
  },
  {
    id: 'new-requests',
    term: { zh: '本年新收', en: 'New requests' },
    rows: ['received'],
    charts: ['volumes', 'largest', 'applicants', 'concentration'],
    meaning: {
      zh: '当年 1 月 1 日至 12 月 31 日收到的政府信息公开申请的件数。本站说“申请量”都指它。',
      en: 'Requests received from 1 January to 31 December. Wherever we speak of volume, this is meant.',
    },
  },
  {
    id: 'carried',
    term: { zh: '上年结转、结转下年', en: 'Carried in, carried out' },
    rows: ['carried_in', 'carried_out'],
    charts: ['carry-over'],
    meaning: {
      zh: '年初还没办完、年底还没办完的申请。本年新收加上年结转，应等于本年办理总计加结转下年。',
      en: 'Requests not concluded at the beginning and at the end of the year. New and carried in should equal concluded and carried out.',
    },
  },
  {
    id: 'partial',
    term: { zh: '部分公开', en: 'Disclosed in part' },
    rows: ['partial'],
    charts: ['outcomes'],
    meaning: {
      zh: '一份信息里有不应公开的内容，能够区分处理的，公开其余部分。只计这一项，不再计入其他情形。',
      en: 'Where parts of what was asked may not be disclosed and can be separated, the rest is. Such a request counts here alone.',
    },
  },
  {
    id: 'refused',
    term: { zh: '不予公开', en: 'Refused' },
    rows: ['refused'],
    charts: ['refusals', 'outcomes'],
    meaning: {
      zh: '信息存在，由本机关掌握，但依法不公开，如国家秘密、第三方权益、内部事务信息。这才是拒绝。',
      en: 'The information exists and the agency holds it, but the law keeps it back: state secrets, third parties’ rights, internal affairs. Only this is a refusal.',
    },
  },
  {
    id: 'unavailable',
    term: { zh: '无法提供', en: 'Unable to provide' },
    rows: ['unavailable'],
    charts: ['unavailable', 'outcomes'],
    meaning: {
      zh: '本机关不掌握、没有现成信息需要另行制作，或补正后申请仍不明确。不是拒绝。',
      en: 'The agency does not hold it, it would have to be made, or the request stayed unclear after correction. It is no refusal.',
    },
  },
  {
    id: 'unprocessed',
    term: { zh: '不予处理', en: 'Not processed' },
    rows: ['unprocessed'],
    charts: ['unprocessed', 'outcomes'],
    meaning: {
      zh: '申请本身不属于政府信息公开：信访举报、重复申请、索要公开出版物、大量反复申请等。',
      en: 'What was asked is no matter of information disclosure: petitions, repeated requests, publications on sale, and the like.',
    },
  },
  {
    id: 'three-kinds',
    term: { zh: '三类内部事务信息', en: 'Internal affairs information (three kinds)' },
    charts: ['refusals'],
    meaning: {
      zh: '人事管理、后勤管理、内部工作流程（条例第十六条）。可以不公开。',
      en: 'Personnel, logistics and internal workflow (Article 16): may be kept back.',
    },
  },
  {
    id: 'four-kinds',
    term: { zh: '四类过程性信息', en: 'Deliberative information (four kinds)' },
    charts: ['refusals'],
    meaning: {
      zh: '讨论记录、过程稿、磋商信函、请示报告（条例第十六条）。可以不公开。',
      en: 'Records of discussion, drafts, letters of consultation, and requests for instructions (Article 16): may be kept back.',
    },
  },
  {
    id: 'security',
    term: { zh: '三安全一稳定', en: 'National, public and economic security and social stability' },
    charts: ['refusals'],
    meaning: {
      zh: '国家安全、公共安全、经济安全、社会稳定（条例第十四条）。危及的不公开。',
      en: 'What endangers them is not disclosed (Article 14).',
    },
  },
  {
    id: 'reconsideration',
    term: { zh: '行政复议', en: 'Administrative reconsideration' },
    rows: ['review'],
    charts: ['reconsideration'],
    meaning: {
      zh: '申请人不服答复，请上级行政机关或本级政府审查。“结果纠正”指撤销、变更、确认违法或责令重作。',
      en: 'An applicant asks a higher authority to review the reply. “Overturned” means annulled, changed, found unlawful or sent back.',
    },
  },
  {
    id: 'litigation',
    term: { zh: '行政诉讼', en: 'Administrative litigation' },
    rows: ['suit_direct', 'suit_after_review'],
    charts: ['litigation'],
    meaning: {
      zh: '申请人向法院起诉。表格分“未经复议直接起诉”和“复议后起诉”。',
      en: 'An applicant goes to court; the form tells suits with and without prior reconsideration apart.',
    },
  },
  {
    id: 'aggregate',
    term: { zh: '汇总报告', en: 'Aggregate report' },
    charts: ['volumes'],
    meaning: {
      zh: '一级政府的报告，数字含所属部门和下级机关。本站单列，从不与单个机关相加或比较。',
      en: 'A government’s report whose figures include its departments and lower bodies. We keep these apart: they are never added to, or compared with, those of single bodies.',
    },
  },
  {
    id: 'zero',
    term: { zh: '零申请', en: 'Zero' },
    charts: ['zero-activity'],
    meaning: {
      zh: '报告写明新收 0 件，或空格由表内合计证明为 0。不等于没有报告，不等于读不出，也不等于没有人需要信息。',
      en: 'The report prints 0 new requests, or its totals prove a blank to be 0. It is not the same as no report or an unreadable figure, and does not say that nobody needed information.',
    },
  },
  {
    id: 'interval',
    term: { zh: '95% 区间', en: '95% interval' },
    charts: ['zero-activity', 'largest', 'reconsideration', 'litigation'],
    meaning: {
      zh: '威尔逊区间：报告少，区间就宽。两个区间重叠，就分不出高低。',
      en: 'A Wilson interval: few reports make it wide. Where two overlap, they cannot be told apart.',
    },
  },
]

const byRow = new Map(glossary.flatMap((term) => (term.rows ?? []).map((row) => [row, term] as const)))

/** The term that explains a row of the form; undefined where the label says it all. */
export const termOfRow = (row: string): GlossaryTerm | undefined => byRow.get(row)

/** The terms that help to read a chart. */
export const termsOfChart = (chart: string): GlossaryTerm[] =>
  glossary.filter((term) => term.charts?.includes(chart))
