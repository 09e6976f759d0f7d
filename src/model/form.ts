/**
 * The statutory forms of the annual report, as data: the one list of fields.
 *
 * Recognition, checks, schemas, CSV headers, codebook, data package and the tables on the pages are all
 * derived from this file. Sources: 国办公开办函〔2019〕60号 (form "2019") and 国办公开办函〔2021〕30号
 * (form "2021"). Which form a table follows is found from its own labels, never from the year of the report.
 */

/** A version of the statutory form, named after the year of the document that set it. */
export type FormVersion = '2019' | '2021'
export const formVersions: readonly FormVersion[] = ['2019', '2021']

export type TableId = 'disclosure' | 'requests' | 'disputes'
export type Unit = '件' | '项' | '万元'
export type CellType = 'integer' | 'signed_integer' | 'decimal'

/** A row or a column of a form: its id, what the form prints, and other ways the label is printed. */
export interface FormLabel {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly aliases?: readonly string[]
  /** How running text names it, where that differs from the printed label; never looked for in tables. */
  readonly inProse?: readonly string[]
}
export interface FormColumn extends FormLabel {
  readonly unit: Unit
  readonly type: CellType
}
export interface FormRow extends FormLabel {
  /** Id of the group of results the row stands under, such as 不予公开. */
  readonly group?: string
}
/** A part of a table whose rows share the same columns; one clause of Article 20 in the disclosure table. */
export interface FormSection {
  readonly clause: string
  readonly columns: readonly FormColumn[]
  readonly rows: readonly FormRow[]
}
export interface FormTable {
  readonly id: TableId
  readonly zh: string
  readonly en: string
  readonly forms: Readonly<Record<FormVersion, readonly FormSection[]>>
}

const counted = (unit: Unit, type: CellType = 'integer') => ({ unit, type })

const itemsPrevious: FormColumn = {
  id: 'items_previous',
  zh: '上一年项目数量',
  en: 'Items last year',
  ...counted('项'),
}
const itemsChange: FormColumn = {
  id: 'items_change',
  zh: '本年增/减',
  en: 'Change in items this year (signed)',
  ...counted('项', 'signed_integer'),
}
const amountAliases = ['本年收费金额', '采购总金额', '采购总金额（单位：万元，保留4位小数）']

const regulations: FormRow = { id: 'regulations', zh: '规章', en: 'Regulations (规章)' }
const licences: FormRow = { id: 'licences', zh: '行政许可', en: 'Administrative licences' }
const penalties: FormRow = { id: 'penalties', zh: '行政处罚', en: 'Administrative penalties' }
const coerciveMeasures: FormRow = {
  id: 'coercive_measures',
  zh: '行政强制',
  en: 'Administrative coercive measures',
}
const fees: FormRow = { id: 'fees', zh: '行政事业性收费', en: 'Administrative fees' }
const normativeDocuments = (zh: string): FormRow => ({
  id: 'normative_documents',
  zh,
  en: 'Administrative normative documents',
  aliases: ['规范性文件', '行政规范性文件'],
})

const disclosure2019: readonly FormSection[] = [
  {
    clause: '第二十条第（一）项',
    columns: [
      { id: 'made', zh: '本年新制作数量', en: 'Made this year', aliases: ['本年新'], ...counted('件') },
      {
        id: 'published',
        zh: '本年新公开数量',
        en: 'Newly published this year',
        aliases: ['本年新'],
        ...counted('件'),
      },
      { id: 'total_public', zh: '对外公开总数量', en: 'Total public to date', ...counted('件') },
    ],
    rows: [regulations, normativeDocuments('规范性文件')],
  },
  {
    clause: '第二十条第（五）项',
    columns: [
      itemsPrevious,
      itemsChange,
      { id: 'decisions', zh: '处理决定数量', en: 'Decisions this year', ...counted('件') },
    ],
    rows: [
      licences,
      { id: 'other_services', zh: '其他对外管理服务事项', en: 'Other management and service items' },
    ],
  },
  {
    clause: '第二十条第（六）项',
    columns: [
      itemsPrevious,
      itemsChange,
      { id: 'decisions', zh: '处理决定数量', en: 'Decisions this year', ...counted('件') },
    ],
    rows: [penalties, coerciveMeasures],
  },
  { clause: '第二十条第（八）项', columns: [itemsPrevious, itemsChange], rows: [fees] },
  {
    clause: '第二十条第（九）项',
    columns: [
      { id: 'projects', zh: '采购项目数量', en: 'Procurement projects', ...counted('项') },
      {
        id: 'amount',
        zh: '采购总金额（单位：万元）',
        en: 'Amount, CNY 10,000',
        aliases: amountAliases,
        ...counted('万元', 'decimal'),
      },
    ],
    rows: [{ id: 'procurement', zh: '政府集中采购', en: 'Centralised government procurement' }],
  },
]

