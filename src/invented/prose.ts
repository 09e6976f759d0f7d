import { resultRows } from '../model/requestsRows.ts'
import type { InventedAgency } from './agencies.ts'
import type { Random } from './random.ts'
import type { Figures } from './requestFigures.ts'
import type { Section, StatedCount } from './truth.ts'

/** What the prose is about. `aggregate`: it speaks for a whole territory. */
export interface Subject {
  readonly agency: InventedAgency
  readonly year: number
  readonly aggregate: boolean
  /** Figures of the tables; the prose may contradict them, if `wrong` says so. */
  readonly figures: Figures
  readonly wrong: boolean
}

export interface Prose {
  readonly opening: string
  readonly sections: readonly Section[]
  readonly stated: readonly StatedCount[]
}

const selfName = ({ type }: InventedAgency): string =>
  ({ subdistrict: '我街道', town: '我镇', township: '我乡', zone: '我委', office: '我办' })[type as 'town'] ??
  '我局'

/** Sentences that say nothing of figures; every report has a few, each its own. */
const filler: readonly string[] = [
  '坚持把公开作为日常工作的一部分，做到有人管、有人办、有人查',
  '对门户网站的栏目作了清点，更新了机构职能和办事指南',
  '完善了信息发布的审核流程，每条信息都经过拟稿、复核和签发',
  '举办了两期业务培训，讲解条例的主要条款和常见案例',
  '在便民大厅设立了查阅点，备有打印设备和查询终端',
  '通过公示栏和公众号同步发布与群众生活有关的事项',
  '对照上级的评估意见逐条整改，补齐了缺少的内容',
  '建立了信息管理台账，按季度检查更新情况',
]

/** Numbers that look like counts of requests and are none (part H of the notes on prose). */
const distractors: readonly ((n: number) => string)[] = [
  (n) => `全年主动公开信息${n}条`,
  (n) => `办理市长信箱来信和热线转办件${n}件`,
  (n) => `接待群众咨询${n}人次`,
  (n) => `办复建议提案${n}件`,
  (n) => `受理行政许可申请${n}件，办结率100%`,
  (n) => `制发公文中标注依申请公开属性的${n}件`,
  (n) => `在各级媒体刊发稿件${n}篇`,
  (n) => `发布政策解读${n}条，其中图文解读${Math.ceil(n / 3)}条`,
  (n) => `印发公文${n}件，其中主动公开${Math.ceil(n / 2)}件，依申请公开${Math.floor(n / 4)}件`,
  (n) => `收到政务服务便民热线工单${n}件，上年结转2件，均已办结`,
  (n) => `受理道路占用申请${n}件，自然人办件量${n * 3}件`,
  (n) => `公布服务事项${n}项，网上申请${n * 2}件`,
  () => '未收到行政许可申请',
  () => '在政府网站发布依申请公开信息0条',
]

const zeroSentences: readonly ((self: string, year: number) => string)[] = [
  (self, year) => `${year}年，${self}未收到政府信息公开申请`,
  (self) => `${self}全年未收到公民、法人或其他组织提出的政府信息公开申请`,
  (_, year) => `${year}年度收到政府信息公开申请0件`,
  (self) => `${self}本年度没有收到依申请公开事项`,
  () => '本年度新收政府信息公开申请0件',
  (self) => `${self}未接到任何形式的信息公开申请`,
  (self) => `${self}无依申请公开事项`,
  () => '全年未发生依申请公开情况',
  (self) => `${self}没有接收到政府信息公开申请件`,
  () => '共受理政府信息公开申请0宗',
  () => '收到0件政府信息公开申请',
]
const newSentences: readonly ((n: number, measure: string) => string)[] = [
  (n, m) => `全年共收到政府信息公开申请${n}${m}`,
  (n, m) => `本年度新收政府信息公开申请${n}${m}`,
  (n, m) => `共受理政府信息公开申请${n}${m}`,
  (n, m) => `累计收到信息公开申请${n}${m}`,
  (n, m) => `收到依申请公开事项共${n}${m}`,
  (n, m) => `收到政府信息依申请公开${n}${m}`,
  (n, m) => `共收到${n}${m}政府信息公开申请`,
  (n, m) => `收到群众申请公开件${n}${m}`,
  (n, m) => `接到依申请公开${n}${m}`,
  (n, m) => `收到公民、法人或者其他组织提出的政府信息公开申请，共${n}${m}`,
]
const carriedInSentences: readonly ((n: number, year: number) => string)[] = [
  (n) => `上年度结转${n}件`,
  (n) => `上年转结${n}件`,
  (n, year) => `另有${year - 1}年结转的${n}件`,
]
const carriedOutSentences: readonly ((n: number, year: number) => string)[] = [
  (n) => `结转下年度继续办理${n}件`,
  (n, year) => `结转到${year + 1}年度${n}件`,
  (n) => `另有${n}件顺延至下一年度答复`,
  (n) => `转结下年度办理${n}件`,
]
const concludedSentences: readonly ((n: number) => string)[] = [
  (n) => `办结政府信息公开申请${n}件`,
  (n) => `共答复${n}件`,
  (n) => `政府信息公开申请完成答复${n}件，均在法定期限内`,
]
/** Of a result with its count: before the number, in quotation marks, behind it. */
const resultSentences: readonly ((words: string, n: number) => string)[] = [
  (words, n) => `${words}${n}件`,
  (words, n) => `“${words}”${n}件`,
  (words, n) => `${words}的${n}件`,
  (words, n) => `${n}件${words}`,
]

