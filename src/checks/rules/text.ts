import { defined, doubtful, published, rule, scoped, unsure } from './rule.ts'

/** What the running text states against what the tables say. */
export const textRules = {
  stated_count: rule({
    family: 'text',
    title: { zh: '正文的数与表中的数', en: 'Counts of the prose and of the tables' },
    statement: {
      zh: '正文写出的每个件数等于表中对应的格。不等时依次试：本年新收＋上年结转；办理总计；减去结转下年度；办理总计减去上年结转；只是本机关或是全区的数。有一种相符，就写明是哪一种，不算错。',
      en: 'Each count that the prose states is that of its cell. Where it is not, these are tried: new + carried in; concluded; without what is carried out; concluded without what was carried in; this body alone or the whole district. If one fits, the issue says which, and it is no mistake.',
    },
    clause: {
      zh: '没有条款规定口径；同一份报告的第一部分“总体情况”与第三、第四部分的表格说的是同一件事。',
      en: 'No clause sets the definition; part 1 of a report and its tables in parts 3 and 4 speak of the same thing.',
    },
    caveat: {
      zh: '正文是按句式读的，可能读错；每条都引原句，请看原文。小数目会碰巧符合某种口径。列举不全不算矛盾。',
      en: 'Prose is read by patterns and may be misread: each issue quotes its clause; look at the source. Small numbers may fit a definition by chance. A list that is not complete is no contradiction.',
    },
    kinds: {
      stated_contradicts: published(
        '{locator}：正文写“{words}”（{found}），而表中{label_zh}是{expected}，也不符合其他口径。',
        '{locator}: the prose says “{words}” ({found}), but {label_en} in the table is {expected}, and no other definition fits.',
      ),
      stated_differs: doubtful(
        '{locator}：正文写“{words}”（{found}），而表中{label_zh}是{expected}，也不符合其他口径。',
        '{locator}: the prose says “{words}” ({found}), but {label_en} in the table is {expected}, and no other definition fits.',
      ),
      stated_unsure: unsure(
        '{locator}：正文写“{words}”（{found}），表中{label_zh}读作{expected}；表中有的格读得没有把握。',
        '{locator}: the prose says “{words}” ({found}), and {label_en} in the table was read as {expected}, with doubt.',
      ),
      stated_defined: defined(
        '{locator}：正文写“{words}”（{found}），表中{label_zh}是{expected}；正文的数等于{definition_zh}（{sum}），口径不同。',
        '{locator}: the prose says “{words}” ({found}), and {label_en} in the table is {expected}; the prose counts {definition_en} ({sum}), another definition.',
      ),
      stated_scope: scoped(
        '{locator}：正文写“{words}”（{found}），表中{label_zh}是{expected}；{scope_zh}，范围不同。',
        '{locator}: the prose says “{words}” ({found}), and {label_en} in the table is {expected}; {scope_en}.',
      ),
    },
  }),
  stated_share: rule({
    family: 'text',
    title: { zh: '正文的百分比', en: 'Percentages of the prose' },
    statement: {
      zh: '正文在件数后写的百分比，等于该件数除以下列之一：本年新收、办理总计、新收＋上年结转、所在一组的总数、正文写出的任何一个总数；舍入或舍去都算相符。',
      en: 'A percentage behind a count is that count divided by one of: new requests, requests concluded, new + carried in, the total of its group, any larger count of the prose; rounded or cut off.',
    },
    clause: {
      zh: '没有条款；百分比由同一份报告的数算得出。',
      en: 'No clause; a percentage follows from figures of the same report.',
    },
    caveat: {
      zh: '分母没有写明，试过各种可能才报；“公开率”之类没有件数的百分比不核对。',
      en: 'The denominator is seldom named, so all likely ones are tried first; rates without a count, such as a disclosure rate, are not tested.',
    },
    kinds: {
      stated_share: doubtful(
        '{locator}：正文写“{words}”（{found}%），而{count}件占办理总计的{expected}%，除以别的总数也不是这个比例。',
        '{locator}: the prose says “{words}” ({found}%), but {count} make {expected}% of requests concluded, and no other total gives that share.',
      ),
    },
  }),
  stated_year: rule({
    family: 'text',
    title: { zh: '正文写的年份', en: 'The year that the prose names' },
    statement: {
      zh: '写着别的年份的句子，件数不应正好是今年表中的数；若是，多半是年份没有改。',
      en: 'A sentence that names another year should not state exactly this year’s figure; if it does, its year was probably not updated.',
    },
    clause: {
      zh: '《政府信息公开条例》第四十九条：每年公布上一年度的报告。',
      en: 'Regulations on Disclosure, Article 49: each year the report for the year before is published.',
    },
    caveat: {
      zh: '两年的数可能恰好相同；正文另有一句写明今年的数时不提。',
      en: 'Two years may have the same figure; nothing is said where the prose also states this year’s.',
    },
    kinds: {
      stated_year: doubtful(
        '{locator}：正文写“{words}”，说的是{found}年，而件数正好是本报告{expected}年表中的数；年份多半没有改。',
        '{locator}: the prose says “{words}” of {found}, yet the count is that of this report’s table for {expected}; the year was probably not updated.',
      ),
    },
  }),
  stated_fees: rule({
    family: 'text',
    title: { zh: '正文的收费与表中的收费', en: 'Fees of the prose and of the table' },
    statement: {
      zh: '表中的收费是行政事业性收费，以万元计。正文写出的行政事业性收费金额换算后应与它相同，舍入或舍去都算相符；信息处理费是另一种收费，不与它比。正文的元数与表中的万元数正好相同的，多半是以元填了表。',
      en: 'The fees of the table are administrative fees in 万元. The administrative fees that the prose states are the same after conversion, rounded or cut off; the processing fee is another and is not compared. Where the number of yuan in the prose is the number of 万元 in the table, the table was probably filled in yuan.',
    },
    clause: {
      zh: '第二十条第（八）项；《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）。',
      en: 'Article 20, item 8; Measures for the processing fee, 〔2020〕109.',
    },
    caveat: {
      zh: '有的机关把信息处理费填进了行政事业性收费一行；金额换算后相同的，只作说明。正文写明是多个机关的金额的，算范围不同；单项收费不核对。',
      en: 'Some agencies enter the processing fee in the row of administrative fees; where the amounts are the same after conversion, that is noted, no more. An amount said to be of several bodies differs in scope; single fees are not tested.',
    },
    kinds: {
      fee_in_yuan: doubtful(
        '{locator}：正文写“{words}”，表中“{row_zh}”以万元计的一格也印作{expected}，多半是以元填报的。',
        '{locator}: the prose says “{words}”, and the row “{row_en}”, in 万元, also says {expected}; it was probably entered in yuan.',
      ),
      fee_differs: doubtful(
        '{locator}：正文写“{words}”（{found}元），而表中“{row_zh}”是{expected}万元。',
        '{locator}: the prose says “{words}” ({found} yuan), but the row “{row_en}” says {expected} 万元.',
      ),
      fee_scope: scoped(
        '{locator}：正文写“{words}”（{found}元），是多个机关的金额；表中“{row_zh}”是{expected}万元，范围不同。',
        '{locator}: the prose says “{words}” ({found} yuan) of several bodies; the row “{row_en}” says {expected} 万元.',
      ),
      fee_as_administrative: defined(
        '{locator}：正文写“{words}”，与表中“{row_zh}”的{expected}万元是同一笔；信息处理费不属于行政事业性收费。',
        '{locator}: the prose says “{words}”, the same amount as the {expected} 万元 in the row “{row_en}”; the processing fee is no administrative fee.',
      ),
    },
  }),
} as const
