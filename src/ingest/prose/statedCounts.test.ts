import { describe, expect, test } from 'vitest'
import { briefProse, readProse } from '../../../tests/prose.ts'

/** A sentence about an invented body, and the counts that it states. */
type Line = readonly [pattern: string, text: string, ...counts: string[]]

// The numbers are those of the notes on narrative patterns.
const zero: readonly Line[] = [
  ['1', '2022年，虚构镇未收到政府信息公开申请。', 'received 0'],
  ['1', '本年度我局没收到信息公开申请。', 'received 0'],
  ['2', '我街道全年未收到依申请公开来信。', 'received 0'],
  ['2', '甲区水务所未收到依申请公开诉求。', 'received 0'],
  ['3', '我乡未收到公民、法人或其他组织提出的获取政府信息的申请。', 'received 0'],
  ['4', '截至年底，没有收到公开政府信息的申请或者请求。', 'received 0'],
  ['5', '我委未接到政府信息公开方面的申请公开。', 'received 0'],
  ['6', '虚构站未接收到依申请公开事项。', 'received 0'],
  ['7', '虚构镇未收到任何形式的政府信息公开申请。', 'received 0'],
  ['8', '我局未收到信息公开申请，也无延期答复的情况。', 'received 0'],
  ['9', '本年度无依申请公开事项。', 'received 0'],
  ['9', '乙乡2022年无依申请公开的情况。', 'received 0'],
  ['10', '全年未发生依申请公开情况。', 'received 0'],
  ['11', '我镇没有发生公民依申请公开的情况。', 'received 0'],
  ['12', '共受理政府信息公开申请0宗。', 'received 0'],
  ['12', '收到0件政府信息公开申请。', 'received 0'],
  ['13', '依申请公开受理0件、办结0件。', 'received 0', 'concluded 0'],
  ['14', '新收政府信息公开申请0件，上年结转0件。', 'received 0', 'carried_in 0'],
  ['15', '未接到书面申请和网络申请公开的件。', 'received 0'],
  ['16', '我所未接到群众要求公开的信息。', 'received 0?'],
]
const received: readonly Line[] = [
  ['17', '我局全年共收到政府信息公开申请１２件。', 'received 12'],
  ['17', '累计收到政府信息公开申请1,204件。', 'received 1204'],
  ['18', '虚构县共收到37份公民提出的政府信息公开申请。', 'received 37'],
  ['19', '收到公开申请9件。', 'received 9'],
  ['19', '全年收到信息申请2件。', 'received 2'],
  ['20', '收到依申请公开事项共6件。', 'received 6'],
  ['21', '收到政府信息依申请公开21件。', 'received 21'],
  ['22', '收到群众申请公开件4件。', 'received 4'],
  ['23', '收到申请政府信息公开事项8件。', 'received 8'],
  ['24', '接到依申请公开15条。', 'received 15'],
  ['25', '共受理政府信息公开申请33条。', 'received 33'],
  ['26', '本年新收政府信息公开申请5件。', 'received 5'],
  ['27', '我办代表市政府受理政府信息公开申请64件。', 'received 64'],
  ['28', '全县各级机关共收到政府信息公开申请210件。', 'received 210'],
  ['', '收到政府信息公开申请三件。', 'received 3'],
  ['', '收到政府信息公开申请，共11件。', 'received 11'],
  ['', '收到政府信息公开申请 7 件。', 'received 7'],
]
const handled: readonly Line[] = [
  ['29', '全年共办理政府信息公开申请18件。', 'handled 18'],
  ['29', '累计办理并答复政府信息公开申请18件。', 'concluded 18'],
  ['30', '收到并处理政府信息公开申请26件。', 'handled 26'],
  ['31', '共处理政府信息公开申请40件（含上年度结转3件）。', 'handled 40', 'carried_in 3'],
  ['32', '办理依申请公开22条，其中含上年结转2条。', 'handled 22', 'carried_in 2'],
  ['33', '办理答复政府信息公开申请14件。', 'concluded 14'],
  ['34', '依申请公开方面，完成答复17件，包括上年结转1件。', 'concluded 17', 'carried_in 1'],
  ['35', '政府信息公开申请加上上年结转、除去结转下年的，共办理52件。', 'concluded 52'],
  ['36', '本年度依申请公开共13件。', 'unspecified 13'],
]
const carried: readonly Line[] = [
  ['37', '收到政府信息公开申请5件，上年度结转2件。', 'received 5', 'carried_in 2'],
  ['37', '收到政府信息公开申请5件，上年转结1件。', 'received 5', 'carried_in 1'],
  ['38', '办理政府信息公开申请9件，含2021年结转的4件。', 'handled 9', 'carried_in 4'],
  ['39', '收到政府信息公开申请5件，结转至下一年度继续办理1件。', 'received 5', 'carried_out 1'],
  ['39', '收到政府信息公开申请5件，结转到2023年度1件。', 'received 5', 'carried_out 1'],
  ['40', '收到政府信息公开申请5件，其中2件结转到2023年。', 'received 5', 'carried_out 2'],
  ['41', '收到政府信息公开申请5件，顺延到下一年度答复3件。', 'received 5', 'carried_out 3'],
  ['42', '收到政府信息公开申请5件，转结下年度办理2件。', 'received 5', 'carried_out 2'],
  ['43', '收到政府信息公开申请5件，无下年度结转。', 'received 5', 'carried_out 0'],
]
const results: readonly Line[] = [
  [
    '44',
    '办结政府信息公开申请9件，其中：予以公开5件，部分公开1件，不予公开2件。',
    'concluded 9',
    'granted 5',
    'partial 1',
    'refused 2',
  ],
  [
    '45',
    '政府信息公开申请的答复中，“予以公开”4件；“无法提供”3件；“不予处理”1件；“其他处理”2件。',
    'granted 4',
    'unavailable 3',
    'unprocessed 1',
    'other 2',
  ],
  ['46', '在政府信息公开申请中，予以公开或部分公开占81%。'],
  ['47', '政府信息公开申请的公开率为64.5%。'],
  ['48', '政府信息公开申请中6件准予公开。', 'granted 6'],
  [
    '49',
    '政府信息公开申请中，因信息不存在的7件，不掌握相关信息的2件。',
    'unavailable_not_held 7',
    'unavailable_not_held 2',
  ],
  [
    '50',
    '政府信息公开申请中，属于国家秘密1件、行政执法案卷2件、四类过程性信息3件。',
    'refused_state_secret 1',
    'refused_enforcement_file 2',
    'refused_deliberative 3',
  ],
  ['51', '收到政府信息公开申请5件，申请人主动撤销1件。', 'received 5', 'withdrawn 1'],
  ['52', '政府信息公开申请均在法定期限内答复，办结率100%。'],
  [
    '',
    '收到政府信息公开申请9件，重复申请2件，信访举报投诉类申请1件。',
    'received 9',
    'unprocessed_duplicate 2',
    'unprocessed_petition 1',
  ],
  ['', '收到政府信息公开申请9件，予以公开和部分公开共5件。', 'received 9'],
]
const parts: readonly Line[] = [
  [
    '53',
    '收到政府信息公开申请9件，其中网络5件、信函3件、当面1件。',
    'received 9',
    'channel_online 5',
    'channel_letter 3',
    'channel_in_person 1',
  ],
  [
    '54',
    '收到政府信息公开申请6件，当面申请的1件，来信申请的2件，网上申请的3件。',
    'received 6',
    'channel_in_person 1',
    'channel_letter 2',
    'channel_online 3',
  ],
  [
    '55',
    '收到政府信息公开申请6件，4件为网络申请，2件为信件申请。',
    'received 6',
    'channel_online 4',
    'channel_letter 2',
  ],
  ['56', '收到政府信息公开申请6件，其中第一季度4件。', 'received 6'],
  ['56', '第二季度收到政府信息公开申请4件。'],
  ['57', '收到政府信息公开申请6件，均为自然人申请。', 'received 6'],
  [
    '58',
    '收到政府信息公开申请6件，5件属自然人，1件属商业企业。',
    'received 6',
    'applicant_natural_person 5',
    'applicant_business 1',
  ],
  ['59', '收到政府信息公开申请6件，较去年上涨20%，增加1件。', 'received 6'],
]
const disputes: readonly Line[] = [
  ['60', '因政府信息公开申请引发的行政复议2件，行政诉讼1件。', 'review 2', 'suit 1'],
  ['61', '我局未发生因政府信息公开引起的行政复议、行政诉讼。', 'review 0', 'suit 0'],
  ['61', '本年度没有因政府信息公开工作被申请行政复议的情况。', 'review 0'],
  ['62', '政府信息公开行政复议3件，诉讼1件，均获维持。', 'review 3', 'suit 1'],
  ['63', '因政府信息公开被提起行政诉讼5件，被纠错1件。', 'suit 5', 'suit_overturned 1'],
  ['', '政府信息公开行政复议4件，维持3件，尚未审结1件。', 'review 4', 'review_upheld 3', 'review_pending 1'],
  ['64', '我局未收取政府信息公开信息处理费。', 'fees_yuan 0'],
  ['64', '本年度没有产生信息处理费。', 'fees_yuan 0'],
  ['65', '全年收取信息处理费1250元。', 'fees_yuan 1250'],
  ['65', '全年收取信息处理费0.35万元。', 'fees_yuan 3500'],
  ['', '发出收费通知2件，总金额90元，实际收取信息处理费60元。', 'fees_yuan 60'],
  ['', '全年行政事业性收费共计8.5万元。', 'administrative_fees_yuan 85000'],
  ['', '本年行政事业性收费金额为3940元，未收取信息处理费。', 'administrative_fees_yuan 3940', 'fees_yuan 0'],
  ['', '收取行政事业性收费20万元。', 'administrative_fees_yuan 200000'],
  // A single one of the fees, one that was waived, and one that another kind of words is about.
  ['', '行政事业性收费中，不动产登记费2万元。'],
  ['', '减免行政事业性收费2万元。'],
  ['', '取消行政事业性收费项目，为企业节省2万元。'],
]

