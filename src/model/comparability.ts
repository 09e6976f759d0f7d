import type { Bilingual } from '../i18n/locale.ts'
import type { FormCell } from './cells.ts'
import { formVersions } from './form.ts'

/** How a cell fares across the two forms: `same`, `with_care`, or in one of them only. */
export const cellComparabilities = ['same', 'with_care', 'one_form'] as const
export type CellComparability = (typeof cellComparabilities)[number]

const same: Bilingual = {
  zh: '两种格式都有，含义相同，可以前后相比。',
  en: 'In both forms with the same meaning: comparable.',
}
const decisions: Bilingual = {
  zh: '两种格式都有，但 2019 年的标签没有“本年”二字，须谨慎比较。',
  en: 'In both forms, but the label of 2019 does not say “this year”: compare with care.',
}
const otherRow: Bilingual = {
  zh: '2019 年格式只有“其他处理”一行；2021 年格式分为三行，三行之和与它对应。',
  en: 'The form of 2019 has one row “otherwise handled”, that of 2021 three, whose sum matches it.',
}
const documents: Bilingual = {
  zh: '规章和规范性文件的栏目 2021 年全部更换：2019 年是制作、公开和累计公开，2021 年是制发、废止和现行有效，前后不可比。',
  en: 'The columns for regulations and normative documents were replaced in 2021: made, published and public to date before; issued, repealed and in force since. Not comparable.',
}
const fees: Bilingual = {
  zh: '行政事业性收费 2019 年格式填项数，2021 年格式填金额，前后不可比。',
  en: 'Fees are a number of items in the form of 2019 and an amount in that of 2021. Not comparable.',
}
const dropped: Bilingual = {
  zh: '2021 年格式取消了这一格。',
  en: 'Dropped in the form of 2021.',
}

function whyOneForm({ table, row, forms }: FormCell): Bilingual {
  if (table === 'requests') return otherRow
  if (row === 'regulations' || row === 'normative_documents') return documents
  if (row === 'fees') return fees
  return forms.includes('2021') ? { zh: '2021 年格式新增。', en: 'New in the form of 2021.' } : dropped
}

/** Whether the figures of a cell may be compared between reports on the two forms, and why. */
export function comparabilityOf(cell: FormCell): {
  readonly code: CellComparability
  readonly why: Bilingual
} {
  if (cell.forms.length < formVersions.length) return { code: 'one_form', why: whyOneForm(cell) }
  if (cell.table === 'disclosure') return { code: 'with_care', why: decisions }
  return { code: 'same', why: same }
}
