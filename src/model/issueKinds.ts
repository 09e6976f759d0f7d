import { ruleKinds } from '../checks/rules.ts'

/**
 * Every kind of issue: its class, its severity and its words in both languages.
 *
 * `published`: the agency's own figures contradict each other; `reading`: we are not sure what was printed;
 * `definition`: differs, but a stated definition explains it; `scope`: whom the figures cover; `coverage`: a
 * file, table or cell is missing or unreadable; `identity`: who published, or for which year, is uncertain.
 * `{words}` are filled from the finding. Those that the checks raise stand with their rules.
 */
export const issueKinds = {
  file_empty: { class: 'coverage', severity: 'error', zh: '文件是空的。', en: 'The file is empty.' },
  file_too_large: {
    class: 'coverage',
    severity: 'error',
    zh: '文件有{found}字节，超过上限{expected}字节，没有读取。',
    en: 'The file has {found} bytes, more than the limit of {expected}; it was not read.',
  },
  file_too_slow: {
    class: 'coverage',
    severity: 'error',
    zh: '读取这份文件超过{expected}秒，已放弃。',
    en: 'The file took more than {expected} s to read; it was given up.',
  },
  file_too_much_memory: {
    class: 'coverage',
    severity: 'error',
    zh: '读取这份文件用的内存超过{expected} MB，已放弃。',
    en: 'The file took more than {expected} MB of memory to read; it was given up.',
  },
  file_binary: {
    class: 'coverage',
    severity: 'error',
    zh: '文件不是文本：{found}。',
    en: 'The file is not text: {found}.',
  },
  file_undecodable: {
    class: 'coverage',
    severity: 'error',
    zh: '文件的字符集认不出来（不是 UTF-8、UTF-16 或 GB18030）。',
    en: 'The character set of the file was not recognised (not UTF-8, UTF-16 or GB18030).',
  },
  file_unreadable: {
    class: 'coverage',
    severity: 'error',
    zh: '读取文件失败：{found}。',
    en: 'The file could not be read: {found}.',
  },
  file_unsupported: {
    class: 'coverage',
    severity: 'error',
    zh: '不读取这种格式的文件：{found}。',
    en: 'Files of this format are not read: {found}.',
  },
  pdf_encrypted: {
    class: 'coverage',
    severity: 'error',
    zh: 'PDF 设有密码，没有读取。',
    en: 'The PDF is protected by a password; it was not read.',
  },
  pdf_damaged: {
    class: 'coverage',
    severity: 'error',
    zh: 'PDF 已损坏，打不开或没有一页。',
    en: 'The PDF is damaged: it cannot be opened, or has no pages.',
  },
  pdf_part_damaged: {
    class: 'coverage',
    severity: 'warning',
    zh: 'PDF 有一部分已损坏（{found}），可能没有读全。',
    en: 'A part of the PDF is damaged ({found}); it may not have been read whole.',
  },
  pdf_image_only: {
    class: 'coverage',
    severity: 'error',
    zh: 'PDF 没有可读的文字：各页是图片，或字体没有说明画的是哪些字。',
    en: 'The PDF has no readable text: its pages are images, or its fonts do not say which characters they draw.',
  },
  pdf_page_picture: {
    class: 'coverage',
    severity: 'warning',
    zh: 'PDF 第{found}页是图片，没有可读的文字；其中的表格读不出来。',
    en: 'Page {found} of the PDF is a picture without readable text; a table on it cannot be read.',
  },
  archive_refused: {
    class: 'coverage',
    severity: 'error',
    zh: '压缩包或其中的文件没有读取：{found}。',
    en: 'The archive, or this file in it, was not read: {found}.',
  },
  content_cut: {
    class: 'coverage',
    severity: 'warning',
    zh: '表格太大，只读取了前面一部分（上限{found}），其余没有读取。',
    en: 'The tables are too large; what goes beyond {found} was not read.',
  },
  tables_as_pictures: {
    class: 'coverage',
    severity: 'warning',
    zh: '文件里有图片而没有表格；图片里的表格读不出来。',
    en: 'The file has pictures and no table; a table in a picture cannot be read.',
  },
  cells_by_spaces: {
    class: 'reading',
    severity: 'warning',
    zh: '{locator}：表格各格之间只有一个空格，按空格分格。',
    en: '{locator}: only single spaces separate the cells of the table; they were divided there.',
  },
  no_report: {
    class: 'coverage',
    severity: 'error',
    zh: '文件里没有法定表格，也认不出是哪个机关哪一年的报告。',
    en: 'The file holds no statutory table, and names neither an agency nor a year.',
  },
  table_missing: {
    class: 'coverage',
    severity: 'error',
    zh: '没有找到“{table_zh}”表。',
    en: 'The table “{table_en}” was not found.',
  },
  form_not_covered: {
    class: 'coverage',
    severity: 'error',
    zh: '表格是 2019 年以前的样式（{found}），不读取；机关、年份和正文照常读取。',
    en: 'The tables follow a form from before 2019 ({found}), which is not read; agency, year and prose are.',
  },
  cell_missing: {
    class: 'coverage',
    severity: 'warning',
    zh: '“{row_zh}”一行应有{expected}格，缺{found}格。',
    en: 'The row “{row_en}” has {expected} cells in the form; {found} are missing.',
  },
  row_recovered: {
    class: 'reading',
    severity: 'info',
    zh: '{locator}：“{row_zh}”一行有{found}个值，而表格有{expected}列；列是推算出来的。{why_zh}',
    en: '{locator}: the row “{row_en}” has {found} values for {expected} columns; the columns were worked out. {why_en}',
  },
  row_unreadable: {
    class: 'reading',
    severity: 'error',
    zh: '{locator}：“{row_zh}”一行的值（{found}）对不上{expected}列，不能确定每列是多少。',
    en: '{locator}: the values of the row “{row_en}” ({found}) do not fit its {expected} columns, so none is taken.',
  },
  header_missing: {
    class: 'reading',
    severity: 'warning',
    zh: '“{table_zh}”表的表头不全，列按法定顺序读取。',
    en: 'The header of the table “{table_en}” is incomplete; columns were read in the order of the form.',
  },
  value_unreadable: {
    class: 'reading',
    severity: 'warning',
    zh: '{locator}：“{found}”不是数字。',
    en: '{locator}: “{found}” is not a number.',
  },
  value_with_note: {
    class: 'reading',
    severity: 'info',
    zh: '{locator}：数字带有说明（“{found}”），数值读作{expected}。',
    en: '{locator}: the number carries a note (“{found}”); its value is read as {expected}.',
  },
  value_spaced: {
    class: 'reading',
    severity: 'info',
    zh: '{locator}：数字中间有空格（“{found}”），读作{expected}。',
    en: '{locator}: the number has spaces inside (“{found}”) and is read as {expected}.',
  },
  value_padded: {
    class: 'reading',
    severity: 'warning',
    zh: '{locator}：数字以 0 开头（“{found}”），读作{expected}；也可能是两格的数字连在了一起。',
    en: '{locator}: the number begins with 0 (“{found}”) and is read as {expected}; it may be two cells run together.',
  },
  table_unmarked: {
    class: 'reading',
    severity: 'warning',
    zh: '{locator}起的表格没有表格线或分隔符，行列是按文字顺序推算的。',
    en: 'The table from {locator} on has no marks between its cells; rows and columns were worked out from the order of the words.',
  },
  label_misspelled: {
    class: 'reading',
    severity: 'info',
    zh: '{locator}：行名“{found}”读作“{expected}”。',
    en: '{locator}: the row label “{found}” is taken for “{expected}”.',
  },
  header_order: {
    class: 'reading',
    severity: 'warning',
    zh: '“{table_zh}”表的列与法定顺序不同，按表头印的顺序读取。',
    en: 'The columns of the table “{table_en}” stand in another order than in the form; they were read as the header has them.',
  },
  figure_outside: {
    class: 'reading',
    severity: 'warning',
    zh: '{locator}：表格后面单独有一个数（“{found}”），可能是上面一行缺的那一格。',
    en: '{locator}: a figure (“{found}”) stands alone behind the table; it may be the cell that the row above lacks.',
  },
  form_assumed: {
    class: 'reading',
    severity: 'warning',
    zh: '“{table_zh}”表看不出用的是哪一年的格式，按{expected}年格式对待。',
    en: 'Nothing in the table “{table_en}” says which form it follows; it is treated as the form of {expected}.',
  },
  table_repeated: {
    class: 'coverage',
    severity: 'warning',
    zh: '{locator}起另有一张“{table_zh}”表（附件或其他机关的报告），没有采用。',
    en: 'From {locator} on there is another table “{table_en}” (an annex, or another body’s report); it was not used.',
  },
  row_repeated: {
    class: 'reading',
    severity: 'error',
    zh: '{locator}：“{row_zh}”一行再次出现，数值不同（{found}），没有采用；采用的是{expected}。',
    en: '{locator}: the row “{row_en}” appears again with other values ({found}), not used; those used are {expected}.',
  },
  left_over: {
    class: 'reading',
    severity: 'warning',
    zh: '{locator}：表格里的“{found}”不属于法定表格，没有采用。',
    en: '{locator}: “{found}” stands in the table but belongs to no cell of the form; it was not used.',
  },
  form_mixed: {
    class: 'definition',
    severity: 'warning',
    zh: '“{table_zh}”表混用两个年份的格式（{found}），按{expected}年格式对待。',
    en: 'The table “{table_en}” mixes both forms ({found}); it is treated as the form of {expected}.',
  },
  form_superseded: {
    class: 'definition',
    severity: 'info',
    zh: '{found}年的报告使用{expected}年的表格格式。',
    en: 'A report for {found} on the form of {expected}.',
  },
  agency_unknown: {
    class: 'identity',
    severity: 'error',
    zh: '报告里没有写明是哪个机关。',
    en: 'The report does not say which agency it is from.',
  },
  agency_from_prose: {
    class: 'identity',
    severity: 'info',
    zh: '报告没有带机关名称的标题，机关（{found}）取自正文。',
    en: 'The report has no title that names its agency; the agency ({found}) is taken from its prose.',
  },
  agency_conflict: {
    class: 'identity',
    severity: 'warning',
    zh: '机关名称不一致：{found}；采用{expected}。',
    en: 'The report names more than one agency: {found}; {expected} is used.',
  },
  agency_uncertain: {
    class: 'identity',
    severity: 'warning',
    zh: '报告本身没有写明机关，名称（{found}）不一定就是报告的机关。',
    en: 'The report itself does not name its agency; {found} need not be it.',
  },
  year_uncertain: {
    class: 'identity',
    severity: 'warning',
    zh: '报告没有写明年份，年份是推定的（{found}）。',
    en: 'The report does not name its year; it is inferred ({found}).',
  },
  year_unknown: {
    class: 'identity',
    severity: 'error',
    zh: '报告里没有写明是哪一年。',
    en: 'The report does not say which year it is for.',
  },
  year_conflict: {
    class: 'identity',
    severity: 'warning',
    zh: '年份不一致：{found}；采用{expected}年。',
    en: 'The report names more than one year: {found}; {expected} is used.',
  },
  year_from_prose: {
    class: 'identity',
    severity: 'info',
    zh: '标题和统计期限都没有年份，年份（{found}）取自正文。',
    en: 'Neither a title nor a reporting period gives the year; {found} is taken from the prose.',
  },
  scope_aggregate: {
    class: 'scope',
    severity: 'info',
    zh: '报告汇总了下级机关的数字（“{found}”），不与单个机关的数字相加。',
    en: 'The report sums up lower bodies (“{found}”); it is never added to the figures of single bodies.',
  },
  superseded: {
    class: 'coverage',
    severity: 'warning',
    zh: '同一机关同一年份另有一份文件（{expected}），以那一份为准。',
    en: 'Another file holds the report of the same agency and year ({expected}); that one counts.',
  },
  ...ruleKinds,
} as const
