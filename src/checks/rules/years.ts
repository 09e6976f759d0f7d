import { defined, doubtful, remarkable, rule, scoped } from './rule.ts'

const inferred = {
  zh: '表格没有写这一条，由两年的含义推出。',
  en: 'The form does not say so; it follows from what the two years mean.',
}

/** What the years of one agency say of each other. */
export const yearRules = {
  carry_over: rule({
    family: 'years',
    title: { zh: '上年结转等于去年的结转下年度', en: 'Carried in is what the year before carried out' },
    statement: {
      zh: '相邻两年，每一列：今年的上年结转＝去年的结转下年度。',
      en: 'In neighbouring years, in each column: carried in = carried out of the year before.',
    },
    clause: { zh: '第三部分的二、四项。', en: 'Part 3, items 2 and 4.' },
    caveat: {
      zh: '机关合并、范围改变、申请人重新归类时可以不等。总计相等而各列不等，按重新归类作说明；两年范围不同，按范围作说明。',
      en: 'Mergers, another scope or applicants sorted anew may explain it. Where totals agree and columns do not, it is noted as sorted anew; where the scope changed, as scope.',
    },
    kinds: {
      carry_over: doubtful(
        '上年结转与{before}年报告的结转下年度不等（去年→今年）：{list_zh}。',
        'Carried in is not what the report for {before} carried out (then → now): {list_en}.',
      ),
      carry_over_columns: defined(
        '上年结转的总计与{before}年报告的结转下年度相等，各类申请人不等（去年→今年）：{list_zh}；申请人可能重新归类。',
        'Carried in agrees with the report for {before} in total but not by applicant (then → now): {list_en}; applicants may have been sorted anew.',
      ),
      carry_over_scope: scoped(
        '上年结转与{before}年报告的结转下年度不等（去年→今年）：{list_zh}；两年报告的范围不同。',
        'Carried in is not what the report for {before} carried out (then → now): {list_en}; the two reports cover different bodies.',
      ),
    },
  }),
  stock: rule({
    family: 'years',
    title: { zh: '现行有效件数的延续', en: 'The stock of documents in force' },
    statement: {
      zh: '2021 年格式的相邻两年：现行有效＝去年现行有效＋今年制发－今年废止。规章、规范性文件分别核对。',
      en: 'In neighbouring years on the form of 2021: in force = in force the year before + issued − repealed; for regulations and normative documents.',
    },
    clause: inferred,
    caveat: {
      zh: '有效期满、机关之间划转不算废止，也会不等。2020 到 2021 年格式换了列，不核对。',
      en: 'Documents that expire or go to another body are not repealed. From 2020 to 2021 the columns changed, so nothing is tested.',
    },
    kinds: {
      stock: doubtful(
        '“{row_zh}”：{before}年现行有效{start}件，今年制发、废止后应为{expected}件，印作{found}件。',
        '“{row_en}”: with what was in force in {before} ({start}), issued and repealed, there should be {expected} in force; the report says {found}.',
      ),
    },
  }),
  items: rule({
    family: 'years',
    title: { zh: '2019 年格式的项目数量', en: 'Item counts of the form of 2019' },
    statement: {
      zh: '2019 年格式的相邻两年：今年的上一年项目数量＝去年的上一年项目数量＋去年的本年增/减。',
      en: 'In neighbouring years on the form of 2019: items last year = items last year of the report before + its change.',
    },
    clause: inferred,
    caveat: {
      zh: '“本年增/减”常常空着或不写正负号；空着的不核对。',
      en: 'The change is often blank or has no sign; a blank is not tested.',
    },
    kinds: {
      items: doubtful(
        '“{row_zh}”：按{before}年报告，上一年项目数量应为{expected}，印作{found}。',
        '“{row_en}”: by the report for {before}, items last year should be {expected}; the report says {found}.',
      ),
    },
  }),
  copied_year: rule({
    family: 'years',
    title: { zh: '照抄去年的数', en: 'Figures of the year before again' },
    statement: {
      zh: '申请表与去年逐格相同，且至少有五格不是 0。',
      en: 'The requests table is that of the year before, cell by cell, with at least five that are not 0.',
    },
    clause: {
      zh: '《政府信息公开条例》第四十九条：公布的是上一年度的报告。',
      en: 'Regulations on Disclosure, Article 49: a report is for the year before.',
    },
    caveat: {
      zh: '全是 0 的表不算。去掉总计后不足五格的，可能只是碰巧，只作说明。',
      en: 'Tables of zeros are no evidence. With fewer than five cells besides totals it may be chance, and is noted only.',
    },
    kinds: {
      copied_year: doubtful(
        '申请表与{before}年的逐格相同，其中{found}格不是 0；可能照抄了去年。',
        'The requests table is that of {before}, cell by cell, {found} of them not 0; it may have been copied.',
      ),
      copied_year_maybe: remarkable(
        '申请表与{before}年的逐格相同，其中{found}格不是 0；数很小，也可能只是碰巧。',
        'The requests table is that of {before}, cell by cell, {found} of them not 0; with so few it may be chance.',
      ),
    },
  }),
  level_shift: rule({
    family: 'years',
    title: { zh: '与自己其他年份相差悬殊', en: 'Far from the agency’s own other years' },
    statement: {
      zh: '取对数后，与该机关其他年份（至少三年）的中位数之差，大于绝对离差中位数的约六倍，且相差八倍以上；金额正好差约一万倍的，多半是单位错。',
      en: 'On a log scale the figure is more than six robust deviations (MAD) from the median of the agency’s other years (three at least) and at least eightfold; an amount about ten thousandfold off is probably in the wrong unit.',
    },
    clause: { zh: '没有条款；这是统计上的提示。', en: 'No clause; a hint of statistics.' },
    caveat: {
      zh: '机关合并、职能划转、一人大量申请都会造成真实的跳变。',
      en: 'Mergers, new duties or one applicant with very many requests make such shifts real.',
    },
    kinds: {
      level_shift: remarkable(
        '“{label_zh}”：{found}，其他年份的中位数是{expected}，相差悬殊。',
        '“{label_en}”: {found}, while the median of the other years is {expected}.',
      ),
      amount_shift: doubtful(
        '“{label_zh}”：{found}万元，约为其他年份中位数（{expected}万元）的一万倍，多半是以元填报的。',
        '“{label_en}”: {found} 万元, about ten thousand times the median of the other years ({expected} 万元); it was probably entered in yuan.',
      ),
    },
  }),
  text_repeated: rule({
    family: 'years',
    title: { zh: '与自己去年的文字相同', en: 'The text of the year before again' },
    statement: {
      zh: '去掉数字、标点和法定用语后，与去年报告的文字有八成以上相同（六字片段的 Jaccard 相似度估计）。',
      en: 'Without figures, punctuation and statutory words, four fifths or more of the text is that of the year before (estimated Jaccard similarity of runs of six characters).',
    },
    clause: { zh: '没有条款；供评估报告质量参考。', en: 'No clause; of use in judging a report.' },
    caveat: {
      zh: '是估计值，误差约 4 个百分点；文字太短的不比。',
      en: 'An estimate, with an error of about 4 points; texts that are too short are not compared.',
    },
    kinds: {
      text_repeated: remarkable(
        '文字约{found}%与{before}年的报告相同。',
        'About {found}% of the text is that of the report for {before}.',
      ),
    },
  }),
} as const
