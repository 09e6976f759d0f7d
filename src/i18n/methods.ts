import { ruleIds, rules } from '../checks/rules.ts'
import { indicators } from '../stats/indicators.ts'
import type { Bilingual } from './locale.ts'
import { identitySection } from './methodsIdentity.ts'
import { searchSection } from './methodsSearch.ts'

/** A section of the methods page: paragraphs, then terms with what they mean. */
export interface MethodsSection {
  readonly id: string
  readonly title: Bilingual
  readonly text: readonly Bilingual[]
  readonly terms?: readonly { readonly term: Bilingual; readonly meaning: Bilingual }[]
  readonly after?: readonly Bilingual[]
}

export const methodsWords = {
  title: { zh: '方法', en: 'Methods' },
  description: {
    zh: '年报怎样读成数据，零意味着什么，做哪些核对，指标怎样算，有哪些局限。',
    en: 'How reports become data, what a zero means, which checks are made, how indicators are worked out, and what the limits are.',
  },
  lead: {
    zh: '原则只有一条：照录，不改，不猜。每一格都写明印的是什么、在哪里、有多确定。',
    en: 'One rule: record what was printed; do not repair it; do not guess. For every cell the data say what stands there, where, and how sure we are.',
  },
  contents: { zh: '目录', en: 'Contents' },
  kindsTitle: { zh: '问题的种类', en: 'Kinds of issues' },
  kindsText: {
    zh: '每份报告的问题都列在它的表下。花括号处填入具体内容。',
    en: 'The issues of a report stand below its tables. What is in braces is filled in each time.',
  },
  code: { zh: '代码', en: 'Code' },
  class: { zh: '类别', en: 'Class' },
  severity: { zh: '轻重', en: 'Severity' },
  words: { zh: '说明', en: 'Words' },
} as const

const reading: MethodsSection = {
  id: 'reading',
  title: { zh: '怎样读一份报告', en: 'How a report is read' },
  text: [
    {
      zh: '读取分几步，各步只做一件事：识别字符集；把文件读成段落和表格，每一格带着位置；按标签（不按行号，也不按年份）认出哪张是哪张法定表格、用的是 2019 年还是 2021 年的格式；再把每一格对到格式里的一格。',
      en: 'Reading goes in steps, each with one job: find the character set; read the file into paragraphs and tables, every cell with its place; recognise from labels, never from line numbers or the year, which table is which and whether it follows the form of 2019 or of 2021; then match each cell to a cell of the form.',
    },
    {
      zh: '行里的格数与格式不符时，能唯一确定或怎样对都一样的，才对列，并标作“推算”；否则整行不取。',
      en: 'Where a row has more or fewer cells than the form, its columns are worked out only if there is one way to do so, or every way gives the same; the row is then marked as recovered. Otherwise none of it is taken.',
    },
  ],
  terms: [
    {
      term: { zh: '照读（exact）', en: 'exact' },
      meaning: {
        zh: '行的形状与格式一致。整行没有采用的，各格读不出，也记作 exact。',
        en: 'The row has the shape of the form. Also of a row that was not taken, of which every cell is unreadable.',
      },
    },
    {
      term: { zh: '推算（recovered）', en: 'recovered' },
      meaning: {
        zh: '行的形状要推算：多一格或少一格、标签折行、数字印在标签前面。每一行都另有一条说明。',
        en: 'The shape of the row had to be worked out: an extra or lost cell, a wrapped label, a number before its label. Each such row also has a note.',
      },
    },
    {
      term: { zh: '位置（locator）', en: 'locator' },
      meaning: {
        zh: '在源文件中的位置，如 line 77、table 3, row 5, cell 2。机关页面上每个数字都链接到这个位置。',
        en: 'Where it stands in the source file, such as line 77, or table 3, row 5, cell 2. Every figure on a profile leads there.',
      },
    },
  ],
}

