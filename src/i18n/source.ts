/** Texts of the page that shows a source as it was read. */
export const sourceWords = {
  title: {
    zh: (name: string, year: string) => `${name} ${year} 年报告的原文`,
    en: (name: string, year: string) => `Source of the ${year} report of ${name}`,
  },
  description: {
    zh: '年报文件读出的文字和表格，逐段逐格标明位置；数据采用的格另有标记。',
    en: 'The text and tables of the report file as read, every paragraph and cell with its place; cells used in the dataset are marked.',
  },
  intro: {
    zh: '这是读取程序看到的文字：没有版式，没有图片。带底色的格是数据采用的，点开即回到该机关的表格；带斜纹的格是对不上列的一行的开头，那一行没有采用。',
    en: 'This is the text as the reader saw it, without layout or pictures. Tinted cells are those the dataset uses; they lead back to the agency’s tables. A hatched one begins a row that fits no columns, of which no figure is taken.',
  },
  note: { zh: '编者注：', en: 'Editors’ note: ' },
  back: { zh: (name: string) => `回到${name}`, en: (name: string) => `Back to ${name}` },
  file: { zh: '文件', en: 'File' },
  original: { zh: '原始网页', en: 'original page' },
  table: { zh: (n: string) => `表格（${n}）`, en: (n: string) => `Table (${n})` },
  empty: { zh: '空格', en: 'empty cell' },
} as const
