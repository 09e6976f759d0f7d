import { remarkable, rule, scoped } from './rule.ts'

/** What the reports of several agencies say of each other. */
export const agencyRules = {
  aggregate_sum: rule({
    family: 'agencies',
    title: { zh: '汇总报告与下级之和', en: 'An aggregate and its members' },
    statement: {
      zh: '只对写明是汇总的报告：把收录的下级机关同年的新收数加起来，与汇总数并列，写明收录了几个下级机关。下级之和不应大于汇总数。',
      en: 'Only for a report that says it sums up: the new requests of the members held for the year, beside the aggregate’s, with how many members are held. They should not exceed it.',
    },
    clause: {
      zh: '《政府信息公开条例》第四十九条：各级政府的年度报告由主管部门汇总公布。',
      en: 'Regulations on Disclosure, Article 49: the competent department publishes the report of its government.',
    },
    caveat: {
      zh: '没有收录全部下级机关时，和小于汇总数是正常的；没有写明汇总的报告不比。',
      en: 'Where not all members are held, a smaller sum is normal; reports that do not say they sum up are not compared.',
    },
    kinds: {
      aggregate_part: scoped(
        '汇总新收{found}件；收录的{known}个下级机关中，{readable}个有当年可读的数，合计{expected}件。',
        'The aggregate states {found} new requests; of {known} members known here {readable} have a readable figure for the year, {expected} in all.',
      ),
      aggregate_exceeded: {
        ...scoped(
          '收录的{known}个下级机关中，{readable}个当年新收合计{expected}件，已多于汇总的{found}件；汇总的范围可能不同。',
          'Of {known} members known here {readable} state {expected} new requests in all, more than the aggregate’s {found}; it may cover others.',
        ),
        severity: 'warning',
      },
    },
  }),
  text_shared: rule({
    family: 'agencies',
    title: { zh: '与其他机关的文字相同', en: 'The text of another agency' },
    statement: {
      zh: '去掉数字、标点和法定用语后，与另一机关的报告有八成以上相同。',
      en: 'Without figures, punctuation and statutory words, four fifths or more of the text is that of another agency’s report.',
    },
    clause: { zh: '没有条款；供评估报告质量参考。', en: 'No clause; of use in judging a report.' },
    caveat: {
      zh: '上级下发模板时很常见；谁抄谁看不出来。是估计值，误差约 4 个百分点。',
      en: 'Common where a superior hands out a template; who copied whom cannot be told. An estimate, with an error of about 4 points.',
    },
    kinds: {
      text_shared: remarkable(
        '文字约{found}%与“{other}”{year}年的报告相同。',
        'About {found}% of the text is that of the report of {other} for {year}.',
      ),
    },
  }),
} as const