const alwaysNamed = [
  { id: 'granted', words: '予以公开' },
  { id: 'partial', words: '部分公开' },
]
/** Rows of results that have a label of their own, as prose writes it. */
const namedResults = resultRows('2019')
  .filter(({ id, group }) => group !== undefined && id !== 'other')
  .map(({ id, zh }) => ({ id, words: zh.replace(/^\d\./, '').replace(/[“”]/g, '') }))

/** Gathers sentences and what they count. */
class Writer {
  readonly stated: StatedCount[] = []

  state(counts: string, value: number, sentence: string): string {
    this.stated.push({ counts, value, sentence })
    return sentence
  }
}

/** Writes the prose of a report in words of our own, with the counts it states. */
export function writeProse(subject: Subject, random: Random): Prose {
  const writer = new Writer()
  const { agency, year } = subject
  const self = selfName(agency)
  const opening =
    `本报告由${agency.name}根据《中华人民共和国政府信息公开条例》的要求编制。` +
    `报告中所列数据的统计期限为${year}年1月1日至${year}年12月31日。`
  const sections: Section[] = [
    { heading: '总体情况', paragraphs: general(subject, self, writer, random) },
    { heading: '主动公开政府信息情况', paragraphs: [] },
    { heading: '收到和处理政府信息公开申请情况', paragraphs: [] },
    { heading: '政府信息公开行政复议、行政诉讼情况', paragraphs: [] },
    { heading: '存在的主要问题及改进情况', paragraphs: problems(self, random) },
    { heading: '其他需要报告的事项', paragraphs: [fees(self, writer, random)] },
  ]
  return { opening, sections, stated: writer.stated }
}

function general(subject: Subject, self: string, writer: Writer, random: Random): string[] {
  const [one, two, three] = random.shuffle(filler)
  const other = random.pick(distractors)(random.integer(1, 480))
  return [
    `${subject.year}年，${self}${one}；${two}。`,
    `（一）主动公开。${other}。${three}。`,
    `（二）依申请公开。${requestSentences(subject, self, writer, random).join('。')}。`,
    `（三）监督保障。${disputeSentences(subject, self, writer).join('，')}。`,
  ]
}

function requestSentences(subject: Subject, self: string, writer: Writer, random: Random): string[] {
  const count = (row: string) => subject.figures.get(`requests.${row}.total`) ?? 0
  const received = Math.max(0, count('received') + (subject.wrong ? random.pick([-1, 1, 2]) : 0))
  const measure = random.pick(['件', '件', '件', '件', '条', '份', '宗'])
  const sentences: string[] = []
  if (received === 0)
    sentences.push(writer.state('received', 0, random.pick(zeroSentences)(self, subject.year)))
  else {
    const who = subject.aggregate ? `全${subject.agency.county ? '县' : '市'}各级机关` : ''
    sentences.push(
      writer.state('received', received, `${who}${random.pick(newSentences)(received, measure)}`),
    )
  }
  const { year } = subject
  const carriedIn = count('carried_in')
  if (carriedIn > 0)
    sentences.push(writer.state('carried_in', carriedIn, random.pick(carriedInSentences)(carriedIn, year)))
  const concluded = count('concluded')
  if (concluded > 0 && random.chance(0.3))
    sentences.push(writer.state('concluded', concluded, random.pick(concludedSentences)(concluded)))
  if (concluded > 0 && random.chance(0.6)) sentences.push(`办理结果中，${results(count, writer, random)}`)
  const carriedOut = count('carried_out')
  if (carriedOut > 0)
    sentences.push(
      writer.state('carried_out', carriedOut, random.pick(carriedOutSentences)(carriedOut, year)),
    )
  return sentences
}

/** The two results that every report names, and some of the others; lists in prose are seldom whole. */
function results(count: (row: string) => number, writer: Writer, random: Random): string {
  const write = random.pick(resultSentences)
  const others = namedResults.filter(({ id }) => count(id) > 0 && random.chance(0.5))
  return [...alwaysNamed, ...others]
    .map(({ id, words }) => writer.state(id, count(id), write(words, count(id))))
    .join(random.pick(['，', '、', '；']))
}

function disputeSentences(subject: Subject, self: string, writer: Writer): string[] {
  const total = (row: string) => subject.figures.get(`disputes.${row}.total`) ?? 0
  const reviews = total('review')
  const suits = total('suit_direct') + total('suit_after_review')
  if (reviews + suits === 0) {
    const sentence = `${self}未发生因政府信息公开引起的行政复议和行政诉讼`
    writer.state('review', 0, sentence)
    return [writer.state('suit', 0, sentence)]
  }
  return [
    writer.state('review', reviews, `因政府信息公开申请引发行政复议${reviews}件`),
    writer.state('suit', suits, `行政诉讼${suits}件`),
  ]
}

function problems(self: string, random: Random): string[] {
  const [one, two] = random.shuffle([
    '信息更新不够及时',
    '解读材料形式单一',
    '人员变动较多，业务不熟',
    '公开内容与群众的需要还有距离',
  ])
  return [`主要问题：一是${one}；二是${two}。`, `下一步，${self}将加强培训和检查，把公开的要求落到每个环节。`]
}

function fees(self: string, writer: Writer, random: Random): string {
  const sentence = random.pick([
    `本年度${self}未收取信息处理费。`,
    '没有产生政府信息公开信息处理费。',
    '无其他需要报告的事项。',
  ])
  return sentence.includes('处理费') ? writer.state('fees_yuan', 0, sentence) : sentence
}
