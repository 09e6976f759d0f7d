import { doubtful, rule } from './rule.ts'

/** What figures of the forms can be at all. */
export const plausibilityRules = {
  whole_numbers: rule({
    family: 'plausibility',
    title: { zh: '件数是不小于 0 的整数', en: 'Counts are whole numbers, 0 or more' },
    statement: {
      zh: '件数、项数不小于 0，不带小数；只有“本年增/减”可以是负数，只有金额可以带小数。',
      en: 'Counts are whole and not negative; only the change in items may be negative, only amounts may have decimals.',
    },
    clause: { zh: '表格各列的单位：件、项、万元。', en: 'The units of the columns: 件, 项, 万元.' },
    caveat: {
      zh: '可能是印错，也可能是读错了格，所以归“读取”；数照原样保留。',
      en: 'It may be a misprint or a cell misread, so it is an issue of reading; the number stays as printed.',
    },
    kinds: {
      value_implausible: {
        class: 'reading',
        severity: 'warning',
        zh: '{locator}：“{found}”不是这一格可能的数（件数应为不小于 0 的整数）。',
        en: '{locator}: “{found}” cannot be a figure of this cell (counts are whole numbers, 0 or more).',
      },
    },
  }),
  units: rule({
    family: 'plausibility',
    title: { zh: '单位', en: 'Units' },
    statement: {
      zh: '金额以万元为单位。印明“元”的换算成万元；没有印明单位的，按万元读取并注明；数大得不像万元的，提请注意。件数、项数以单件、单项计；表内或表旁印有“万件”一类单位的，数按印出的读取并注明。',
      en: 'Amounts are in 万元 (CNY 10,000). One printed with 元 is converted; one with no unit printed is read in 万元, with a note; one too large to be in 万元 is pointed out. Counts are of single items; where the table or a line beside it names a unit such as 万件 (ten thousand), figures are read as printed, with a note.',
    },
    clause: {
      zh: '第二部分：本年收费金额（单位：万元）；2019 年格式另有采购总金额（单位：万元）。',
      en: 'Part 2: fees of the year in 万元; in the form of 2019 procurement too.',
    },
    caveat: {
      zh: '界限很宽（乡级 10 亿元，县级 100 亿元，地级 1000 亿元，以上和级别未定的 1 万亿元），只抓明显的。',
      en: 'The limits are wide (CNY 1 billion for a township, 10 for a county, 100 for a prefecture, 1,000 above and where the level is not known): only what is plain is caught.',
    },
    kinds: {
      value_converted: {
        class: 'reading',
        severity: 'info',
        zh: '{locator}：“{found}”换算为{expected}{unit}。',
        en: '{locator}: “{found}” is converted to {expected} {unit}.',
      },
      unit_aside: {
        class: 'reading',
        severity: 'warning',
        zh: '{locator}：单独印有“{found}”；金额是否以此为单位不能确定，按所在列的单位读取。',
        en: '{locator}: “{found}” stands by itself; whether amounts are in that unit is not certain, and they were read in that of their column.',
      },
      unit_multiple: {
        class: 'reading',
        severity: 'warning',
        zh: '{locator}：“{found}”表明按万件一类的单位计数；数按印出的读取，没有换算。',
        en: '{locator}: by “{found}”, figures are counted in tens of thousands or another multiple; they were read as printed and not converted.',
      },
      unit_unnamed: {
        class: 'reading',
        severity: 'warning',
        zh: '{locator}：“{found}”没有印明单位，按法定表格的单位（万元）读取。',
        en: '{locator}: no unit is printed for “{found}”; it was read in that of the form (万元).',
      },
      amount_too_large: doubtful(
        '“{row_zh}”：{found}万元大得不合常理，多半是以元填报的。',
        '“{row_en}”: {found} 万元 is more than such a body can have; it was probably entered in yuan.',
      ),
    },
  }),
  carried_out_limit: rule({
    family: 'plausibility',
    title: { zh: '结转的不多于有的', en: 'No more carried over than there was' },
    statement: {
      zh: '每一列：结转下年度不大于本年新收＋上年结转。',
      en: 'In each column: carried out is not more than new + carried in.',
    },
    clause: { zh: '第三部分的一、二、四项。', en: 'Part 3, items 1, 2 and 4.' },
    caveat: {
      zh: '收与办不平衡时常同时出现；两条指的是同一处。',
      en: 'Often found together with a flow that does not balance; both then point to the same place.',
    },
    kinds: {
      carried_out_limit: doubtful(
        '{column_zh}：结转下年度{found}件，多于本年新收与上年结转之和{expected}件。',
        '{column_en}: {found} carried over to next year, more than the {expected} that were new or carried in.',
      ),
    },
  }),
  stock_minimum: rule({
    family: 'plausibility',
    title: { zh: '现行有效的不少于今年制发的', en: 'No fewer in force than were issued' },
    statement: {
      zh: '规章、规范性文件：现行有效件数不小于本年制发减去本年废止；2019 年格式：对外公开总数量不小于本年新公开数量。',
      en: 'Regulations and normative documents: in force is not less than issued minus repealed; in the form of 2019: public to date is not less than newly published.',
    },
    clause: { zh: '第二部分，第二十条第（一）项。', en: 'Part 2, Article 20, item 1.' },
    caveat: {
      zh: '当年制发又失效、移交其他机关的，也会如此，但很少。',
      en: 'Documents issued and expired, or handed to another body, within the year would do so too; that is rare.',
    },
    kinds: {
      stock_minimum: doubtful(
        '“{row_zh}”：{whole_zh}{found}件，少于{part_zh}{expected}件。',
        '“{row_en}”: {found} {whole_en}, fewer than the {expected} {part_en}.',
      ),
    },
  }),
  rule_making: rule({
    family: 'plausibility',
    title: { zh: '谁能制定规章', en: 'Who can make regulations (规章)' },
    statement: {
      zh: '“规章”只有国务院部门、省级政府、设区的市和自治州的政府能制定；其他机关应为 0。',
      en: 'Only departments of the State Council and the governments of provinces, cities with districts and autonomous prefectures can make 规章; all others should state 0.',
    },
    clause: { zh: '《立法法》第九十一条、第九十三条。', en: 'Legislation Law, Articles 91 and 93.' },
    caveat: {
      zh: '汇总下级或上级的数字、级别看不出的不核对；办公厅（室）常代政府填报，也不核对。有的县把规范性文件当作规章。',
      en: 'Aggregates and bodies whose level is not known are not tested, nor general offices, which often report for their government. Some counties call their normative documents 规章.',
    },
    kinds: {
      rule_making: doubtful(
        '“规章”填有{found}件，而{level_zh}的{type_zh}没有规章制定权，可能填的是规范性文件。',
        '{found} regulations (规章) are stated, which a {type_en} of this level ({level_en}) cannot make; they may be normative documents.',
      ),
    },
  }),
} as const