const decisions2021: FormColumn = {
  id: 'decisions',
  zh: '本年处理决定数量',
  en: 'Decisions this year',
  ...counted('件'),
}
const disclosure2021: readonly FormSection[] = [
  {
    clause: '第二十条第（一）项',
    columns: [
      { id: 'issued', zh: '本年制发件数', en: 'Issued this year', aliases: ['本年制发件'], ...counted('件') },
      { id: 'repealed', zh: '本年废止件数', en: 'Repealed this year', ...counted('件') },
      {
        id: 'in_force',
        zh: '现行有效件数',
        en: 'In force at year end',
        aliases: ['现行有效件', '现行有效件数（历史累计）'],
        ...counted('件'),
      },
    ],
    rows: [regulations, normativeDocuments('行政规范性文件')],
  },
  { clause: '第二十条第（五）项', columns: [decisions2021], rows: [licences] },
  { clause: '第二十条第（六）项', columns: [decisions2021], rows: [penalties, coerciveMeasures] },
  {
    clause: '第二十条第（八）项',
    columns: [
      {
        id: 'amount',
        zh: '本年收费金额（单位：万元）',
        en: 'Amount, CNY 10,000',
        aliases: amountAliases,
        ...counted('万元', 'decimal'),
      },
    ],
    rows: [fees],
  },
]

const applicant = (id: string, zh: string, en: string, aliases?: readonly string[]): FormColumn => ({
  id,
  zh,
  en,
  ...(aliases ? { aliases } : {}),
  ...counted('件'),
})
/** The six kinds of applicant and their total, in the order of the form. */
export const applicantColumns: readonly FormColumn[] = [
  applicant('natural_person', '自然人', 'Natural persons'),
  applicant('business', '商业企业', 'Commercial enterprises'),
  applicant('research', '科研机构', 'Research institutions'),
  applicant('civil_society', '社会公益组织', 'Public-interest organisations', ['社会组织']),
  applicant('legal_service', '法律服务机构', 'Legal service providers'),
  applicant('other_org', '其他', 'Other organisations', ['其他组织']),
  applicant('total', '总计', 'Total', ['合计']),
]

/** The groups of results in part 三 of the requests table; they hold no figures of their own. */
export const resultGroups: readonly FormLabel[] = [
  { id: 'refused', zh: '（三）不予公开', en: 'Refused' },
  { id: 'unavailable', zh: '（四）无法提供', en: 'Unable to provide' },
  { id: 'unprocessed', zh: '（五）不予处理', en: 'Not processed' },
  { id: 'other', zh: '（六）其他处理', en: 'Otherwise handled' },
]

const row = (
  id: string,
  zh: string,
  en: string,
  aliases?: readonly string[],
  inProse?: readonly string[],
): FormRow => ({
  id,
  zh,
  en,
  ...(aliases ? { aliases } : {}),
  ...(inProse ? { inProse } : {}),
})
const grouped = (group: string, rows: readonly FormRow[]): readonly FormRow[] =>
  rows.map((one) => ({ ...one, id: `${group}_${one.id}`, group }))