const values: MethodsSection = {
  id: 'values',
  title: { zh: '印的是什么，统计用什么', en: 'What was printed, and what statistics use' },
  text: [{ zh: '每一格先记下印的是什么：', en: 'For every cell, first what was printed:' }],
  terms: [
    {
      term: { zh: '数字（number）', en: 'number' },
      meaning: {
        zh: '印着数字。全角数字、千位分隔、前面的加号、“减4”和数字间的空格都是数字的写法。',
        en: 'A number. Full-width digits, thousands separators, a leading plus, 减4 (−4) and spaces inside a number are ways of writing one.',
      },
    },
    {
      term: { zh: '空白（blank）', en: 'blank' },
      meaning: {
        zh: '有这一格，什么也没印。空白不是零。',
        en: 'The cell is there and empty. Blank is not zero.',
      },
    },
    {
      term: { zh: '不适用（not_applicable）', en: 'not_applicable' },
      meaning: { zh: '印着 /、-、—、无、不适用。', en: 'It says /, -, —, 无 or 不适用.' },
    },
    {
      term: { zh: '读不出（unreadable）', en: 'unreadable' },
      meaning: { zh: '印着东西，但不是数字。', en: 'Something is printed that is not a number.' },
    },
    {
      term: { zh: '缺（missing）', en: 'missing' },
      meaning: { zh: '格式有这一格，文件里没有。', en: 'The form has the cell; the document does not.' },
    },
  ],
  after: [
    {
      zh: '统计用“有效值”，并写明根据：printed 是印出的数；zero_by_identity 是空白或不适用，而印出的总计证明它只能是 0；sum 是没有印的总计，由各分项相加得出。没有证明的，有效值为空，不参加统计。违反核对规则的数字照样保留原值，另记一条问题。',
      en: 'Statistics use the effective value, and say why: printed; zero_by_identity, a blank or not-applicable cell that the printed totals prove to be 0; sum, a total that was not printed but that its parts give. Where nothing is proved it is empty and enters no statistic. A number that breaks a rule stays as printed, with an issue.',
    },
  ],
}

const zero: MethodsSection = {
  id: 'zero',
  title: { zh: '零意味着什么', en: 'What a zero means' },
  text: [
    {
      zh: '零是机关报告的“本年新收政府信息公开申请数量”总计为 0。它说的是这份报告印了零，不说明没有人想申请，不说明申请都被登记，也不说明机关工作好坏。',
      en: 'A zero is an agency’s own report that the total of new requests is 0. It says that the report printed a zero. It does not say that nobody wanted to ask, that every request was registered, or that the agency works well or badly.',
    },
    {
      zh: '读不出和没有收录都不是零。零申请率的分母只有读得出的报告；没有收录的机关不在其中。',
      en: 'A figure that cannot be read is not zero, nor is a report that is not held. The denominator of a zero rate is the readable reports alone; agencies not covered are not in it.',
    },
  ],
}

const checks: MethodsSection = {
  id: 'checks',
  title: { zh: '核对', en: 'Checks' },
  text: [
    {
      zh: '每份报告内部核对法定表格的算术关系，只在各数都已知时进行：',
      en: 'The arithmetic of the form is checked inside each report, wherever all its figures are known:',
    },
  ],
  terms: ruleIds
    .filter((id) => rules[id].family === 'identities')
    .map((id) => ({ term: rules[id].title, meaning: rules[id].statement })),
  after: [
    {
      zh: '不相符就是原文矛盾：数字不动，问题标在表边。另外还核对数字是否合常理、正文与表、同一机关的各年、汇总与下级、文字是否雷同；每条规则的依据、须知和误报率在“质量”页。',
      en: 'Where they do not agree, the source contradicts itself: the figures stay, and the issue stands in the margin. Also checked are what figures can be at all, prose against tables, the years of one agency, aggregates and their members, and texts that repeat; the quality page states every rule with its clause, its caveat and its false alarms.',
    },
    {
      zh: '维护者知道应是什么数的，可以写明依据加以更正。更正只在原文仍印着它所依据的内容时有效，显示在印出的数旁边；印出的数和统计都不改。',
      en: 'A maintainer who knows what a figure should be can correct it and say on what ground. A correction holds only while what it expects is printed, and stands beside the figure; what is printed and what statistics use do not change.',
    },
  ],
}

