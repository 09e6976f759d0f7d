/** Texts that every page carries. */
export const siteWords = {
  name: { zh: '政府信息公开年报图谱', en: 'Gongkai Atlas' },
  subtitle: { zh: 'Gongkai Atlas', en: '政府信息公开年报图谱' },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  mainNav: { zh: '主导航', en: 'Main' },
  overview: { zh: '总览', en: 'Overview' },
  agencies: { zh: '机关', en: 'Agencies' },
  regions: { zh: '地区', en: 'Regions' },
  charts: { zh: '图表', en: 'Charts' },
  explore: { zh: '查询', en: 'Explore' },
  data: { zh: '数据', en: 'Data' },
  quality: { zh: '质量', en: 'Quality' },
  coverage: { zh: '覆盖', en: 'Coverage' },
  methods: { zh: '方法', en: 'Methods' },
  changes: { zh: '变更', en: 'Changes' },
  otherLanguage: { zh: 'English', en: '中文' },
  otherLanguageLabel: { zh: 'This page in English', en: '本页的中文版' },
  licence: {
    zh: '数据以 CC BY 4.0 发布，代码以 MIT 发布。',
    en: 'Data under CC BY 4.0, code under the MIT licence.',
  },
  version: { zh: (version: string) => `第 ${version} 版`, en: (version: string) => `Version ${version}` },
  footnote: {
    zh: '数字照各机关年报原样录入，不改不猜。每个数字都能回到它在原文中的位置。',
    en: 'Figures stand as the agencies printed them, neither repaired nor guessed. Each one leads to its place in the source.',
  },
  notFoundTitle: { zh: '没有这一页', en: 'No such page' },
  notFoundText: {
    zh: '这个地址下没有内容。它也许写错了，也许是一个没有收录的机关。',
    en: 'There is nothing at this address. It may be mistyped, or the agency may not be covered.',
  },
  notFoundList: { zh: '查看收录的全部机关', en: 'See all agencies covered' },
} as const