const openingRows: readonly FormRow[] = [
  row('received', '一、本年新收政府信息公开申请数量', 'New requests received this year', [
    '本年新收',
    '新收',
  ]),
  row('carried_in', '二、上年结转政府信息公开申请数量', 'Requests carried over from last year', [
    '上年度结转政府信息公开申请数量',
  ]),
  row('granted', '（一）予以公开', 'Disclosed in full', undefined, ['准予公开', '同意公开']),
  row(
    'partial',
    '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    'Disclosed in part',
    [
      '（二）部分公开',
      '（二）部分公开（区分处理的，只记这一情形，不计其他情形）',
      '（二）部分公开（区分处理的，只计这一情况，不计其他情形）',
    ],
    ['予以部分公开', '同意部分公开'],
  ),
  ...grouped('refused', [
    row('state_secret', '1.属于国家秘密', 'State secret', undefined, ['国家秘密']),
    row('prohibited_by_law', '2.其他法律行政法规禁止公开', 'Other laws or regulations forbid disclosure', [
      '其他法律法规禁止公开',
    ]),
    row(
      'security_stability',
      '3.危及“三安全一稳定”',
      'Endangers national, public or economic security or social stability',
    ),
    row('third_party', '4.保护第三方合法权益', 'Protects third parties’ lawful rights'),
    row(
      'internal',
      '5.属于三类内部事务信息',
      'Internal affairs information (three kinds)',
      ['属于三类内容事务信息'],
      ['内部事务信息'],
    ),
    row(
      'deliberative',
      '6.属于四类过程性信息',
      'Deliberative or process information (four kinds)',
      undefined,
      ['过程性信息'],
    ),
    row('enforcement_file', '7.属于行政执法案卷', 'Administrative enforcement case file', undefined, [
      '行政执法案卷',
    ]),
    row('inquiry', '8.属于行政查询事项', 'Administrative inquiry handled under other rules', undefined, [
      '行政查询事项',
    ]),
  ]),
  ...grouped('unavailable', [
    row('not_held', '1.本机关不掌握相关政府信息', 'The agency does not hold the information', undefined, [
      '信息不存在',
      '不掌握',
    ]),
    row(
      'needs_creation',
      '2.没有现成信息需要另行制作',
      'No existing information; would have to be created',
      undefined,
      ['没有现成信息', '需要另行制作'],
    ),
    row('unclear', '3.补正后申请内容仍不明确', 'Request still unclear after correction'),
  ]),
  ...grouped('unprocessed', [
    row('petition', '1.信访举报投诉类申请', 'Petition, report or complaint', undefined, ['信访举报投诉类']),
    row('duplicate', '2.重复申请', 'Repeated request'),
    row('publication', '3.要求提供公开出版物', 'Asks for a publicly available publication'),
    row('excessive', '4.无正当理由大量反复申请', 'Many repeated requests without good reason'),
    row(
      'reconfirm',
      '5.要求行政机关确认或重新出具已获取信息',
      'Asks to confirm or reissue information already obtained',
    ),
  ]),
]
const otherRows2021 = grouped('other', [
  row(
    'not_corrected',
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    'Applicant did not correct the request in time',
  ),
  row(
    'fee_unpaid',
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    'Applicant did not pay the fee in time',
  ),
  row('other', '3.其他', 'Other'),
])
const closingRows: readonly FormRow[] = [
  row('concluded', '（七）总计', 'Requests concluded this year (total)', ['（七）合计']),
  row('carried_out', '四、结转下年度继续办理', 'Carried over to next year', ['结转下一年度继续办理']),
]
const requestsSection = (rows: readonly FormRow[]): readonly FormSection[] => [
  { clause: '', columns: applicantColumns, rows },
]

const outcome = (id: string, zh: string, en: string, inProse?: readonly string[]): FormColumn => ({
  id,
  zh,
  en,
  ...(inProse ? { inProse } : {}),
  ...counted('件'),
})
const disputesSection: readonly FormSection[] = [
  {
    clause: '',
    columns: [
      outcome('upheld', '结果维持', 'Upheld', ['维持']),
      outcome('overturned', '结果纠正', 'Overturned or corrected', ['纠正', '纠错', '败诉', '被撤销']),
      outcome('other', '其他结果', 'Other outcome'),
      outcome('pending', '尚未审结', 'Pending', ['未审结', '正在审理']),
      outcome('total', '总计', 'Total'),
    ],
    rows: [
      row('review', '行政复议', 'Administrative reconsideration'),
      row('suit_direct', '行政诉讼：未经复议直接起诉', 'Litigation without prior reconsideration', [
        '未经复议直接起诉',
      ]),
      row('suit_after_review', '行政诉讼：复议后起诉', 'Litigation after reconsideration', ['复议后起诉']),
    ],
  },
]

export const form: Readonly<Record<TableId, FormTable>> = {
  disclosure: {
    id: 'disclosure',
    zh: '主动公开政府信息情况',
    en: 'Proactive disclosure',
    forms: { '2019': disclosure2019, '2021': disclosure2021 },
  },
  requests: {
    id: 'requests',
    zh: '收到和处理政府信息公开申请情况',
    en: 'Requests received and handled',
    forms: {
      '2019': requestsSection([
        ...openingRows,
        row('other', '（六）其他处理', 'Otherwise handled'),
        ...closingRows,
      ]),
      '2021': requestsSection([...openingRows, ...otherRows2021, ...closingRows]),
    },
  },
  disputes: {
    id: 'disputes',
    zh: '政府信息公开行政复议、行政诉讼情况',
    en: 'Administrative reconsideration and litigation',
    // The 2021 document left this table as it was.
    forms: { '2019': disputesSection, '2021': disputesSection },
  },
}
export const tableIds: readonly TableId[] = ['disclosure', 'requests', 'disputes']

/** What the form prints in its tables besides the labels of rows, columns and groups; it holds no figures. */
export const headings = {
  contents: { zh: '信息内容', en: 'Kind of information' },
  note: {
    zh: '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和',
    en: 'In each column: items 一 and 二 add up to items 三 and 四',
  },
  applicants: { zh: '申请人情况', en: 'Applicants' },
  organisations: { zh: '法人或其他组织', en: 'Legal persons and other organisations' },
  results: { zh: '三、本年度办理结果', en: '3. Results this year' },
  litigation: { zh: '行政诉讼', en: 'Litigation' },
} as const
