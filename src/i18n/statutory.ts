import type { Bilingual } from './locale.ts'

const chineseNumber: Readonly<Record<string, string>> = { 一: '1', 五: '5', 六: '6', 八: '8', 九: '9' }

/**
 * What the statutory tables print around their fields: headings over several columns and labels beside several
 * rows. They hold no figures, so they are not part of the list of fields in `model/form.ts`.
 */
export const frameWords = {
  /** `第二十条第（一）项` in English. */
  clause: (zh: string) => `Article 20, item ${chineseNumber[/（(.)）/.exec(zh)?.[1] ?? ''] ?? zh}`,
  content: { zh: '信息内容', en: 'Information' },
  identity: {
    zh: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    en: '(In each column, one plus two equals three plus four.)',
  },
  applicants: { zh: '申请人情况', en: 'Applicants' },
  organisations: { zh: '法人或其他组织', en: 'Legal persons and other organisations' },
  results: { zh: '三、本年度办理结果', en: 'Results of the year' },
  litigation: { zh: '行政诉讼', en: 'Administrative litigation' },
} satisfies Record<string, Bilingual | ((zh: string) => string)>

/** What is said of cells and rows of a statutory table. */
export const cellWords = {
  blank: { zh: '空白', en: 'blank' },
  missing: { zh: '原文没有这一格', en: 'not in the source' },
  unreadable: { zh: '不是数字', en: 'not a number' },
  rowUnreadable: {
    zh: '整行对不上各列，没有取用任何数字',
    en: 'the row does not fit its columns; no figure of it is taken',
  },
  provedZero: { zh: '空白，由印出的总计证明为 0', en: 'blank; the printed totals prove it to be 0' },
  notApplicableZero: {
    zh: '印作不适用，由印出的总计证明为 0',
    en: 'printed as not applicable; the printed totals prove it to be 0',
  },
  sum: { zh: '未印出，由各分项相加得出', en: 'not printed; the sum of its parts' },
  contradicted: { zh: '与其他数字矛盾', en: 'contradicted by other figures' },
  corrected: { zh: '维护者更正为', en: 'corrected by a maintainer to' },
  recovered: { zh: '本行的列是推算出来的', en: 'the columns of this row were worked out' },
  marginal: { zh: '校记', en: 'Notes' },
  note: { zh: (n: number) => `注 ${n}`, en: (n: number) => `note ${n}` },
  keyTitle: { zh: '读表', en: 'How to read the tables' },
  keyPrinted: { zh: '原文印出；点击看它在原文中的位置', en: 'as printed; leads to its place in the source' },
  keyBlank: { zh: '原文空白', en: 'left blank in the source' },
  keyProved: { zh: '原文没有印出数字，由总计证明', en: 'no figure printed; proved by the totals' },
  keyUnreadable: {
    zh: '印着，但不是数字，或者整行对不上各列',
    en: 'printed, but not a number, or a row that does not fit its columns',
  },
  keyMissing: { zh: '表格应有、原文没有的格', en: 'in the form, but not in the source' },
  keyRecovered: { zh: '该行的列是推算出来的', en: 'columns of the row were worked out' },
  keyCorrected: {
    zh: '维护者的更正，印出的没有改动',
    en: 'correction by a maintainer; what is printed stays',
  },
  keyIssue: { zh: '有疑问，见表下的注', en: 'in doubt; see the notes below the tables' },
} as const
