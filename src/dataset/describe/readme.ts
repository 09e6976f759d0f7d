import { inventedNotice, isInvented } from '../../invented/mark.ts'
import { about, citationLine, datasetUrl } from './about.ts'
import { engines, examples } from './examples.ts'
import { packedNote, packedTables } from './packedTables.ts'
import { sqlViews } from './sqlViews.ts'
import { publishedTables } from './tables.ts'

const cell = (text: string) => text.replaceAll('|', '\\|')
const table = (header: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${header.join(' | ')} |`,
  `|${' --- |'.repeat(header.length)}`,
  ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
]
const code = (language: string, text: string): string[] => [`\`\`\`${language}`, text, '```']

const limitsZh = [
  '收录的是放进原始文件夹的报告，不是抽样，更不是全部。任何比率都只说明收录的报告，不能推到全国。',
  '报告是机关自己写的。数字互相矛盾能查出来，与事实不符查不出来。',
  '零、读不出和没有报告是三回事。`effective_value` 为空就是不知道，不要当作 0。',
  '`scope` 为 aggregate 的报告汇总了下级机关，从不与其他报告相加；unknown 是没有写明，可能也是汇总。',
  '`status` 为 superseded 的报告是同一机关同一年份的另一份文件，不计。',
  '2019 年和 2021 年的格式不同，主动公开表的大部分格前后不能相比，见 `dictionary/cells.csv`。',
  '机关的层级、类型和领域按名称判断，判断不了的为 unknown 或空。',
  '没有人口数，所以没有“每万人申请量”：报告里没有，本数据集不从别处补。',
]
const limitsEn = [
  'What is covered are the reports that were placed in the raw folder: not a sample, and far from all. Any rate describes the reports covered and cannot be carried over to the country.',
  'Reports are written by the agencies themselves. Where figures contradict each other is found; where they differ from the facts is not.',
  'Zero, unreadable and no report are three different things. An empty `effective_value` is unknown: do not take it for 0.',
  'Reports whose `scope` is aggregate sum up lower bodies and are never added to others; unknown means that the report does not say, so that it may be aggregate too.',
  'Reports whose `status` is superseded are another file for the same agency and year, and do not count.',
  'The forms of 2019 and 2021 differ: most of the disclosure table cannot be compared across them; see `dictionary/cells.csv`.',
  'Level, type and field of work of an agency are judged from its name; where that does not tell they are unknown or empty.',
  'There is no rate per resident: the reports state no population, and this dataset does not take it from elsewhere.',
]

const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`)

/** The README of the dataset: what it holds, how to load it, what it does not tell, how to cite it. */
export function datasetReadme(version?: string): string {
  const of = about(version)
  const base = datasetUrl()
  const lines = [
    `# ${of.title_zh} · ${of.title_en}`,
    '',
    ...(isInvented() ? [`**${inventedNotice.zh}**`, '', `**${inventedNotice.en}**`, ''] : []),
    of.description_zh,
    '',
    of.description_en,
    '',
    `${of.version} · ${of.licence.id} <${of.licence.url}>`,
    '',
    '## 局限 · Limits',
    '',
    ...list(limitsZh),
    '',
    ...list(limitsEn),
    '',
    '## 文件 · Files',
    '',
    '每张表都有 CSV（程序用）、Parquet，`excel/` 下另有给 Excel 用的 CSV（带 BOM，文本不会变成公式），并都在 `gongkai.sqlite` 中。',
    'Every table is there as CSV for programs, as Parquet, as CSV for Excel under `excel/` (with a byte order mark; no text becomes a formula), and in `gongkai.sqlite`.',
    '',
    ...table(
      ['CSV', '内容', 'Content', 'Key'],
      publishedTables.map((one) => [
        `\`${one.path}\``,
        one.title.zh,
        one.title.en,
        `\`${one.key.join(', ')}\``,
      ]),
    ),
    '',
    '`datapackage.json`: Data Package v2; `croissant.json`: Croissant 1.0; `CITATION.cff`; `checksums.sha256`: `sha256sum -c checksums.sha256`.',
    '',
    '`dictionary/columns.csv`, `dictionary/cells.csv`, `dictionary/indicators.csv`: 每一列、每一格、每个指标的含义 · what every column, cell and indicator means.',
    '',
    '## SQLite',
    '',
    ...table(
      ['view', '内容', 'Content'],
      [...packedTables, ...sqlViews].map((view) => [`\`${view.name}\``, view.title.zh, view.title.en]),
    ),
    '',
    packedNote.zh,
    packedNote.en,
    '',
    '按名称、别名、地区或拼音查机关（三个字以上） · Agencies by name, other names, place or pinyin (three characters and more):',
    '',
    ...code(
      'sql',
      'SELECT a.* FROM agency_search JOIN agencies AS a USING (agency_id) WHERE agency_search MATCH \'"教育局"\';',
    ),
    '',
    '## 读取 · Loading',
    '',
    ...examples.flatMap((one) => [
      `### ${one.title}`,
      '',
      `\`${one.needs}\``,
      '',
      ...code(one.language, one.code(base)),
      '',
    ]),
    '## 大数据引擎 · Engines for large data',
    '',
    '每年一个文件，按 `report_id, cell_id` 排序，约 128 个机关一个行组，带主键、数和日期各列的最小最大值：引擎只读用得到的年份、行组和列。',
    'One file a year, sorted by `report_id, cell_id`, in row groups of some 128 agencies with least and greatest values of keys, numbers and dates: engines read only the years, row groups and columns that a query needs.',
    '',
    ...engines.flatMap((one) => [`### ${one.title}`, '', ...code('', one.code(base)), '']),
    '## 引用 · Citing',
    '',
    citationLine(version),
    '',
  ]
  return lines.join('\n')
}
