import type { RuleFamily } from '../checks/rules/rule.ts'
import type { IssueClass } from '../model/issue.ts'
import type { Bilingual } from './locale.ts'

/** What each class of issue says, and who should do something about it. */
export const classMeanings: Readonly<Record<IssueClass, Bilingual>> = {
  published: {
    zh: '机关自己的数字互相矛盾，或不合常理：和不对、文表不一、两年接不上。数字照原样保留；要改的是报告。',
    en: 'The agency’s own figures contradict each other, or cannot well be. They stay as printed; what needs mending is the report.',
  },
  reading: {
    zh: '印的是什么，我们没有把握：行里多一格少一格、数字中间有空格、没有表格线。要核对的是我们的读法。',
    en: 'We are not sure what was printed: a row with a cell too many, spaces inside a number, no rules. What needs checking is our reading.',
  },
  definition: {
    zh: '数字不同，但有一种口径能解释，写明是哪一种。不是错。',
    en: 'Figures differ, and a definition explains it; the issue says which. No mistake.',
  },
  scope: {
    zh: '数字覆盖的机关不同：本机关，还是全区。不是错，但不能相加相比。',
    en: 'Figures cover different bodies: this one, or the whole district. No mistake, but they cannot be added or compared.',
  },
  coverage: {
    zh: '文件、表格或格子缺失，或读不出。',
    en: 'A file, a table or a cell is missing or cannot be read.',
  },
  identity: {
    zh: '是哪个机关、哪一年的报告，不能确定。',
    en: 'It is not certain who published the report, or for which year.',
  },
}

export const familyWords: Readonly<Record<RuleFamily, Bilingual>> = {
  identities: { zh: '表内：勾稽关系', en: 'Inside the tables: the identities of the form' },
  plausibility: { zh: '表内：合理性', en: 'Inside the tables: what can be at all' },
  text: { zh: '正文与表', en: 'Prose and tables' },
  years: { zh: '同一机关的各年', en: 'The years of one agency' },
  agencies: { zh: '机关之间', en: 'Across agencies' },
}

