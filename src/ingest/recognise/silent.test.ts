import { describe, expect, test } from 'vitest'
import { documents, fees, licences, page, reading, row } from '../../../tests/smallPages.ts'
import { readReport } from '../../dataset/report.ts'

// Each of these was once read as the wrong figure with nothing said.
test.each([
  [
    '上年 is not 本年',
    licences(['上年处理决定数量', '本年处理决定数量'], ['40', '50']),
    'disclosure.licences.decisions',
    null,
  ],
  [
    'two figures under one merged label',
    licences(['<td colspan="3">本年处理决定数量</td>'], ['40', '50', '']),
    'disclosure.licences.decisions',
    null,
  ],
  [
    'an amount under 百万元',
    fees('本年收费金额（单位：百万元）', '行政事业性收费', '9'),
    'disclosure.fees.amount',
    900,
  ],
  [
    'an amount under 千元',
    fees('本年收费金额（单位：千元）', '行政事业性收费', '900'),
    'disclosure.fees.amount',
    90,
  ],
  [
    'a unit beside the row',
    fees('本年收费金额', '行政事业性收费（元）', '251000'),
    'disclosure.fees.amount',
    25.1,
  ],
  [
    'two units',
    fees('本年收费金额（单位：万元）', '行政事业性收费（元）', '251000'),
    'disclosure.fees.amount',
    null,
  ],
  [
    'a note behind an amount in 元',
    fees('本年收费金额（单位：元）', '行政事业性收费', '251000（含罚款）'),
    'disclosure.fees.amount',
    25.1,
  ],
  [
    'a hidden cell',
    documents(['<td style="display:none">99</td>', '1', '2', '3']),
    'disclosure.normative_documents.issued',
    1,
  ],
  [
    'a struck-out figure',
    documents(['<td><span style="text-decoration:line-through">5</span>3</td>', '2', '3']),
    'disclosure.normative_documents.issued',
    3,
  ],
  [
    'two blocks in a cell',
    documents([
      '<td><span style="display:block">5</span><span style="display:block">3</span></td>',
      '2',
      '3',
    ]),
    'disclosure.normative_documents.issued',
    null,
  ],
  [
    'a picture in a cell',
    documents(['<td><img src="5.png"></td>', '2', '3']),
    'disclosure.normative_documents.issued',
    null,
  ],
])('%s', async (_, html, id, value) => {
  const found = await reading(html, id)
  expect(found.value).toBe(value)
})

test('an amount without any unit is read in that of the form and named, unless it is 0', async () => {
  const amount = (cell: string) =>
    reading(fees('本年收费金额', '行政事业性收费', cell), 'disclosure.fees.amount')
  expect(await amount('926489')).toEqual({ value: 926489, named: true })
  expect(await amount('0')).toEqual({ value: 0, named: false })
})

describe('the table of disputes', () => {
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const figures = ['2', '5', '5', '3', '15', '3', '3', '5', '1', '12', '0', '2', '0', '4', '6']
  const table = (first: string, second: string, names: readonly string[]) => {
    const gap = Array.from({ length: 4 }, () => '')
    const wide = Array.from({ length: 9 }, () => '')
    return [
      '云梦省虚构市甲区教育局2022年政府信息公开工作年度报告',
      [first, ...gap, second, ...wide].join('\t'),
      [...names, '未经复议直接起诉', ...gap, '复议后起诉', ...gap].join('\t'),
      [...gap, '', ...names, ...names].join('\t'),
      figures.join('\t'),
    ].join('\n')
  }
  const swapped = [outcomes[1], outcomes[0], ...outcomes.slice(2)] as string[]

  test('is read under its own header', async () => {
    const text = table('行政复议', '行政诉讼', outcomes)
    expect(await reading(text, 'disputes.review.upheld')).toEqual({ value: 2, named: false })
    expect(await reading(text, 'disputes.suit_after_review.total')).toEqual({ value: 6, named: false })
  })

  test('is read under a header that is printed twice, as worked out', async () => {
    const lines = table('行政复议', '行政诉讼', outcomes).split('\n')
    const twice = [...lines.slice(0, 4), ...lines.slice(1)].join('\n')
    expect(await reading(twice, 'disputes.review.upheld')).toEqual({ value: 2, named: true })
  })

  // The totals prove the places of totals, and say nothing of which of the other columns is which.
  test.each([
    ['litigation before reconsideration', table('行政诉讼', '行政复议', outcomes)],
    ['结果纠正 before 结果维持', table('行政复议', '行政诉讼', swapped)],
  ])('is not taken with %s', async (_, text) => {
    for (const id of ['disputes.review.upheld', 'disputes.suit_direct.upheld'])
      expect(await reading(text, id)).toEqual({ value: null, named: true })
  })
})

