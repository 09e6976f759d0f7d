/** Texts of the search in the text of the reports. What is in braces is filled in by the script. */
export const textSearchWords = {
  title: { zh: '在报告正文中查找', en: 'Search the text of the reports' },
  description: {
    zh: '在各机关年报的正文里查找词语，直达原文所在的位置。',
    en: 'Find words in the running text of the annual reports, and the place in the source where they stand.',
  },
  lead: {
    zh: '查找年报各部分的文字，不含表格里的数字。一个词照原样找，至少两个字；几个词用空格隔开，同一份报告里都要有。繁体字也找得到简体的原文。',
    en: 'Looks in the sections of the reports, not in their tables, whose figures are under Explore. The reports are in Chinese. A word of at least two characters is looked for as it is; of several, with spaces between, a report must have all. Traditional characters find simplified ones.',
  },
  label: { zh: '要找的词', en: 'Words to find' },
  year: { zh: '年份', en: 'Year' },
  allYears: { zh: '各年，从最近的找起', en: 'All, the latest first' },
  undated: { zh: '年份不明', en: 'Year not known' },
  submit: { zh: '查找', en: 'Search' },
  results: { zh: '找到的位置', en: 'Places found' },
  more: { zh: '继续查找', en: 'Search on' },
  noScript: {
    zh: '在正文中查找需要脚本。没有脚本时，可从机关列表进到每份报告的原文，或下载数据集。',
    en: 'This search needs scripts. Without them, the list of agencies leads to the source of every report, and the dataset can be downloaded.',
  },
  off: {
    zh: '本站在生成时没有为报告正文建立索引，这里不能查找。',
    en: 'This site was built without an index of the text of the reports, so it cannot be searched here.',
  },
  short: {
    zh: '太短：请至少输入两个汉字，或一个数字、一个字母组成的词。',
    en: 'Too short: at least two Chinese characters, or a number or word.',
  },
  busy: { zh: '正在查找……', en: 'Searching…' },
  none: { zh: '{years}的报告里没有找到。', en: 'Not found in the reports for {years}.' },
  found: { zh: '{years}的报告里，{n} 份有这些词。', en: 'Reports found: {n}. Searched: {years}.' },
  paused: {
    zh: '先列出 {n} 份，找到 {year} 年为止；可以继续。',
    en: 'The first {n}, down to {year}; you can search on.',
  },
  noneYet: {
    zh: '找到 {year} 年为止还没有；可以继续。',
    en: 'None so far, down to {year}; you can search on.',
  },
  failed: { zh: '没有读到索引，请稍后再试。', en: 'The index could not be loaded. Please try again later.' },
  all: { zh: '各年', en: 'all years' },
  source: { zh: '原文', en: 'source' },
  /** On every page, below the agencies found. */
  inText: { zh: '在报告正文中查找', en: 'Search the reports for this' },
  link: { zh: '全文检索', en: 'Search the text' },
} as const
