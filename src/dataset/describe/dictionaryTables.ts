import { formCells } from '../../model/cells.ts'
import { cellComparabilities, comparabilityOf } from '../../model/comparability.ts'
import { columnMeanings, type Meaning, rowMeanings } from '../../model/meanings.ts'
import { comparabilities, indicatorKinds } from '../../stats/indicators/indicator.ts'
import { indicators } from '../../stats/indicators.ts'
import type { Row } from '../write/values.ts'
import { column, type PublishedTable, targetOf } from './columns.ts'

const bilingual = (name: string, zh: string, en: string) => [
  column(`${name}_zh`, `${zh}（中文）`, `${en}, in Chinese`),
  column(`${name}_en`, `${zh}（英文）`, `${en}, in English`),
]

/** The tables of the data dictionary: what every column, every cell and every indicator means. */
export const dictionaryTables: readonly PublishedTable[] = [
  {
    name: 'dictionary_columns',
    path: 'dictionary/columns.csv',
    title: { zh: '数据字典：每个文件的每一列', en: 'Data dictionary: every column of every file' },
    key: ['table', 'column'],
    columns: [
      column('table', '表名', 'Name of the table'),
      column('column', '列名', 'Name of the column'),
      column('path', '文件', 'File'),
      column('position', '第几列，从 1 起', 'Place among the columns, from 1', 'integer'),
      column('type', '类型', 'Type', 'string', ['string', 'integer', 'number', 'year', 'date']),
      column('in_key', '是否属于主键', 'Whether it is part of the key', 'string', ['yes', 'no']),
      column('refers_to', '引用的表和列', 'Table and column that it refers to'),
      column(
        'values',
        '可取的值，空格分隔；不限时为空',
        'Values it can have, separated by spaces; empty if any',
      ),
      ...bilingual('meaning', '含义', 'Meaning'),
    ],
  },
  {
    name: 'dictionary_cells',
    path: 'dictionary/cells.csv',
    title: {
      zh: '数据字典：法定表格每一格的含义、常见误填和前后可比性',
      en: 'Data dictionary: meaning, pitfalls and comparability of every cell of the statutory forms',
    },
    key: ['cell_id'],
    references: [{ fields: ['cell_id'], table: 'codebook' }],
    columns: [
      column('cell_id', '单元格编号：表.行.列', 'Id of the cell: table.row.column'),
      ...bilingual('meaning', '含义', 'Meaning'),
      ...bilingual('pitfalls', '常见误填和使用须知', 'What to mind'),
      column(
        'across_forms',
        'same 两种格式可比，with_care 须谨慎，one_form 只有一种格式有',
        'same: comparable across both forms; with_care; one_form: in one of them only',
        'string',
        cellComparabilities,
      ),
      ...bilingual('comparability', '可比性说明', 'Why it may or may not be compared'),
    ],
  },
  {
    name: 'dictionary_indicators',
    path: 'dictionary/indicators.csv',
    title: { zh: '数据字典：每个指标', en: 'Data dictionary: every indicator' },
    key: ['indicator_id'],
    columns: [
      column('indicator_id', '指标编号', 'Id of the indicator'),
      column(
        'kind',
        'count 件数，share 占比，ratio 比，change 变化，yes_no 是否',
        'count, share of a whole, ratio of two things, change from the year before, yes or no',
        'string',
        indicatorKinds,
      ),
      ...bilingual('label', '名称', 'Name'),
      ...bilingual('formula', '公式', 'Formula'),
      ...bilingual('caveat', '使用须知', 'What to mind'),
      column(
        'across_forms',
        'same 两种格式可比，with_care 须谨慎，not 不跨格式给出',
        'same: comparable across both forms; with_care; not: never given across forms',
        'string',
        comparabilities,
      ),
    ],
  },
]

/** The rows of the dictionary of columns, for the tables given. */
export const columnRows = (tables: readonly PublishedTable[]): Row[] =>
  tables.flatMap((table) =>
    table.columns.map((one, i): Row => {
      const reference = table.references?.find(({ fields }) => fields.includes(one.name))
      return {
        table: table.name,
        column: one.name,
        path: table.path,
        position: i + 1,
        type: one.type,
        in_key: table.key.includes(one.name) ? 'yes' : 'no',
        refers_to: reference ? `${reference.table}.${targetOf(reference)[0]}` : '',
        values: one.enum?.join(' ') ?? '',
        meaning_zh: one.zh,
        meaning_en: one.en,
      }
    }),
  )

const joined = (parts: readonly (string | undefined)[], between: string) =>
  parts.filter(Boolean).join(between)

/** The meaning of a cell is that of its row and that of its column. */
export const cellMeaningRows = (): Row[] =>
  [...formCells.values()].map((cell): Row => {
    const parts = [rowMeanings[cell.table][cell.row], columnMeanings[cell.table][cell.column]]
    const of = (key: keyof Meaning) =>
      joined(
        parts.map((part) => part?.[key]),
        key.endsWith('zh') ? '' : ' ',
      )
    const { code, why } = comparabilityOf(cell)
    return {
      cell_id: cell.id,
      meaning_zh: of('zh'),
      meaning_en: of('en'),
      pitfalls_zh: of('pitfall_zh'),
      pitfalls_en: of('pitfall_en'),
      across_forms: code,
      comparability_zh: why.zh,
      comparability_en: why.en,
    }
  })

/** The rows of the dictionary of indicators. */
export const indicatorMeaningRows = (): Row[] =>
  Object.values(indicators).map(
    (one): Row => ({
      indicator_id: one.id,
      kind: one.kind,
      label_zh: one.zh,
      label_en: one.en,
      formula_zh: one.formula_zh,
      formula_en: one.formula_en,
      caveat_zh: one.caveat_zh,
      caveat_en: one.caveat_en,
      across_forms: one.across_forms,
    }),
  )