test('a copy of a table that differs in a row makes that row unsure, and no other', async () => {
  const html = documents(['1', '2', '3'])
  const rows = ['第二十条第（五）项', '信息内容|本年处理决定数量', '行政许可|4', '第二十条第（六）项']
  const more = [...rows, '信息内容|本年处理决定数量', '行政处罚|5', '行政强制|6', '第二十条第（八）项']
  const all = [...more, '信息内容|本年收费金额（单位：万元）', '行政事业性收费|0'].map((one) =>
    row(...one.split('|')),
  )
  const [, table = ''] = html.split(/(?=<table>)/)
  const whole = table.replace('</table>', `${all.join('')}</table>`)
  const copies = html.replace(table, `${whole}<p>照此公布。</p>${whole.replace('<td>4</td>', '<td>7</td>')}`)
  expect(await reading(copies, 'disclosure.licences.decisions')).toEqual({ value: 4, named: true })
  expect(await reading(copies, 'disclosure.penalties.decisions')).toEqual({ value: 5, named: false })
})

test('a unit that stands aside makes amounts unsure', async () => {
  const html = fees('本年收费金额', '行政事业性收费', '251000').replace('<table>', '<p>单位：元</p><table>')
  expect(await reading(html, 'disclosure.fees.amount')).toEqual({ value: 251000, named: true })
})

test('a sign that broken markup swallows leaves no blank cell', async () => {
  const html = documents(['1', '2', '3']).replace('<td>2</td>', '<td></</td>')
  expect(await reading(html, 'disclosure.normative_documents.repealed')).toEqual({ value: null, named: true })
  const ofWord = '<!--[if supportFields]><span></span><![endif]-->'
  const commented = documents([`<td>${ofWord}1</td>`, '<td>2<!-- 2 < 3 --></td>', '3'])
  const repealed = await reading(commented, 'disclosure.normative_documents.repealed')
  expect(repealed).toEqual({ value: 2, named: false })
  expect(await reading(commented, 'disclosure.normative_documents.issued')).toEqual({
    value: 1,
    named: false,
  })
})

