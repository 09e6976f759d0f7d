import type { AgencyType } from '../model/report.ts'

/** A field of public work, with the words in a body's name that tell it. */
export interface Domain {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly names: RegExp
}

const none = /(?!)/

/**
 * The fields of work, the one published list. The first whose words a name has is the body's: the narrower ones
 * stand before the wider. Governments, their offices, towns and zones work in all fields: `general`.
 */
export const domains: readonly Domain[] = [
  { id: 'general', zh: '综合政务', en: 'general government', names: none },
  { id: 'tax', zh: '税务', en: 'taxation', names: /税务/ },
  { id: 'customs', zh: '海关', en: 'customs', names: /海关/ },
  { id: 'weather', zh: '气象', en: 'weather', names: /气象/ },
  { id: 'earthquake', zh: '地震', en: 'earthquakes', names: /地震|防震/ },
  { id: 'statistics', zh: '统计', en: 'statistics', names: /统计|调查(总)?队/ },
  { id: 'fire', zh: '消防救援', en: 'fire and rescue', names: /消防/ },
  { id: 'emergency', zh: '应急管理', en: 'emergency management', names: /应急|安全生产|矿山安全/ },
  { id: 'maritime', zh: '海事', en: 'maritime safety', names: /海事/ },
  { id: 'post', zh: '邮政', en: 'postal services', names: /邮政/ },
  { id: 'tobacco', zh: '烟草', en: 'tobacco', names: /烟草/ },
  { id: 'traffic_police', zh: '公安交通管理', en: 'traffic police', names: /交通警察|交警|公安.*交通管理/ },
  { id: 'police', zh: '公安', en: 'police', names: /公安|移民管理|边检|派出所/ },
  { id: 'justice', zh: '司法', en: 'justice', names: /司法|监狱|戒毒/ },
  { id: 'water', zh: '水利', en: 'water', names: /水利|水务|河务|湖泊|移民/ },
  { id: 'rural_revival', zh: '乡村振兴', en: 'rural revitalisation', names: /乡村振兴|扶贫/ },
  { id: 'agriculture', zh: '农业农村', en: 'agriculture', names: /农业|农村|畜牧|农机|农林|农牧|渔业/ },
  { id: 'forestry', zh: '林业和草原', en: 'forestry and grassland', names: /林业|林草|草原|园林|绿化/ },
  {
    id: 'planning_land',
    zh: '自然资源和规划',
    en: 'land and planning',
    names: /自然资源|国土|规划|不动产|地质/,
  },
  { id: 'environment', zh: '生态环境', en: 'environment', names: /生态环境|环境保护|环保/ },
  { id: 'housing_fund', zh: '住房公积金', en: 'housing fund', names: /公积金/ },
  { id: 'expropriation', zh: '征收拆迁', en: 'expropriation', names: /征收|拆迁/ },
  {
    id: 'housing',
    zh: '住房和城乡建设',
    en: 'housing and construction',
    names: /住房|住建|建设局|房产|房屋|房管|建筑/,
  },
  {
    id: 'city_management',
    zh: '城市管理和综合执法',
    en: 'city management and enforcement',
    names: /城市管理|城管|综合执法|行政执法|市政|环卫|市容/,
  },
  {
    id: 'transport',
    zh: '交通运输',
    en: 'transport',
    names: /交通|公路|铁路|民航|民用航空|港口|港航|航务|口岸/,
  },
  {
    id: 'market',
    zh: '市场监督管理',
    en: 'market regulation',
    names: /市场监督|市场监管|工商行政|质量技术|食品药品|药品监督|知识产权|价格/,
  },
  { id: 'education', zh: '教育', en: 'education', names: /教育|教体|学校|大学|学院|中学|小学|幼儿园/ },
  { id: 'health_insurance', zh: '医疗保障', en: 'health insurance', names: /医疗保障|医保/ },
  { id: 'health', zh: '卫生健康', en: 'health', names: /卫生|卫健|医院|疾病|疾控|中医/ },
  { id: 'veterans', zh: '退役军人事务', en: 'veterans', names: /退役军人/ },
  {
    id: 'labour',
    zh: '人力资源和社会保障',
    en: 'labour and social security',
    names: /人力资源|社会保障|社会保险|社保|人社|就业/,
  },
  { id: 'civil_affairs', zh: '民政', en: 'civil affairs', names: /(?<!人)民政|残疾人|老龄/ },
  { id: 'finance', zh: '财政', en: 'public finance', names: /财政|财务/ },
  { id: 'audit', zh: '审计', en: 'audit', names: /审计/ },
  { id: 'state_assets', zh: '国有资产', en: 'state assets', names: /国有资产|国资/ },
  { id: 'finance_supervision', zh: '金融', en: 'financial supervision', names: /金融|银行|银保监|证券|外汇/ },
  { id: 'grain', zh: '粮食和物资储备', en: 'grain and reserves', names: /粮食|物资储备/ },
  { id: 'energy', zh: '能源', en: 'energy', names: /能源|电力|煤炭/ },
  { id: 'development', zh: '发展和改革', en: 'development and reform', names: /发展和改革|发展改革|发改/ },
  {
    id: 'industry',
    zh: '工业和信息化',
    en: 'industry and information',
    names: /工业和信息化|工信|经济和信息化|经信|通信管理|无线电|中小企业/,
  },
  { id: 'science', zh: '科学技术', en: 'science and technology', names: /科学技术|科技|科学院/ },
  { id: 'commerce', zh: '商务和投资', en: 'commerce and investment', names: /商务|投资促进|招商|供销|贸易/ },
  {
    id: 'culture',
    zh: '文化、旅游和体育',
    en: 'culture, tourism and sport',
    names: /文化|旅游|文旅|体育|广播|广电|文物|图书馆|博物馆|新闻出版|电影/,
  },
  {
    id: 'ethnic_religious',
    zh: '民族宗教',
    en: 'ethnic and religious affairs',
    names: /民族事务|民族宗教|宗教|民宗/,
  },
  {
    id: 'foreign_affairs',
    zh: '外事、港澳台和侨务',
    en: 'foreign and overseas affairs',
    names: /外事|外交|港澳|台湾|侨务/,
  },
  { id: 'archives', zh: '档案和地方志', en: 'archives and local history', names: /档案|地方志|史志/ },
  { id: 'petitions', zh: '信访', en: 'petitions', names: /信访/ },
  {
    id: 'services_data',
    zh: '政务服务和数据',
    en: 'government services and data',
    names: /政务服务|行政审批|审批服务|数据|公共资源交易|营商环境|公共服务/,
  },
  { id: 'defence', zh: '国防动员', en: 'civil defence', names: /人民防空|人防|国防动员/ },
  { id: 'government_services', zh: '机关事务', en: 'services to government', names: /机关事务|机关管理/ },
]

const inAllFields: readonly AgencyType[] = ['government', 'office', 'subdistrict', 'town', 'township', 'zone']

/** The places before the body may be called like a field: 农业 of a road is not what a bureau on it does. */
const lastPlace = /^.*(?:[省市县区旗州盟](?=.{2}))/

/** The id of the field a body works in; empty when its name does not tell. */
export function domainOf(name: string, type: AgencyType): string {
  if (inAllFields.includes(type)) return 'general'
  const plain = name.normalize('NFKC').replace(/\s+|\([^()]*\)/g, '')
  const own = plain.replace(lastPlace, '')
  return idOf(own) || idOf(plain)
}

const idOf = (name: string): string => domains.find((one) => one.names.test(name))?.id ?? ''