describe.each([
  ['zero', zero],
  ['new requests', received],
  ['handled and concluded', handled],
  ['carried in and out', carried],
  ['results', results],
  ['channels, applicants, trends', parts],
  ['disputes and fees', disputes],
] as const)('%s', (_, lines) => {
  test.each(lines.map(([pattern, text, ...counts]) => [pattern, text, counts] as const))(
    '%s %s',
    (_, text, counts) => {
      expect(briefProse(text)).toEqual(counts)
    },
  )
})

describe('what is said of a count', () => {
  test('its clause as printed, its measure word and its line', () => {
    const [count] = readProse(
      '一、总体情况',
      '（二）依申请公开。2022 年，我局共收到“政府信息公开申请”１２ 件，均已答复。',
    )
    expect(count).toEqual({
      counts: 'received',
      value: 12,
      statement: 'number',
      measure: '件',
      words: '我局共收到“政府信息公开申请”１２ 件',
      locator: 'line 2',
      scope_words: '',
      includes_carried_in: false,
      year: null,
    })
  })

  test('that what was carried in is among them, in brackets, behind it or before it', () => {
    const includes = (text: string) =>
      readProse(text).find((one) => one.counts !== 'carried_in')?.includes_carried_in
    expect(includes('共处理政府信息公开申请40件（含上年度结转3件）。')).toBe(true)
    expect(includes('共处理政府信息公开申请（含上年结转）40件。')).toBe(true)
    expect(includes('收到政府信息公开申请40件，其中上年结转3件。')).toBe(true)
    expect(includes('处理政府信息公开申请2件，均为上年结转。')).toBe(true)
    expect(includes('收到政府信息公开申请40件，上年结转3件。')).toBe(false)
    expect(includes('共处理政府信息公开申请40件（不含上年结转3件）。')).toBe(false)
  })

  test('whom it covers', () => {
    const scope = (text: string) => readProse(text)[0]?.scope_words
    expect(scope('全市共受理政府信息公开申请300件。')).toBe('全市')
    expect(scope('2022年，全区各级行政机关收到政府信息公开申请300件。')).toBe('全区各级行政机关')
    expect(scope('我办代表市政府受理政府信息公开申请64件。')).toBe('代表市政府')
    expect(scope('我局收到政府信息公开申请3件。')).toBe('')
  })

  test('the year, where it is another than that of the report', () => {
    const years = readProse('2021年收到政府信息公开申请3件，2022年收到政府信息公开申请5件。')
    expect(years.map(({ value, year }) => [value, year])).toEqual([
      [3, 2021],
      [5, null],
    ])
  })

  test('of parts the whole is not stated again', () => {
    expect(briefProse('全市收到政府信息公开申请30件，其中市本级收到政府信息公开申请4件。')).toEqual([
      'received 30',
    ])
  })
})

test('a sentence that was wrapped at a margin is one, and is located where its number stands', () => {
  const found = readProse(
    '（二）依申请公开。我局认真受理群众的来件，按期答复，全年共收到政府信',
    '息公开申请19件，未发生超期的情况。',
  )
  expect(found.map(({ counts, value, locator }) => [counts, value, locator])).toEqual([
    ['received', 19, 'line 2'],
  ])
})

test('time is linear in the length of hostile text', () => {
  const hostile = [
    '1',
    '申请',
    '未收到',
    '收到政府信息公开申请',
    '（',
    '（含上年结转',
    '《',
    '1,',
    '二',
    '结转',
    '1件、',
    '共计',
  ].map((part) => part.repeat(Math.ceil(40_000 / part.length)))
  const begin = performance.now()
  for (const text of hostile) readProse(text, `政府信息公开申请${text}1件`)
  expect(performance.now() - begin).toBeLessThan(20_000)
}, 60_000)
