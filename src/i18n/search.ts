/** Texts of the search that every page carries. */
export const searchWords = {
  label: { zh: '查找机关', en: 'Find an agency' },
  placeholder: { zh: '名称、拼音或首字母', en: 'Name, pinyin or initials' },
  submit: { zh: '查找', en: 'Find' },
  results: { zh: '找到的机关', en: 'Agencies found' },
  /** `{n}` is filled in by the script. */
  count: { zh: '{n} 个机关', en: 'Agencies: {n}' },
  more: { zh: '前 {n} 个，输入更多字可以缩小范围', en: 'The first {n}; type more to narrow' },
  none: { zh: '没有找到', en: 'None found' },
} as const
