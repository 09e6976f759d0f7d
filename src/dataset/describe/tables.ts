import { indicatorBasisWords, listWords } from '../../i18n/indicators.ts'
import { domains } from '../../identity/domain.ts'
import { correctableFields, correctionStatuses } from '../../model/correction.ts'
import { formVersions, tableIds } from '../../model/form.ts'
import { issueClasses, severities } from '../../model/issue.ts'
import { agencyTypes, levels, scopes, statuses } from '../../model/report.ts'
import { bases, readings, valueKinds } from '../../model/values.ts'
import { indicatorBases } from '../../stats/indicators/indicator.ts'
import { changesTable } from './changesTable.ts'
import { column, type PublishedTable, toReport } from './columns.ts'
import { dictionaryTables } from './dictionaryTables.ts'
import { wideRequests } from './wideRequests.ts'

const count = (name: string, zh: string, en: string) =>
  column(name, `${zh}（总计列的有效值，件）`, `${en} (effective value of the total column; 件)`, 'number')

/** Every published table with every column: the one description that files, package and pages are made from. */
export const publishedTables: readonly PublishedTable[] = [
  {
    name: 'reports',
    path: 'reports.csv',
    title: { zh: '报告，一份一行', en: 'Reports, one row each' },
    key: ['report_id'],
    references: [{ fields: ['agency_id'], table: 'agencies' }],
    columns: [
      column(
        'report_id',
        '报告编号：机关编号加年份；不计入的报告另加后缀',
        'Id of the report: agency id and year, with a suffix for a report that does not count',
      ),
      column('agency_id', '机关编号', 'Id of the agency'),
      column(
        'agency_name',
        '报告自己写出的最完整的机关名称',
        'Fullest form of the name that the report itself gives',
      ),
      column(
        'year',
        '数据所属年份；报告没有写明时为空',
        'Year of the figures; empty when the report does not say',
        'year',
      ),
      column('title', '标题；没有标题时为空', 'Title as printed; empty when there is none'),
      column(
        'scope',
        '范围：own_body 本机关，aggregate 汇总了下级机关，unknown 没有写明；求和时不计 aggregate',
        'Whom the figures cover; sums over agencies leave aggregate out',
        'string',
        scopes,
      ),
      column(
        'disclosure_form',
        '主动公开表的格式；没有找到该表时为空',
        'Form of the disclosure table; empty when it was not found',
        'string',
        formVersions,
      ),
      column(
        'requests_form',
        '申请表的格式；没有找到该表时为空',
        'Form of the requests table; empty when it was not found',
        'string',
        formVersions,
      ),
      column(
        'status',
        'complete 三表读全，partial 不全，unreadable 没有读出表格，superseded 同一机关同一年份以另一文件为准（本机关的报告先于汇总报告）',
        'complete: all three tables read; partial; unreadable: no table read; superseded: another file for the same agency and year counts (that of the body alone before one that sums up others)',
        'string',
        statuses,
      ),
      count('new_requests', '本年新收', 'New requests'),
      count('carried_in', '上年结转', 'Carried in from last year'),
      count('concluded', '本年度办理总计', 'Concluded this year'),
      count('carried_out', '结转下年度', 'Carried over to next year'),
      column('issue_count', '这份报告的问题条数', 'Number of issues of the report', 'integer'),
      column(
        'published_on',
        '页面写明的公开日期；落款日期不算',
        'Date of publication stated on the page; that of a signature is not taken for it',
        'date',
      ),
      column('source_path', '源文件，相对于原始文件夹', 'Source file, relative to the raw folder'),
      column('source_format', '按内容判断的格式', 'Format, decided by content'),
      column('source_sha256', '源文件的 SHA-256', 'SHA-256 of the source file'),
      column('source_url', '来源网址（来自 sources.csv）', 'Address it came from (from sources.csv)'),
      column(
        'retrieved_on',
        '取得日期（来自 sources.csv）',
        'Date it was retrieved (from sources.csv)',
        'date',
      ),
    ],
  },
  {
    name: 'cells',
    path: 'cells/{year}.csv',
    tooLongForSheet: true,
    title: {
      zh: '单元格，每年一个文件，所用格式的每一格一行',
      en: 'Cells, one file a year, one row a cell of the forms found',
    },
    key: ['report_id', 'cell_id'],
    references: [toReport, { fields: ['cell_id'], table: 'codebook' }],
    columns: [
      column('report_id', '报告编号', 'Id of the report'),
      column('cell_id', '单元格编号：表.行.列', 'Id of the cell: table.row.column'),
      column('table', '表', 'Table', 'string', tableIds),
      column('row', '行', 'Row'),
      column('column', '列', 'Column'),
      column(
        'value',
        '印出的数字，单位见编码本；不是数字时为空',
        'The printed number in the unit of the codebook; empty unless a number',
        'number',
      ),
      column(
        'kind',
        'number 数字，blank 空格，not_applicable 不适用的记号，unreadable 不是数字的内容，missing 表格应有而文件没有',
        'number; blank; not_applicable: a sign for it; unreadable: something that is no number; missing: in the form but not in the document',
        'string',
        valueKinds,
      ),
      column('raw', '照录原文', 'What stands there, letter by letter'),
      column(
        'effective_value',
        '统计所用的值；没有证明时为空',
        'What statistics use; empty where nothing is proved',
        'number',
      ),
      column(
        'basis',
        '为什么能用：printed 印出的，zero_by_identity 由总计证明为 0，sum 各项之和',
        'Why it may be used: printed; zero_by_identity: printed totals prove it is 0; sum: of its parts',
        'string',
        bases,
      ),
      column(
        'reading',
        'exact 照读，recovered 行的格数不符、列是推算的；整行没有采用的，各格为 unreadable，也记作 exact',
        'exact, or recovered where the shape of the row had to be worked out; also exact where the row as a whole was not taken, so that its cells are unreadable',
        'string',
        readings,
      ),
      column('locator', '在源文件中的位置', 'Where it stands in the source'),
    ],
  },
  {
    name: 'issues',
    path: 'issues.csv',
    title: { zh: '问题', en: 'Issues' },
    key: ['issue_id'],
    references: [toReport],
    columns: [
      column('issue_id', '问题编号，每次生成都相同', 'Id of the issue, stable from run to run'),
      column(
        'report_id',
        '报告编号；文件没有读成报告时为空',
        'Id of the report; empty when the file gave none',
      ),
      column('source_path', '源文件', 'Source file'),
      column(
        'class',
        'published 机关自己的数字互相矛盾，reading 不确定印的是什么，definition 口径不同，scope 范围，coverage 缺失或读不出，identity 机关或年份不确定',
        'published: the agency’s own figures contradict each other; reading: not sure what was printed; definition: differs by a stated definition; scope; coverage: missing or unreadable; identity: agency or year uncertain',
        'string',
        issueClasses,
      ),
      column('severity', '轻重', 'Severity', 'string', severities),
      column('code', '种类，见方法页', 'Kind, see the methods page'),
      column('cell_ids', '涉及的单元格，空格分隔', 'Cells it concerns, separated by spaces'),
      column('expected', '应为', 'What was expected'),
      column('found', '实为', 'What was found'),
      column('message_zh', '说明（中文）', 'Message in Chinese'),
      column('message_en', '说明（英文）', 'Message in English'),
    ],
  },
  {
    name: 'agencies',
    path: 'agencies.csv',
    title: { zh: '机关', en: 'Agencies' },
    key: ['agency_id'],
    references: [{ fields: ['parent_id'], table: 'agencies', to: ['agency_id'] }],
    columns: [
      column(
        'agency_id',
        '机关编号：区划代码加名称拼音，永不改变；同音时加名称的校验位，所在地不明时加文件的校验位',
        'Id of the agency, for ever: division code and name in pinyin; with digits of the name where others may be spelled alike, of the file where it is not known which place it is of',
      ),
      column(
        'name',
        '名称：带上用以区别的地名；区划表里没有的照报告',
        'Name, with the place that tells it apart; as in its reports where no list has the place',
      ),
      column(
        'aliases',
        '报告和机关登记表中的其他写法、旧名，以 | 分隔',
        'Other and earlier names in its reports and in the registry of agencies, separated by |',
      ),
      column(
        'level',
        '层级，据区划或名称；看不出时为 unknown',
        'Level, by its division or its name; unknown when neither tells',
        'string',
        levels,
      ),
      column('type', '类型，据名称', 'Type, by its name', 'string', agencyTypes),
      column(
        'domain',
        `领域，据名称；看不出时为空（${domains.map((one) => `${one.id} ${one.zh}`).join('、')}）`,
        `Field of work, by its name; empty when the name does not tell (${domains.map((one) => `${one.id}: ${one.en}`).join('; ')})`,
      ),
      column(
        'division_code',
        '所在行政区划的代码；不知道或有几种可能时为空',
        'Code of its administrative division; empty when not known, or one of several',
      ),
      column('province', '省级区划', 'Province'),
      column(
        'city',
        '地级区划；省直辖的县、直辖市的区没有',
        'Prefecture; none above counties directly under a province',
      ),
      column('county', '县级区划', 'County'),
      column('township', '乡级区划', 'Township'),
      column(
        'parent_id',
        '上级机关：部门、办公室、园区、事业单位的上级是同级政府，政府和乡镇街道的上级是上一级政府，园区内设局的上级是园区，分局、大队的上级是所属局，垂直系统的上级是上一级机构；上级没有报告时为空',
        'Agency above it: for departments, offices, zones and institutions the government of their division; for governments and townships that of the next higher division; for a bureau in a zone the zone; for a branch its bureau; for a body of a vertical system the next higher one; empty where that one has no reports',
      ),
      column('first_year', '最早一份报告的年份', 'Year of the first report', 'year'),
      column('last_year', '最近一份报告的年份', 'Year of the last report', 'year'),
      column(
        'report_count',
        '计入的报告份数；登记过而没有报告的机关为 0',
        'Number of reports that count; 0 for an agency of the registry without one',
        'integer',
      ),
      column('name_pinyin', '名称的拼音', 'Name in pinyin'),
    ],
  },
  {
    name: 'indicators',
    path: 'indicators.csv',
    tooLongForSheet: true,
    title: { zh: '指标', en: 'Indicators' },
    key: ['report_id', 'indicator_id'],
    references: [toReport, { fields: ['indicator_id'], table: 'dictionary_indicators' }],
    columns: [
      column('report_id', '报告编号', 'Id of the report'),
      column(
        'indicator_id',
        '指标，公式见 dictionary/indicators.csv',
        'Indicator; its formula is in dictionary/indicators.csv',
      ),
      column('numerator', '分子', 'Numerator', 'number'),
      column('denominator', '分母；计数指标为空', 'Denominator; empty for a count', 'number'),
      column('value', '值；占比在 0 与 1 之间', 'Value; shares are between 0 and 1', 'number'),
      column(
        'lower',
        '95% Wilson 区间下限；只有占比有',
        'Lower end of the 95 % Wilson interval; shares only',
        'number',
      ),
      column(
        'upper',
        '95% Wilson 区间上限；只有占比有',
        'Upper end of the 95 % Wilson interval; shares only',
        'number',
      ),
      column(
        'basis',
        `有值的依据，或没有值的原因：${listWords(indicatorBasisWords, 'zh')}`,
        `Why it has a value, or why it has none: ${listWords(indicatorBasisWords, 'en')}`,
        'string',
        indicatorBases,
      ),
    ],
  },
  {
    name: 'corrections',
    path: 'corrections.csv',
    title: { zh: '更正：维护者对印出内容的更正', en: 'Corrections of what is printed, by maintainers' },
    key: ['report_id', 'field'],
    columns: [
      column('report_id', '报告编号', 'Id of the report'),
      column(
        'field',
        `单元格编号，或报告的一项（${correctableFields.join('、')}）`,
        `Id of a cell, or a fact of the report (${correctableFields.join(', ')})`,
      ),
      column('expected', '更正所依据的印出内容', 'What must be printed for the correction to hold'),
      column('found', '实际印出的内容', 'What is printed'),
      column(
        'corrected',
        '更正为；单元格以编码本的单位计',
        'What it should be; of a cell, in the unit of the codebook',
      ),
      column(
        'status',
        'applied 仍然适用，stopped 印出的已不是所依据的内容，或没有这份报告；value 和 effective_value 都不改',
        'applied: it holds; stopped: something else is printed, or there is no such report; value and effective_value never change',
        'string',
        correctionStatuses,
      ),
      column('reason', '理由', 'Reason'),
      column('source', '依据', 'Source'),
      column('date', '更正日期', 'Date of the correction', 'date'),
      column('by', '更正人', 'Who says so'),
    ],
  },
  {
    name: 'zero_activity',
    path: 'zero_activity.csv',
    title: { zh: '零申请率', en: 'Zero-activity rates' },
    key: ['year', 'group_by', 'group'],
    columns: [
      column('year', '年份', 'Year', 'year'),
      column('group_by', '分组依据', 'What it is grouped by', 'string', ['all', 'level', 'type', 'province']),
      column('group', '组', 'Group'),
      column(
        'reports',
        '计入的报告份数（汇总报告也各算一份）',
        'Reports that count (an aggregate report counts as one)',
        'integer',
      ),
      column(
        'readable',
        '其中读得出新收件数的份数，即分母',
        'Those whose number of new requests could be read: the denominator',
        'integer',
      ),
      column('zero', '其中新收为 0 的份数', 'Those with no new request', 'integer'),
      column('rate', '零申请率，0 与 1 之间', 'Share of reports with no new request, 0 to 1', 'number'),
      column('lower', '95% Wilson 区间下限', 'Lower end of the 95 % Wilson interval', 'number'),
      column('upper', '95% Wilson 区间上限', 'Upper end of the 95 % Wilson interval', 'number'),
    ],
  },
  {
    name: 'codebook',
    path: 'codebook.csv',
    title: { zh: '编码本：法定表格的每一格', en: 'Codebook: every cell of the statutory forms' },
    key: ['cell_id'],
    columns: [
      column('cell_id', '单元格编号：表.行.列', 'Id of the cell: table.row.column'),
      column('table', '表', 'Table'),
      column('row', '行', 'Row'),
      column('column', '列', 'Column'),
      column('form', '有这一格的格式，空格分隔', 'Forms that have the cell, separated by spaces'),
      column('clause_zh', '依据的条款', 'Clause it follows'),
      column('label_zh', '中文标签：行 / 列', 'Label in Chinese: row / column'),
      column('label_en', '英文标签：行 / 列', 'Label in English: row / column'),
      column('unit', '单位', 'Unit'),
      column('type', '数值类型', 'Type of number', 'string', ['integer', 'signed_integer', 'decimal']),
      column('aliases', '其他印法，以 | 分隔', 'Other ways its labels are printed, separated by |'),
    ],
  },
  wideRequests,
  ...dictionaryTables,
  changesTable,
]

/** The description of a table by its name. */
export function publishedTable(name: string): PublishedTable {
  const table = publishedTables.find((one) => one.name === name)
  if (!table) throw new Error(`no such published table: ${name}`)
  return table
}