/** Texts of the quality page. Numbers come in already written. */
export const qualityWords = {
  title: { zh: '质量', en: 'Quality' },
  description: {
    zh: '报告读全了多少，哪些勾稽关系常被打破，有哪些问题，每条规则怎样核对、多久误报一次。',
    en: 'How much was read whole, which identities fail how often, which issues there are, and how each rule is tested and how often it may be wrong.',
  },
  lead: {
    zh: (whole: string, reports: string, share: string) =>
      `计入的 ${reports} 份报告中，${whole} 份三张法定表格全部读出（${share}）。`,
    en: (whole: string, reports: string, share: string) =>
      `Of the ${reports} reports that count, ${whole} were read whole, all three statutory tables (${share}).`,
  },
  leadRules: {
    zh: (broken: string, tested: string) =>
      broken === '0'
        ? `表内的勾稽关系在 ${tested} 份报告里核对过，没有一份被打破。`
        : `表内的勾稽关系在 ${tested} 份报告里核对过，${broken} 份打破了至少一条。`,
    en: (broken: string, tested: string) =>
      `The identities within the form were tested in ${tested} reports; ${broken === '0' ? 'none broke any' : `${broken} broke one or more`}.`,
  },
  principle: {
    zh: '数字从不改动。四种情形分开说：机关自己矛盾，我们可能读错，口径不同，范围不同。',
    en: 'No figure is ever changed. Four things are told apart: the agency contradicts itself, we may have misread, definitions differ, bodies differ.',
  },
  readTitle: { zh: '读出了多少', en: 'How much was read' },
  year: { zh: '年份', en: 'Year' },
  undated: { zh: '年份不明', en: 'no year' },
  reports: { zh: '报告', en: 'Reports' },
  complete: { zh: '读全', en: 'Whole' },
  partial: { zh: '不全', en: 'In part' },
  unreadable: { zh: '读不出', en: 'Not at all' },
  share: { zh: '读全的比例（95% 区间）', en: 'Share read whole (95% interval)' },
  failTitle: { zh: '哪些勾稽关系被打破', en: 'Which identities fail, and how often' },
  failNote: {
    zh: '打破的份数／核对过的份数，括号内为比例。只计机关自己的矛盾；读得没有把握的另计为“读取”，不在内。',
    en: 'Reports that break it of those where it could be tested, with the share. Breaches that may be our reading are not counted here.',
  },
  byYear: { zh: '按年份', en: 'By year' },
  byLevel: { zh: '按级别', en: 'By level' },
  byProvince: { zh: '按省份', en: 'By province' },
  level: { zh: '级别', en: 'Level' },
  province: { zh: '省份', en: 'Province' },
  elsewhere: { zh: '所在地不明', en: 'place not known' },
  ofTested: {
    zh: (broken: string, tested: string, share: string) => `${broken}／${tested}${share && `（${share}）`}`,
    en: (broken: string, tested: string, share: string) => `${broken} of ${tested}${share && ` (${share})`}`,
  },
  classesTitle: { zh: '问题的类别和例子', en: 'Classes of issues, with examples' },
  none: { zh: '没有这一类问题。', en: 'No issue of this class.' },
  kind: { zh: '种类', en: 'Kind' },
  count: { zh: '条数', en: 'Issues' },
  severity: { zh: '轻重', en: 'Severity' },
  example: { zh: '例', en: 'Example' },
  rulesTitle: { zh: '规则', en: 'Rules' },
  rulesText: {
    zh: '误报率：报警中其实没有错的，占核对次数的比例。误报不会多于报警，所以用全部报警的比例作上限；没有报警时误报是零，另给 95% Wilson 区间的上端。',
    en: 'False-alarm rate: alarms with nothing wrong, as a share of tests. There cannot be more than alarms, so the share of all alarms is an upper bound; without alarms there was none, and the upper end of the 95% Wilson interval is given.',
  },
  clause: { zh: '依据', en: 'Clause' },
  caveat: { zh: '须知', en: 'Caveat' },
  rate: { zh: '误报率', en: 'False alarms' },
  kinds: { zh: '产生的问题', en: 'Issues it raises' },
  rateNone: {
    zh: (tests: string, reports: string, upper: string) =>
      `在 ${reports} 份报告中核对 ${tests} 次，报警 0 次，误报 0（95% 区间上端 ${upper}）。`,
    en: (tests: string, reports: string, upper: string) =>
      `Tested ${tests} times in ${reports} reports, no alarm, no false alarm (95% interval up to ${upper}).`,
  },
  rateSome: {
    zh: (tests: string, reports: string, alarms: string, share: string) =>
      `在 ${reports} 份报告中核对 ${tests} 次，报警 ${alarms} 次；即使全是误报，也不超过 ${share}。`,
    en: (tests: string, reports: string, alarms: string, share: string) =>
      `Tested ${tests} times in ${reports} reports, ${alarms} alarms; were all of them false, the rate would be ${share}.`,
  },
  rateUntested: {
    zh: '在收录的报告中还没有一处可以核对。',
    en: 'There was nothing to test it on in the reports covered.',
  },
  notes: {
    zh: (notes: string) => `另有 ${notes} 条说明，不算报警。`,
    en: (notes: string) => `${notes} notes besides, which are no alarms.`,
  },
  listTitle: { zh: '全部问题', en: 'All issues' },
  listText: {
    zh: (issues: string) =>
      `共 ${issues} 条，按种类列出；每一种有自己的页面，可以查找。全部也在数据集的 issues.csv 里。`,
    en: (issues: string) =>
      `${issues} in all, by kind; each kind has a page that can be searched. All are in issues.csv of the dataset too.`,
  },
  listNone: { zh: '没有问题。', en: 'There are no issues.' },
  issuesOf: { zh: (name: string) => `问题：${name}`, en: (name: string) => `Issues: ${name}` },
  issuesDescription: {
    zh: (name: string, count: string) => `“${name}”一类的 ${count} 条问题，附机关、年份和原文位置。`,
    en: (name: string, count: string) =>
      `${count} issues of the kind “${name}”, with agency, year and place in the source.`,
  },
  listed: {
    zh: (listed: string, count: string) =>
      `这里列出 ${count} 条中的 ${listed} 条，其余在数据集的 issues.csv 里。`,
    en: (listed: string, count: string) =>
      `${listed} of ${count} are listed here; the others are in issues.csv of the dataset.`,
  },
  pages: { zh: '分页', en: 'Pages' },
  page: { zh: (page: number) => `第 ${page} 页`, en: (page: number) => `Page ${page}` },
  agency: { zh: '机关', en: 'Agency' },
  file: { zh: '文件', en: 'File' },
  message: { zh: '说明', en: 'What is said' },
  place: { zh: '原文位置', en: 'In the source' },
  search: { zh: '查找本页', en: 'Search this page' },
  searchHint: { zh: '机关、年份、数字', en: 'agency, year, figure' },
  /** `{n}` and `{all}` are filled in by the script. */
  shown: { zh: '{all} 条中的 {n} 条', en: '{n} of {all}' },
  noMatch: { zh: '没有符合的问题。', en: 'No issue matches.' },
  reset: { zh: '清除', en: 'Clear' },
  ruleOf: { zh: '规则', en: 'Rule' },
  back: { zh: '回到质量页', en: 'Back to the quality page' },
} as const
