/**
 * What the rows and columns of the statutory forms mean, beyond their labels: for the data dictionary and the
 * pages. By the ids of `form.ts`; what is not listed says all in its label. Sources: the notes of the two documents
 * named there, and what the reports themselves are seen to do.
 */
import type { TableId } from './form.ts'

/** The meaning of a row or column, and what to mind, in both languages; `pitfall` is empty where nothing is known. */
export interface Meaning {
  readonly zh: string
  readonly en: string
  readonly pitfall_zh?: string
  readonly pitfall_en?: string
}
type Meanings = Readonly<Record<string, Meaning>>

const disclosureRows: Meanings = {
  regulations: {
    zh: '国务院部门和有权的地方政府制定的规章；其他机关无权制定，应为 0。',
    en: 'Regulations that ministries and governments with that power make; other agencies have none to report.',
    pitfall_zh: '县区和乡镇填了数字，多半是把规范性文件误作规章。',
    pitfall_en:
      'A figure of a county or township is most likely of normative documents, put in the wrong row.',
  },
  normative_documents: {
    zh: '行政机关制定的具有普遍约束力的规范性文件。',
    en: 'Documents of general binding force below the rank of regulations.',
    pitfall_zh: '有的机关把一般公文也算在内。',
    pitfall_en: 'Some agencies count ordinary official papers too.',
  },
  licences: {
    zh: '行政许可的处理决定（2019 年格式另有许可事项的项数）。',
    en: 'Decisions on administrative licences (the form of 2019 has the number of kinds of licence too).',
    pitfall_zh: '有的机关填事项数，有的填办件数，数量级可以相差很大。',
    pitfall_en: 'Some count kinds of licence and some every case: orders of magnitude apart.',
  },
  other_services: {
    zh: '许可以外的对外管理服务事项；只有 2019 年格式有。',
    en: 'Management and service items other than licences; in the form of 2019 only.',
  },
  penalties: { zh: '行政处罚的处理决定。', en: 'Decisions on administrative penalties.' },
  coercive_measures: { zh: '行政强制的处理决定。', en: 'Decisions on coercive measures.' },
  fees: {
    zh: '行政事业性收费：2019 年格式填项数，2021 年格式填金额。',
    en: 'Administrative fees: their number in the form of 2019, their amount in that of 2021.',
  },
  procurement: {
    zh: '政府集中采购；只有 2019 年格式有。',
    en: 'Centralised government procurement; in the form of 2019 only.',
  },
}

const disclosureColumns: Meanings = {
  made: { zh: '本年新制作的件数。', en: 'Made in the year.' },
  published: {
    zh: '本年新公开的件数。',
    en: 'Made public in the year.',
    pitfall_zh: '可以多于本年新制作数：往年制作的今年才公开。',
    pitfall_en: 'May exceed those made in the year: earlier ones are published late.',
  },
  total_public: { zh: '到年末对外公开的累计件数。', en: 'All that was public at the end of the year.' },
  items_previous: { zh: '上一年的项目数。', en: 'Items in the year before.' },
  items_change: {
    zh: '本年项目数的增减，减少为负。',
    en: 'Change of the number of items in the year, negative for fewer.',
    pitfall_zh: '有的机关填了变动后的总数，或把减少写成没有负号的数。',
    pitfall_en: 'Some give the new total instead, or a decrease without its sign.',
  },
  decisions: {
    zh: '处理决定的件数。',
    en: 'Number of decisions.',
    pitfall_zh: '2019 年格式的标签没有“本年”二字，个别机关填了累计数。',
    pitfall_en: 'The label of 2019 does not say “this year”: some agencies gave all to date.',
  },
  projects: { zh: '采购项目数。', en: 'Number of procurement projects.' },
  amount: {
    zh: '金额，单位万元。',
    en: 'Amount in units of CNY 10,000.',
    pitfall_zh: '有的机关按元填写；原文写明单位的已换算，没有写明的照录，可能大一万倍。',
    pitfall_en:
      'Some report in yuan. Where the unit is printed it was converted; where it is not, the figure stands as printed and may be 10,000 times too large.',
  },
  issued: { zh: '本年制发的件数。', en: 'Issued in the year.' },
  repealed: { zh: '本年废止的件数。', en: 'Repealed in the year.' },
  in_force: { zh: '年末现行有效的件数。', en: 'In force at the end of the year.' },
}

