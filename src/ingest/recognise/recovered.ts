import type { Cell } from '../../model/document.ts'
import { type Finding, finding } from '../../model/issue.ts'
import { formatLocator } from '../../model/locator.ts'
import { rowWords, type TableDraft } from './draft.ts'
import type { Why } from './fit.ts'

const whyWords: Record<Why, { why_zh: string; why_en: string }> = {
  shape: { why_zh: '', why_en: '' },
  same_whatever: {
    why_zh: '无论多出的是哪一格，结果都一样。',
    why_en: 'Whichever of them is too many, the result is the same.',
  },
  identity: {
    why_zh: '只有一种排列符合“各类之和等于总计”。',
    why_en: 'Only one arrangement makes the parts add up to the total.',
  },
}

/** Says that a row was laid onto its columns by more than its shape. */
export function recoveredFinding(
  draft: TableDraft,
  row: string,
  ids: string[],
  values: readonly Cell[],
  why: Why,
): Finding {
  const filled = values.filter((value) => value.text !== '')
  return finding('row_recovered', {
    cells: ids,
    expected: String(ids.length),
    found: String(filled.length),
    locator: values[0] ? formatLocator(values[0].at).replace(/, cell \d+$/, '') : '',
    params: { ...rowWords(draft.id, row), ...whyWords[why] },
  })
}
