import { doubtful, published, rule, unsure } from './rule.ts'

const blankCaveat = {
  zh: '空格只在印出的总计证明它是 0 时才当作 0；不能证明而当作 0 又对不上的，只作“注意”。行列是推算出来的，归“读取”，不算机关的错。',
  en: 'A blank counts as 0 only where a printed total proves it; where that is not proved, and taking blanks for 0 does not add up, it is a warning only. Where columns were worked out, it is an issue of reading, not a mistake of the agency.',
}

/** The four identities of the form (勾稽关系) and what is said of each. */
export const identityRules = {
  flow: rule({
    family: 'identities',
    title: { zh: '收与办平衡', en: 'What came in is what went out' },
    statement: {
      zh: '每一列：本年新收＋上年结转＝办理结果总计＋结转下年度。七列分别核对。',
      en: 'In each of the seven columns: new + carried in = concluded + carried out.',
    },
    clause: {
      zh: '第三部分表头：“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”。',
      en: 'Head of the table in part 3: in each column, items 1 and 2 add up to items 3 and 4.',
    },
    caveat: blankCaveat,
    kinds: {
      flow: published(
        '{column_zh}：本年新收＋上年结转＝{expected}，而总计＋结转下年度＝{found}。',
        '{column_en}: new requests and those carried in make {expected}, but concluded and carried out make {found}.',
      ),
      flow_open: doubtful(
        '{column_zh}：空格当作 0 时，本年新收＋上年结转＝{expected}，而总计＋结转下年度＝{found}；不是有数没填，就是有一格印错。',
        '{column_en}: with blanks as 0, new and carried in make {expected}, but concluded and carried out make {found}; either a figure was left out or one is wrong.',
      ),
      flow_unsure: unsure(
        '{column_zh}：本年新收＋上年结转＝{expected}，总计＋结转下年度＝{found}，对不上；其中有的格读得没有把握，不一定是机关的错。',
        '{column_en}: new and carried in make {expected}, concluded and carried out make {found}; since some of these cells were read with doubt, it need not be a mistake of the agency.',
      ),
    },
  }),
  row_total: rule({
    family: 'identities',
    title: { zh: '申请表各行的总计', en: 'Row totals of the requests table' },
    statement: {
      zh: '每一行：总计＝自然人＋五类法人或其他组织。',
      en: 'In each row: total = natural persons + the five kinds of organisation.',
    },
    clause: {
      zh: '第三部分表头“申请人情况”，末列“总计”。',
      en: 'Head of the table in part 3, “applicants”: its last column is the total.',
    },
    caveat: blankCaveat,
    kinds: {
      row_total: published(
        '“{row_zh}”：六类申请人之和是{expected}，总计印作{found}。',
        '“{row_en}”: the six kinds of applicant add up to {expected}; the printed total is {found}.',
      ),
      row_total_open: doubtful(
        '“{row_zh}”：印出的各类申请人之和是{expected}，总计印作{found}，其余是空格；不是有数没填，就是总计印错。',
        '“{row_en}”: the kinds of applicant that are printed add up to {expected}; the total is {found} and the rest is blank: either a figure was left out or the total is wrong.',
      ),
      row_total_unsure: unsure(
        '“{row_zh}”：六类申请人之和是{expected}，总计读作{found}；其中有的格读得没有把握，不一定是机关的错。',
        '“{row_en}”: the six kinds of applicant add up to {expected}, the total was read as {found}; since some of these cells were read with doubt, it need not be a mistake of the agency.',
      ),
    },
  }),
  outcome_total: rule({
    family: 'identities',
    title: { zh: '办理结果的总计', en: 'The total of results' },
    statement: {
      zh: '每一列：（七）总计＝予以公开＋部分公开＋不予公开八项＋无法提供三项＋不予处理五项＋其他处理三项（2019 年格式为一项）。',
      en: 'In each column: total (七) = disclosed + partly disclosed + 8 refused + 3 unable + 5 not processed + 3 otherwise handled (1 in the form of 2019).',
    },
    clause: {
      zh: '第三部分“三、本年度办理结果”的（一）至（七）。（三）至（六）是组名，不填数。',
      en: 'Part 3, “results of the year”, (一) to (七); (三) to (六) are headings and hold no figures.',
    },
    caveat: blankCaveat,
    kinds: {
      outcome_total: published(
        '{column_zh}：各项办理结果之和是{expected}，（七）总计印作{found}。',
        '{column_en}: the results add up to {expected}; the printed total (七) is {found}.',
      ),
      outcome_total_open: doubtful(
        '{column_zh}：印出的各项办理结果之和是{expected}，（七）总计印作{found}，其余是空格；不是有数没填，就是总计印错。',
        '{column_en}: the results that are printed add up to {expected}; the total (七) is {found} and the rest is blank: either a figure was left out or the total is wrong.',
      ),
      outcome_total_unsure: unsure(
        '{column_zh}：各项办理结果之和是{expected}，（七）总计读作{found}；其中有的格读得没有把握，不一定是机关的错。',
        '{column_en}: the results add up to {expected}, the total (七) was read as {found}; since some of these cells were read with doubt, it need not be a mistake of the agency.',
      ),
    },
  }),
  group_subtotal: rule({
    family: 'identities',
    title: { zh: '各组结果的小计', en: 'Subtotals of groups of results' },
    statement: {
      zh: '网站在（三）至（六）的组名旁印了小计的：小计＝该组各项之和，各列分别核对。',
      en: 'Where a site prints subtotals beside the headings (三) to (六): each is the sum of its rows, in each column.',
    },
    clause: {
      zh: '第三部分的（三）至（六）；格式里这几行不填数。',
      en: 'Part 3, (三) to (六); in the form these lines hold no figures.',
    },
    caveat: {
      zh: '小计不属于法定表格，不进数据集，只用来核对。',
      en: 'Subtotals are no part of the form and do not enter the dataset; they are only checked.',
    },
    kinds: {
      group_subtotal: published(
        '{locator}：“{group_zh}”各项之和是{expected}，小计印作{found}（{column_zh}）。',
        '{locator}: the rows of “{group_en}” add up to {expected}; the printed subtotal is {found} ({column_en}).',
      ),
      group_subtotal_unsure: unsure(
        '{locator}：“{group_zh}”各项之和是{expected}，小计读作{found}（{column_zh}）；其中有的格读得没有把握。',
        '{locator}: the rows of “{group_en}” add up to {expected}; the subtotal was read as {found} ({column_en}), some of these cells with doubt.',
      ),
    },
  }),
  dispute_total: rule({
    family: 'identities',
    title: { zh: '复议、诉讼的总计', en: 'Totals of reconsideration and litigation' },
    statement: {
      zh: '行政复议、直接起诉、复议后起诉：总计＝结果维持＋结果纠正＋其他结果＋尚未审结。',
      en: 'Reconsideration, direct suits, suits after reconsideration: total = upheld + overturned + other + pending.',
    },
    clause: { zh: '第四部分的表，各组末列“总计”。', en: 'Table in part 4: the last column of each group.' },
    caveat: blankCaveat,
    kinds: {
      dispute_total: published(
        '“{row_zh}”：各项结果之和是{expected}，总计印作{found}。',
        '“{row_en}”: the outcomes add up to {expected}; the printed total is {found}.',
      ),
      dispute_total_open: doubtful(
        '“{row_zh}”：印出的各项结果之和是{expected}，总计印作{found}，其余是空格；不是有数没填，就是总计印错。',
        '“{row_en}”: the outcomes that are printed add up to {expected}; the total is {found} and the rest is blank: either a figure was left out or the total is wrong.',
      ),
      dispute_total_unsure: unsure(
        '“{row_zh}”：各项结果之和是{expected}，总计读作{found}；其中有的格读得没有把握，不一定是机关的错。',
        '“{row_en}”: the outcomes add up to {expected}, the total was read as {found}; since some of these cells were read with doubt, it need not be a mistake of the agency.',
      ),
    },
  }),
} as const
