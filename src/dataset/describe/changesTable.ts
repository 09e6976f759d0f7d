import { column, type PublishedTable } from './columns.ts'

/** What can differ between a dataset and the release before it. */
export const changeKinds = [
  'report_added',
  'report_removed',
  'report_replaced',
  'value_changed',
  'effective_value_changed',
  'correction_changed',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** Why a figure differs: another source file, a correction of a source, or another way of reading it. */
export const changeReasons = ['source', 'correction', 'reader'] as const
export type ChangeReason = (typeof changeReasons)[number]

/** What differs from the release before; without one it has no rows. */
export const changesTable: PublishedTable = {
  name: 'changes',
  path: 'changes.csv',
  title: { zh: '与上一次发布的差异', en: 'What differs from the release before' },
  key: ['report_id', 'cell_id', 'change'],
  keyMayBeEmpty: ['cell_id'],
  columns: [
    column(
      'change',
      'report_added 新增报告，report_removed 删去报告，report_replaced 同一报告换了源文件，value_changed 读出的数或其种类变了，effective_value_changed 只有统计所用的值变了，correction_changed 加了、改了或撤了更正',
      'report_added; report_removed; report_replaced: by another source file; value_changed: what was read, or its kind; effective_value_changed: only what statistics use; correction_changed: a correction was made, changed or withdrawn',
      'string',
      changeKinds,
    ),
    column('report_id', '报告编号', 'Id of the report'),
    column(
      'cell_id',
      '单元格编号；更正的是报告的一项时为该项，说的是整份报告时为空',
      'Id of the cell, or of the fact that a correction is about; empty where it is about the report',
    ),
    column(
      'before',
      '原来：数字，不是数字时为其种类（如 blank）；换源文件时为其 SHA-256；更正为其内容',
      'What it was: the number, or its kind where it is none (such as blank); of a source, its SHA-256; of a correction, what it says',
    ),
    column('after', '现在，写法同上', 'What it is now, in the same way'),
    column(
      'why',
      'source 源文件变了，correction 更正，reader 读取程序变了；增删报告时为空',
      'source: the source file changed; correction; reader: the reading program changed; empty for reports added or removed',
      'string',
      changeReasons,
    ),
  ],
}