const requestsRows: Meanings = {
  received: {
    zh: '报告年度 1 月 1 日至 12 月 31 日收到的申请。',
    en: 'Requests that came in from 1 January to 31 December.',
    pitfall_zh: '口头咨询不算。0 是机关印出的零，不同于没有报告，也不同于读不出。',
    pitfall_en:
      'Oral inquiries are not counted. A 0 is one that the agency printed: not the same as no report, or as one that cannot be read.',
  },
  carried_in: {
    zh: '上一年度没有办结、转到本年的申请。',
    en: 'Requests of the year before that were not concluded in it.',
    pitfall_zh: '应等于同一机关上一年的“结转下年度”，不等的另有问题记录。',
    pitfall_en:
      'Should equal what the agency carried out the year before; where it does not, there is an issue.',
  },
  granted: { zh: '全部公开所申请的信息。', en: 'All the information asked for was given.' },
  partial: {
    zh: '区分处理、部分公开；一件只计在这里。',
    en: 'Given in part; such a request is counted here alone.',
  },
  refused_state_secret: { zh: '依法确定为国家秘密。', en: 'Classified by law as a state secret.' },
  refused_prohibited_by_law: {
    zh: '法律、行政法规禁止公开。',
    en: 'A law or administrative regulation forbids disclosure.',
  },
  refused_security_stability: {
    zh: '公开后可能危及国家安全、公共安全、经济安全、社会稳定。',
    en: 'Disclosure may endanger national, public or economic security or social stability.',
  },
  refused_third_party: {
    zh: '涉及商业秘密、个人隐私等，公开会损害第三方。',
    en: 'Business secrets, privacy and the like: disclosure would harm a third party.',
  },
  refused_internal: {
    zh: '人事管理、后勤管理、内部工作流程三类信息。',
    en: 'Personnel, logistics and internal workflow.',
  },
  refused_deliberative: {
    zh: '讨论记录、过程稿、磋商信函、请示报告四类信息。',
    en: 'Records of discussion, drafts, letters of consultation, requests for instructions.',
  },
  refused_enforcement_file: { zh: '行政执法案卷信息。', en: 'Files of administrative enforcement.' },
  refused_inquiry: {
    zh: '工商、不动产登记等另有规定的查询事项。',
    en: 'Registers, of companies or land for instance, that other rules open to inquiry.',
  },
  unavailable_not_held: {
    zh: '本机关没有这项信息：不存在，或由其他机关掌握。',
    en: 'The agency does not have it: it does not exist, or another agency holds it.',
    pitfall_zh: '两种情形分不开。',
    pitfall_en: 'The two cannot be told apart.',
  },
  unavailable_needs_creation: {
    zh: '没有现成信息，需要加工、分析或另行制作。',
    en: 'Would have to be worked up, analysed or made.',
  },
  unavailable_unclear: { zh: '补正后申请内容仍不明确。', en: 'Still unclear after correction.' },
  unprocessed_petition: {
    zh: '以申请的名义信访、投诉、举报。',
    en: 'A petition or complaint in the shape of a request.',
  },
  unprocessed_duplicate: { zh: '重复申请同一信息。', en: 'Asks again for the same.' },
  unprocessed_publication: {
    zh: '索要政府公报、报刊、书籍等出版物。',
    en: 'Asks for gazettes, papers, books.',
  },
  unprocessed_excessive: {
    zh: '申请数量、频次明显超过合理范围而没有正当理由。',
    en: 'Number or frequency beyond reason, without good cause.',
  },
  unprocessed_reconfirm: {
    zh: '要求确认或重新出具已经得到的信息。',
    en: 'Asks to confirm or reissue what was already given.',
  },
  other: {
    zh: '其他处理；2019 年格式只有这一行。',
    en: 'Handled otherwise; the form of 2019 has this one row.',
    pitfall_zh: '与 2021 年格式“其他处理”三行之和相对应。',
    pitfall_en: 'Matches the sum of the three rows of “otherwise handled” in the form of 2021.',
  },
  other_not_corrected: {
    zh: '逾期不补正，不再处理；2021 年格式新增。',
    en: 'Not corrected in time; new in the form of 2021.',
  },
  other_fee_unpaid: {
    zh: '逾期不缴费，不再处理；2021 年格式新增。',
    en: 'Fee not paid in time; new in the form of 2021.',
  },
  other_other: {
    zh: '其他，包括申请人撤回；2021 年格式新增。',
    en: 'Other, withdrawn requests among them; new in the form of 2021.',
  },
  concluded: {
    zh: '本年度办结的申请，等于各项结果之和。',
    en: 'Requests concluded in the year: the sum of all results.',
    pitfall_zh: '包括上年结转而来的，所以可以多于本年新收。',
    pitfall_en: 'Takes in what was carried in, so that it may exceed the new requests.',
  },
  carried_out: {
    zh: '年末没有办结、转到下一年的申请。',
    en: 'Not concluded at the end of the year.',
  },
}

