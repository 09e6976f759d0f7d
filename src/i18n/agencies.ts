/** Texts of the list of agencies. */
export const agenciesWords = {
  title: { zh: '机关', en: 'Agencies' },
  description: {
    zh: '收录的全部机关，可按级别、类型筛选，按名称、别名或拼音查找。',
    en: 'All agencies covered; filter by level and type, search by name, alias or pinyin.',
  },
  intro: {
    zh: (agencies: string, reports: string) => `收录 ${agencies} 个机关的 ${reports} 份年报。`,
    en: (agencies: string, reports: string) => `${reports} annual reports of ${agencies} agencies.`,
  },
  tooMany: {
    zh: '机关太多，不在一页上全部列出：用上方的查找，或从省份往下找。下面只列不属于任何省份的机关。',
    en: 'There are too many to list on one page: use the search above, or go down from a province. Listed below are only agencies in no province.',
  },
  search: { zh: '名称、别名或拼音', en: 'Name, alias or pinyin' },
  searchHint: { zh: '如 劳动、laodong、ldjd', en: 'such as laodong or ldjd' },
  level: { zh: '级别', en: 'Level' },
  type: { zh: '类型', en: 'Type' },
  all: { zh: '全部', en: 'All' },
  reset: { zh: '清除', en: 'Clear' },
  /** `{n}` and `{all}` are filled in by the script. */
  count: { zh: '{all} 个机关中的 {n} 个', en: '{n} of {all} agencies' },
  none: { zh: '没有符合条件的机关。', en: 'No agency matches.' },
  name: { zh: '机关', en: 'Agency' },
  place: { zh: '所在地', en: 'Place' },
  latest: { zh: '最近一年新收', en: 'Latest new requests' },
  latestOf: {
    zh: (n: string, year: string) => `${n} 件（${year}）`,
    en: (n: string, year: string) => `${n} (${year})`,
  },
  unreadable: { zh: (year: string) => `读不出（${year}）`, en: (year: string) => `not readable (${year})` },
  table: { zh: '机关列表', en: 'List of agencies' },
} as const
