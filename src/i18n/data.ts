/** Texts of the data page. */
export const dataWords = {
  title: { zh: '数据', en: 'Data' },
  description: {
    zh: '全部数据的下载、许可、引用方式、每个文件的列和编码本。',
    en: 'Downloads of all data, licence, how to cite, the columns of every file, and the codebook.',
  },
  intro: {
    zh: '本站的每一个数字都在这些文件里：UTF-8 编码的 CSV 和 Parquet，按主键排序，另有一个 SQLite 文件装着全部表，以及给 Excel 用的 CSV。同样的输入得到同样的字节。',
    en: 'Every figure on this site is in these files: CSV in UTF-8 and Parquet, sorted by key, one SQLite file with all tables, and CSV for Excel. The same input gives the same bytes.',
  },
  files: { zh: '文件', en: 'Files' },
  file: { zh: '文件', en: 'File' },
  content: { zh: '内容', en: 'Content' },
  key: { zh: '主键', en: 'Key' },
  formats: { zh: '格式', en: 'Formats' },
  sqlite: {
    zh: '全部表，带外键、索引、常用视图和机关名称检索；单元格和指标按报告打包，由视图 cells 和 indicators 列出，按报告查很快，查全部报告的一列请用 wide_requests、reports 或 Parquet',
    en: 'All tables, with references, indexes, views for common questions and a search over agencies; cells and indicators are views over rows packed by report, quick by report: for a column over all reports use wide_requests, reports or Parquet',
  },
  readme: { zh: '说明：内容、局限、读取方法', en: 'What it holds, its limits, how to load it' },
  croissant: {
    zh: '机器学习用的说明（Croissant 1.0）',
    en: 'Description for machine learning (Croissant 1.0)',
  },
  citationFile: { zh: '引用信息', en: 'How to cite, for reference managers' },
  explained: { zh: '含义和变更', en: 'Meaning and changes' },
  dictionary: { zh: '数据字典', en: 'Data dictionary' },
  dictionaryIntro: {
    zh: '每个文件的每一列，和每个指标的公式、使用须知。',
    en: 'Every column of every file, and every indicator with its formula and what to mind.',
  },
  codebookDescription: {
    zh: '法定表格每一格的条款、含义、单位、常见误填和前后可比性。',
    en: 'Every cell of the statutory forms: clause, meaning, unit, pitfalls, and whether it can be compared across forms.',
  },
  asFiles: { zh: '同样的内容也是文件：', en: 'The same as files:' },
  indicators: { zh: '指标', en: 'Indicators' },
  indicator: { zh: '指标', en: 'Indicator' },
  formula: { zh: '公式', en: 'Formula' },
  kind: { zh: '种类', en: 'Kind' },
  mind: { zh: '使用须知', en: 'What to mind' },
  basis: { zh: '没有值的原因（basis）', en: 'Why there is no value (basis)' },
  api: { zh: '程序接口', en: 'For programs' },
  apiIntro: {
    zh: '地址固定的静态 JSON：每个机关、地区、图表和指标一个文件，由 OpenAPI 文件说明；与程序不兼容的改动会换到新的版本号下。',
    en: 'Static JSON at stable addresses: a file for each agency, region, chart and indicator, described by an OpenAPI file. A change that would break a program goes under a new version.',
  },
  examples: { zh: '读取示例', en: 'Examples' },
  examplesIntro: {
    zh: '复制即可运行。每个程序都按年印出：年份、计入的报告份数、读得出的份数、零申请的份数。',
    en: 'To copy and run. Each prints by year: the year, the reports that count, those that can be read, those with no request.',
  },
  engines: { zh: '大数据引擎', en: 'Engines for large data' },
  enginesIntro: {
    zh: '单元格每年一个 Parquet 文件，按 report_id、cell_id 排序，约 128 个机关一个行组，带主键、数和日期各列的最小最大值：引擎只读查询用得到的年份、行组和列，不必先下载全部。',
    en: 'Cells are one Parquet file a year, sorted by report_id and cell_id, in row groups of some 128 agencies with least and greatest values of keys, numbers and dates: an engine reads only the years, row groups and columns that a query needs, without loading all first.',
  },
  package: {
    zh: '以上各表的机器可读说明（Data Package 第 2 版）',
    en: 'Machine-readable description of these tables (Data Package, version 2)',
  },
  checksums: { zh: '各文件的 SHA-256', en: 'SHA-256 of every file' },
  perReport: {
    zh: '每份报告另有自己的 CSV 和 JSON，在各机关页面上。',
    en: 'Each report also has a CSV and a JSON of its own, on the page of its agency.',
  },
  licence: { zh: '许可', en: 'Licence' },
  licenceText: {
    zh: '数据按知识共享署名 4.0 国际许可（CC BY 4.0）发布：注明出处即可使用、改编、再发布，包括商业用途。年报原件的著作权属于发布机关；这里录入的是其中的数字和表格。',
    en: 'The data are published under the Creative Commons Attribution 4.0 International licence (CC BY 4.0): use, adapt and republish them, commercially too, as long as you give credit. The reports themselves belong to the agencies; what is taken here are their figures and tables.',
  },
  cite: { zh: '引用', en: 'How to cite' },
  citeAdvice: {
    zh: '引用单个数字时，请同时写明机关、年份和它在原文中的位置。',
    en: 'When you cite a single figure, name the agency, the year and its place in the source as well.',
  },
  columns: { zh: '各文件的列', en: 'Columns of each file' },
  column: { zh: '列', en: 'Column' },
  type: { zh: '类型', en: 'Type' },
  meaning: { zh: '含义', en: 'Meaning' },
  codebook: { zh: '编码本', en: 'Codebook' },
  codebookIntro: {
    zh: (cells: string) => `两种格式的法定表格共 ${cells} 种格。“格式”一列写明哪一年的格式有这一格。`,
    en: (cells: string) =>
      `The statutory tables of both forms have ${cells} kinds of cell. The column “Form” says which form has it.`,
  },
  cell: { zh: '格', en: 'Cell' },
  row: { zh: '行', en: 'Row' },
  columnLabel: { zh: '列', en: 'Column' },
  form: { zh: '格式', en: 'Form' },
  unit: { zh: '单位', en: 'Unit' },
  unread: { zh: '没有读成报告的文件', en: 'Files that gave no report' },
  unreadNone: {
    zh: (files: string) => `找到的 ${files} 个文件都读成了报告。`,
    en: (files: string) => `All ${files} files found gave a report.`,
  },
} as const

/** Names of the types of columns. */
export const columnTypes = {
  string: { zh: '文本', en: 'text' },
  integer: { zh: '整数', en: 'integer' },
  number: { zh: '数', en: 'number' },
  year: { zh: '年份', en: 'year' },
  date: { zh: '日期', en: 'date' },
} as const