const requestsColumns: Meanings = {
  natural_person: { zh: '申请人为公民个人。', en: 'The applicant is a person.' },
  business: { zh: '申请人为企业。', en: 'The applicant is an enterprise.' },
  research: { zh: '申请人为科研机构。', en: 'The applicant is a research institution.' },
  civil_society: { zh: '申请人为社会公益组织。', en: 'The applicant is a public-interest organisation.' },
  legal_service: {
    zh: '申请人为律师事务所等法律服务机构。',
    en: 'The applicant is a law firm or other legal service provider.',
    pitfall_zh: '律师以个人名义申请的，各机关归类不一。',
    pitfall_en: 'Agencies differ in where they count a lawyer who asks in person.',
  },
  other_org: { zh: '申请人为其他组织。', en: 'The applicant is another organisation.' },
  total: { zh: '各类申请人合计。', en: 'All applicants.' },
}

const disputesRows: Meanings = {
  review: {
    zh: '因政府信息公开提起的行政复议。',
    en: 'Reconsideration of decisions on information disclosure.',
  },
  suit_direct: { zh: '未经复议直接提起的行政诉讼。', en: 'Lawsuits without reconsideration before.' },
  suit_after_review: { zh: '复议后提起的行政诉讼。', en: 'Lawsuits after reconsideration.' },
}

const disputesColumns: Meanings = {
  upheld: { zh: '维持机关的决定，或驳回。', en: 'The decision was upheld, or the case dismissed.' },
  overturned: {
    zh: '撤销、变更、确认违法等纠正的结果。',
    en: 'Revoked, changed, found unlawful: the agency was corrected.',
  },
  other: {
    zh: '终止、撤回、调解等其他结果。',
    en: 'Ended otherwise: terminated, withdrawn, settled.',
    pitfall_zh: '机关先行改正后申请人撤回的常在这里。',
    pitfall_en: 'Cases withdrawn after the agency gave in are often here.',
  },
  pending: { zh: '年末尚未审结。', en: 'Not decided at the end of the year.' },
  total: {
    zh: '各种结果合计。',
    en: 'All outcomes.',
    pitfall_zh: '一审、二审可能各计一次。',
    pitfall_en: 'First and second instance may count twice.',
  },
}

/** The meanings of the rows of each table. */
export const rowMeanings: Readonly<Record<TableId, Meanings>> = {
  disclosure: disclosureRows,
  requests: requestsRows,
  disputes: disputesRows,
}

/** The meanings of the columns of each table. */
export const columnMeanings: Readonly<Record<TableId, Meanings>> = {
  disclosure: disclosureColumns,
  requests: requestsColumns,
  disputes: disputesColumns,
}