const indicatorSection: MethodsSection = {
  id: 'indicators',
  title: { zh: '指标', en: 'Indicators' },
  text: [
    {
      zh: '指标只用有效值。任何一个数不知道，就没有值，并写明原因。',
      en: 'Indicators use effective values alone. If any input is unknown there is no value, and the data say why.',
    },
  ],
  terms: Object.values(indicators).map((one) => ({
    term: { zh: `${one.zh}（${one.id}）`, en: `${one.en} (${one.id})` },
    meaning: { zh: one.formula_zh, en: one.formula_en },
  })),
  after: [
    {
      zh: '比例都带 95% Wilson 区间：次数少时它仍然可靠，也不会越出 0 到 100%。区间说的是次数少带来的不确定，不包括收录不全带来的偏差。设 p 为比例，n 为分母，z＝1.96：区间＝［p＋z²/2n ± z√(p(1−p)/n＋z²/4n²)］÷（1＋z²/n）。',
      en: 'Shares carry a 95% Wilson interval, which holds for small counts and stays between 0 and 100%. It speaks of the uncertainty of small counts, not of the bias of incomplete coverage. With share p, denominator n and z = 1.96: [p + z²/2n ± z√(p(1−p)/n + z²/4n²)] ÷ (1 + z²/n).',
    },
  ],
}

const scope: MethodsSection = {
  id: 'scope',
  title: { zh: '范围和汇总报告', en: 'Scope and aggregate reports' },
  text: [
    {
      zh: '有的政府报告只写本机关的数字，有的汇总全市、全县。报告写明汇总的标作“汇总”，在件数的合计中从不与其他机关相加，以免重复；没有写明的照实标作“未说明”。政府没有写明、而它的办公厅（室）当年另有本机关的报告的，按汇总对待。',
      en: 'Some governments report for their own body only, others sum up a whole city or county. A report that says it sums up lower bodies is marked as aggregate and never added to the volumes of others, which would count twice. Where a report does not say, that is what is recorded; but where the office of a government reported for itself, the report of that government is taken for an aggregate.',
    },
    {
      zh: '零申请率数的是报告份数，不是件数，所以汇总报告也算一份。',
      en: 'Zero rates count reports, not requests, so an aggregate report counts as one.',
    },
  ],
}

const limits: MethodsSection = {
  id: 'limits',
  title: { zh: '覆盖和局限', en: 'Coverage and limits' },
  text: [
    {
      zh: '收录的是放进原始文件夹的报告，不是抽样，更不是全部。本站的任何比率都只说明收录的报告，不能推到全国。',
      en: 'What is covered are the reports placed in the raw folder: not a sample, and far from all. Any rate on this site describes the reports covered and cannot be carried over to the country.',
    },
    {
      zh: '报告是机关自己写的。本站能查出数字之间的矛盾，查不出与事实的出入。2019 年和 2021 年的格式不同，主动公开表的许多格前后不能相比。机关的级别按所在区划和名称判断，类型按名称判断，判断不了的写作“未定”。',
      en: 'Reports are written by the agencies themselves. We can find where figures contradict each other, not where they differ from the facts. The forms of 2019 and 2021 differ, and much of the disclosure table cannot be compared across them. The level of an agency is judged from its division and its name, its type from its name; where they do not tell, they are left unknown.',
    },
  ],
}

const errors: MethodsSection = {
  id: 'errors',
  title: { zh: '报告错误', en: 'How to report an error' },
  text: [
    {
      zh: '如果某个数字与原文不符，请在项目的代码库提交问题，写明报告编号（如 <机关编号>-2022）、格的编号（如 requests.received.total）和原文的位置。机关页面上的每一格都有自己的地址，复制它最省事。若是原文本身有误，我们不改数字，但会加注。',
      en: 'If a figure differs from its source, open an issue in the project’s repository with the id of the report (such as <agency id>-2022), the id of the cell (such as requests.received.total) and its place in the source. Every cell on a profile has an address of its own; copying that is easiest. If the source itself is wrong we do not change the figure, but add a note.',
    },
  ],
}

/** The sections of the methods page, in order. */
export const methodsSections: readonly MethodsSection[] = [
  reading,
  identitySection,
  values,
  zero,
  checks,
  indicatorSection,
  scope,
  searchSection,
  limits,
  errors,
]