test('a damaged table is not filled up from the table of an annex', async () => {
  const table = documents(['1', '2', '3']).replace(/^.*?(?=<table>)/s, '')
  const requests = page(
    row('', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计') +
      row('一、本年新收政府信息公开申请数量', '1', '0', '0', '0', '0', '0', '1') +
      row('二、上年结转政府信息公开申请数量', '0', '0', '0', '0', '0', '0', '0') +
      row('（一）予以公开', '1', '0', '0', '0', '0', '0', '1'),
  ).replace(/^.*?(?=<table>)/s, '')
  const own = licences(['本年处理决定数量'], ['7'])
  const html = `${own}${requests}<p>附件1</p>${table}${requests}`
  expect(await reading(html, 'disclosure.licences.decisions')).toEqual({ value: 7, named: false })
  expect(await reading(html, 'disclosure.normative_documents.issued')).toEqual({ value: null, named: true })
})

test('a column whose label is misspelled is named with the cells under it', async () => {
  const html = documents(['1', '2', '3']).replace('现行有效件数', '现行有效件教')
  expect(await reading(html, 'disclosure.normative_documents.in_force')).toEqual({ value: 3, named: true })
})

test('figures before their labels, a cell a line, are read for the label behind them, as worked out', async () => {
  const lines = [
    '信息内容',
    '本年制发件数',
    '本年废止件数',
    '现行有效件数',
    '0',
    '0',
    '0',
    '规章',
    '1',
    '2',
    '3',
    '行政规范性文件',
  ]
  const text = `云梦省虚构市甲区教育局2022年政府信息公开工作年度报告\n${lines.map((line) => `${line} |`).join('\n')}`
  expect(await reading(text, 'disclosure.regulations.issued')).toEqual({ value: 0, named: true })
  expect(await reading(text, 'disclosure.normative_documents.issued')).toEqual({ value: 1, named: true })
})

test('a row a cell narrower than others that ends in an empty cell may have lost its figure', async () => {
  const licences = ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量', '行政许可', '1', '0', '5']
  const ofFees = ['信息内容', '上一年项目数量', '本年增/减', '', '行政事业性收费', '4', '']
  const text = `云梦省虚构市甲区教育局2019年政府信息公开工作年度报告\n${[...licences, ...ofFees].map((line) => `${line} |`).join('\n')}`
  expect((await reading(text, 'disclosure.fees.items_change')).named).toBe(true)
})

test.each([
  '',
  '<p><span style="font-size:10',
  "<p><span lang='EN",
  '<p',
  '<p style=',
  '<p title="a>b',
  "<p a='>'",
])('a page that is cut off inside a cell (behind “%s”) does not leave an empty one', async (begun) => {
  const whole = documents(['1', '2', '3'])
  const html = `${whole.slice(0, whole.indexOf('<td>3'))}<td>${begun}`
  expect((await readReport('x.html', new TextEncoder().encode(html))).report?.cells.at(5)?.kind).toBe(
    'unreadable',
  )
})

test('a page without any end tags of cells that is cut off in a tag does not leave an empty cell', async () => {
  const whole = documents(['1', '2', '3']).replaceAll('</td>', '')
  const html = `${whole.slice(0, whole.indexOf('<td>3'))}<td><font siz`
  expect((await readReport('x.html', new TextEncoder().encode(html))).report?.cells.at(5)?.kind).toBe(
    'unreadable',
  )
})

test('a row with a cell too many under a header in its place is not read from its first figure on', async () => {
  const merged = (head: string, label: string) =>
    row('信息内容', `<td colspan="3">${head}</td>`) + row(label, '<td colspan="3">0</td>')
  const html = page(
    row('信息内容', '本年制发件数', '本年废止件数', '现行有效件数') +
      row('规章', '', '0', '0') +
      row('行政规范性文件', '0', '0', '0', '') +
      merged('本年处理决定数量', '行政许可') +
      merged('本年处理决定数量', '行政处罚') +
      row('行政强制', '<td colspan="3">0</td>') +
      merged('本年收费金额（单位：万元）', '行政事业性收费'),
  )
  const found = await reading(html, 'disclosure.normative_documents.in_force')
  expect(found.value === null || found.named).toBe(true)
})

test('a row that ends in an empty cell, where others are filled up with such, may have lost a figure', async () => {
  const kinds =
    '\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计\n\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t'
  const nothing = '0\t0\t0\t0\t0\t0\t0'
  const shifted = (label: string) => `${label}\t${nothing}\t\t`
  const whole = (label: string) => `\t\t${label}\t${nothing}`
  const lines = [
    '云梦省虚构市甲区教育局2022年政府信息公开工作年度报告',
    `（本列数据）\t\t\t申请人情况\t\t\t\t\t\t\n${kinds}`,
    `一、本年新收政府信息公开申请数量\t\t\t${nothing}`,
    `二、上年结转政府信息公开申请数量\t\t\t${nothing}`,
    `三、本年度办理结果\t（一）予以公开\t\t${nothing}`,
    `（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t${nothing}\t`,
    `（三）不予公开\t1.属于国家秘密\t${nothing.slice(2)}\t`,
    shifted('2.其他法律行政法规禁止公开'),
    whole('3.危及“三安全一稳定”'),
    whole('4.保护第三方合法权益'),
    whole('5.属于三类内部事务信息'),
    shifted('6.属于四类过程性信息'),
    whole('7.属于行政执法案卷'),
    whole('8.属于行政查询事项'),
    `\t（四）无法提供\t1.本机关不掌握相关政府信息\t${nothing}`,
    shifted('2.没有现成信息需要另行制作'),
    shifted('3.补正后申请内容仍不明确'),
    whole('2.重复申请'),
    whole('3.要求提供公开出版物'),
    `（七）总计\t\t${nothing}\t`,
    `四、结转下年度继续办理\t\t\t${nothing}`,
  ]
  const { report } = await readReport('x.txt', new TextEncoder().encode(lines.join('\n')))
  const cell = report?.cells.find((one) => one.cell_id === 'requests.refused_state_secret.total')
  expect(cell?.kind === 'blank' && cell.reading === 'exact').toBe(false)
})

test('a column of the site’s own that damage has moved into the header does not shift the figures', async () => {
  const head = [
    row(
      '<td colspan="2" rowspan="3"></td>',
      '<td colspn="7">申请人情况</td>',
      '<td rowspan="3">历年累计</td>',
    ),
    row('<td rowspan="2">自然人</td>', '<td colspan="5">法人或其他组织</td>', '<td rowspan="2">总计</td>'),
    row('商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'),
  ]
  const figures = ['', '', '', '', '', '', '0', '0']
  const labels = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量']
  const rows = labels.map((label) => row(`<td colspan="2">${label}</td>`, ...figures))
  const html = page([...head, ...rows].join(''))
  expect((await reading(html, 'requests.received.other_org')).value).toBe(null)
  expect((await reading(html, 'requests.received.total')).value).toBe(0)
})

test('a doubled cell behind a label narrower than others does not put the figures under the wrong columns', async () => {
  const head = [
    row('<td colspan="3" rowspan="3"></td>', '<td colspan="7">申请人情况</td>'),
    row('<td rowspan="2">自然人</td>', '<td colspan="5">法人或其他组织</td>', '<td rowspan="2">总计</td>'),
    row('商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'),
  ]
  const nothing = '<td>0</td>'.repeat(7)
  const lines = [
    '<td colspan="3">一、本年新收政府信息公开申请数量</td>',
    '<td colspan="3">二、上年结转政府信息公开申请数量</td>',
    '<td rowspan="4">三、本年度办理结果</td><td colspan="2">（一）予以公开</td>',
    '<td colspan="2">（二）部分公开（区分处理的，只计这一情形，不计其他情形）</td>',
    '<td rowspan="2">（三）不予公开</td><td>1.属于国家秘密</td>',
    '<td>2.其他法律行政法规禁止公开</td>',
  ].map((labels) => `<tr>${labels}${nothing}</tr>`)
  const last = row('<td colspan="2">四、结转下年度继续办理</td>', '', '0', '', '', '', '0', '0', '0')
  const html = page([...head, ...lines, last].join(''))
  const { report } = await readReport('x.html', new TextEncoder().encode(html))
  const cell = report?.cells.find((one) => one.cell_id === 'requests.carried_out.natural_person')
  expect(cell).toMatchObject({ kind: 'unreadable', value: null })
})

const title = '云梦省虚构市甲区教育局2019年政府信息公开工作年度报告'
const text = (...lines: string[]) => [title, ...lines].join('\n')
const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']

test('the end of a figure on a line of its own, from its point on, makes the figure unsure', async () => {
  const lines = ['信息内容\t采购项目数量\t采购总金额', '政府集中采购\t11\t148', '.1\t', '五、其他\t']
  expect((await reading(text(...lines), 'disclosure.procurement.amount')).named).toBe(true)
})

test('a sign for “not applicable” on the line behind a row that ends empty makes the row unsure', async () => {
  const head = ['信息内容', ...applicants].join('\t')
  const rows = [
    '一、本年新收政府信息公开申请数量',
    '二、上年结转政府信息公开申请数量',
    '四、结转下年度继续办理',
  ]
  const whole = rows.map((label) => `${label}${'\t/'.repeat(7)}`)
  const file = text('三、收到和处理政府信息公开申请情况', head, ...whole).replace(/\/\n四/, '\n/\n四')
  const { report } = await readReport('x.txt', new TextEncoder().encode(file))
  const outside = report?.findings.find(({ code }) => code === 'figure_outside')
  expect(outside).toMatchObject({ found: '/', cells: expect.arrayContaining(['requests.carried_in.total']) })
})

test('pieces of a label of the header are not taken for two columns of the site’s own', async () => {
  const file = text(
    '三、收到和处理政府信息公开申请情况',
    '\t\t\t申请人情况\t\t\t\t\t\t',
    '\t\t\t自然人\t法人或其',
    '他组织\t\t\t\t\t总计',
    '\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t',
    `四、结转下年度继续办理\t\t${'\t0'.repeat(7)}`,
  )
  expect(await reading(file, 'requests.carried_out.natural_person')).toEqual({ value: 0, named: true })
})

test('a row without bars above a line of bars keeps its figure', async () => {
  const lines = ['信息内容    本年处理决定数量', '行政许可    —', '行政处罚    —', '| |', '行政强制    —']
  const { report } = await readReport('x.txt', new TextEncoder().encode(text(...lines)))
  const cell = report?.cells.find((one) => one.cell_id === 'disclosure.penalties.decisions')
  expect(cell?.kind).toBe('not_applicable')
})

test('a row longer than all others is not taken to begin behind its empty cell', async () => {
  const lines = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数', '']
  const regulations = ['规章', '', '0', '0', '0', '']
  const documents = ['行政规范性文件', '2', '0', '31', '']
  const licences = [
    '信息内容',
    '处理决定数量',
    '',
    '行政许可',
    '28',
    '',
    '行政处罚',
    '4',
    '',
    '行政强制',
    '0',
  ]
  const cells = [...lines, ...regulations, ...documents, ...licences]
  // A blank line ends a row; an empty cell has its tab.
  const ends = new Set([4, 10, 15, 18, 21, 24])
  const html = text(...cells.map((cell, i) => (ends.has(i) ? '' : `\t${cell}`)))
  expect((await reading(html, 'disclosure.normative_documents.in_force')).value).toBe(31)
  const { value, named } = await reading(html, 'disclosure.regulations.issued')
  expect(value === null || named).toBe(true)
})

const barred = (cells: readonly string[]) => cells.map((cell) => `|\n${cell}`)
const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']

test('words among the figures of disputes, and a figure behind them, make all of them unsure', async () => {
  const file = text(
    '四、政府信息公开行政复议、行政诉讼情况',
    ...barred(['行政复议', '行政诉讼']),
    '',
    ...barred([...outcomes, '未经复议直接起诉', '复议后起诉']),
    '',
    ...barred([...outcomes, ...outcomes]),
    '',
    '打印 关闭',
    ...barred([...'100010001100011']),
    '五、存在的主要问题及改进情况',
  )
  const { value, named } = await reading(file, 'disputes.suit_direct.upheld')
  expect(value === 0 || named).toBe(true)
})

test('of two bars without a line between them none has an empty cell, but one that was lost', async () => {
  const lost = barred(['一、本年新收政府信息公开申请数量', '', ...'000000'])
  const file = (figures: readonly string[]) =>
    text('三、收到和处理政府信息公开申请情况', ...barred(applicants), '', ...figures)
  const natural = async (figures: readonly string[]) => {
    const { report } = await readReport('x.txt', new TextEncoder().encode(file(figures)))
    return report?.cells.find((one) => one.cell_id === 'requests.received.natural_person')?.kind
  }
  expect(await natural(lost)).toBe('blank')
  expect(await natural(lost.with(1, '|'))).toBe('unreadable')
})

test('a bar right before the next heading opens a cell that was lost, not an empty one', async () => {
  const figures = (label: string, count: number) => ['', ...barred([label, ...'0'.repeat(count)])]
  const file = text(
    '三、收到和处理政府信息公开申请情况',
    ...barred(applicants),
    ...figures('一、本年新收政府信息公开申请数量', 7),
    ...figures('二、上年结转政府信息公开申请数量', 7),
    ...figures('四、结转下年度继续办理', 6),
    '|',
    '四、政府信息公开行政复议、行政诉讼情况',
  )
  const { report } = await readReport('x.txt', new TextEncoder().encode(file))
  const cell = (id: string) => report?.cells.find((one) => one.cell_id === id)
  expect(cell('requests.carried_in.total')).toMatchObject({ kind: 'number', value: 0 })
  expect(cell('requests.carried_out.total')?.kind).not.toBe('blank')
})

test('another report in the file is named where its tables are passed over', async () => {
  const one = documents(['1', '2', '3'])
  const other = documents(['4', '5', '6']).replaceAll('教育局', '财政局')
  const rows =
    row('第二十条第（五）项') + row('信息内容', '本年处理决定数量') + row('行政许可', '4') + row('规章', '1')
  const both = [one, other].map((html) => html.replace('</table>', `${rows}</table>`)).join('')
  const { report } = await readReport('x.html', new TextEncoder().encode(both))
  const said = report?.findings.find(({ code }) => code === 'table_repeated')
  expect(said?.found).toBe('云梦省虚构市甲区财政局2022年政府信息公开工作年度报告')
})
