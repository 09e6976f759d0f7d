import type { Cell } from '../../model/document.ts'
import { type Finding, finding } from '../../model/issue.ts'
import { mapped } from '../../model/list.ts'
import { formatLocator } from '../../model/locator.ts'
import { rowWords, type TableDraft } from './draft.ts'
import type { Fitted, Why } from './fit.ts'
import { isBlank, parseValue } from './value.ts'

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

const ofValues = { what_zh: '个值', what_en: 'values' }
const ofCells = { what_zh: '格', what_en: 'cells' }

/** Says that a row was laid onto its columns by more than its shape. */
export function recoveredFinding(
  draft: TableDraft,
  row: string,
  ids: string[],
  values: readonly Cell[],
  why: Why,
): Finding {
  const filled = values.filter((value) => value.text !== '')
  // A row of hardly more than blanks is off its shape by its cells, not by its values.
  const what = filled.length > ids.length ? ofValues : ofCells
  return finding('row_recovered', {
    cells: ids,
    expected: String(ids.length),
    found: String(what === ofValues ? filled.length : values.length),
    locator: values[0] ? formatLocator(values[0].at).replace(/, cell \d+$/, '') : '',
    params: { ...rowWords(draft.id, row), ...what, ...whyWords[why] },
  })
}

/**
 * Figures of a row that were left out of it since only then its parts add up: they stand in the table and have to be
 * reported. Not zeros, nor one that is doubled: the figure beside it says the same.
 */
export function leftOutFindings(ids: string[], values: readonly Cell[], { cells, why }: Fitted): Finding[] {
  if (why !== 'identity') return []
  const isDoubled = (i: number) => [values[i - 1], values[i + 1]].some((one) => one?.text === values[i]?.text)
  const out = values.filter(
    (value, i) => !cells.includes(value) && !isZeroOrBlank(value.text) && !isDoubled(i),
  )
  return mapped(out, ({ text, at }) =>
    finding('left_over', { cells: ids, found: text, locator: formatLocator(at) }),
  )
}

const isZeroOrBlank = (text: string): boolean => isBlank(text) || parseValue(text).value === 0
