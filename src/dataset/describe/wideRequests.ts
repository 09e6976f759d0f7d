import { type CellId, formCells } from '../../model/cells.ts'
import { formVersions } from '../../model/form.ts'
import { scopes, statuses } from '../../model/report.ts'
import { column, type PublishedColumn, type PublishedTable, toReport } from './columns.ts'

/** The cells of the requests table, each a column of the wide table. */
const cells = [...formCells.values()].filter((cell) => cell.table === 'requests')

/** Name of the column of a cell of the requests table in the wide table, `row_column`. */
const nameOf = (cell: { readonly row: string; readonly column: string }) => `${cell.row}_${cell.column}`

/** The columns of the wide table that hold a cell, with its id. */
export const wideCells: readonly { readonly name: string; readonly cell_id: CellId }[] = cells.map(
  (cell) => ({ name: nameOf(cell), cell_id: cell.id }),
)

const ofCell = (cell: (typeof cells)[number]): PublishedColumn => {
  const only = cell.forms.length === formVersions.length ? { zh: '', en: '' } : onlyOf(cell.forms.join(' '))
  return column(
    nameOf(cell),
    `${cell.row_zh} / ${cell.column_zh}（${cell.id} 的有效值，${cell.unit}${only.zh}）`,
    `${cell.row_en} / ${cell.column_en} (effective value of ${cell.id}; ${cell.unit}${only.en})`,
    'number',
  )
}
const onlyOf = (form: string) => ({ zh: `，只有 ${form} 年格式有`, en: `; form of ${form} only` })

/** The requests table as people who work in spreadsheets want it: a row a report, a column a cell. */
export const wideRequests: PublishedTable = {
  name: 'wide_requests',
  path: 'wide/requests.csv',
  title: {
    zh: '申请表的宽表：一份报告一行，一格一列，值为有效值',
    en: 'The requests table, wide: a row a report, a column a cell, with effective values',
  },
  key: ['report_id'],
  references: [toReport, { fields: ['agency_id'], table: 'agencies' }],
  columns: [
    column('report_id', '报告编号', 'Id of the report'),
    column('agency_id', '机关编号', 'Id of the agency'),
    column('agency_name', '报告自己写出的机关名称', 'Name of the agency as the report gives it'),
    column('year', '数据所属年份', 'Year of the figures', 'year'),
    column(
      'scope',
      '范围；求和时不计 aggregate',
      'Whom the figures cover; sums leave aggregate out',
      'string',
      scopes,
    ),
    column('status', '读取情况；superseded 不计', 'How it was read; superseded does not count', 'string', [
      ...statuses,
    ]),
    column('requests_form', '申请表的格式', 'Form of the requests table', 'string', formVersions),
    ...cells.map(ofCell),
  ],
}
