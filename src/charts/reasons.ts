import { type Countable, plainLabel } from '../i18n/charts.ts'
import type { Bilingual } from '../i18n/locale.ts'
import type { ReportFigures } from '../model/figures.ts'
import { resultRows } from '../model/requestsRows.ts'
import { type Composition, rowsOf } from '../stats/composition.ts'
import type { Chart } from './chart.ts'
import { commonest } from './commonest.ts'
import { compositionChart } from './composition.ts'

/** The rows of a group of results, as parts of it. Both forms have the same rows in the groups shown here. */
const partsOf = (group: string) =>
  resultRows('2021')
    .filter((row) => row.group === group)
    .map((row) => ({ id: row.id, zh: plainLabel(row.zh), en: row.en }))

interface Group {
  readonly id: string
  readonly group: string
  readonly name: Bilingual
  /** What is put together: `不予公开的申请`. */
  readonly whole: Countable
  readonly subtitle: Bilingual
  readonly note: Bilingual
}

function reasonsChart({ id, group, name, whole, subtitle, note }: Group): Chart {
  const parts = partsOf(group)
  const ids = parts.map((part) => part.id)
  return compositionChart({
    id,
    name,
    parts,
    compositionOf: (report: ReportFigures): Composition => rowsOf(report, ids),
    whole,
    subtitle: {
      zh: `${subtitle.zh}，%；不足 20 件的年份给出件数`,
      en: `${subtitle.en}, %; counts where a year has fewer than 20`,
    },
    headline: (locale, years) => commonest(locale, years, parts, whole),
    notes: [
      note,
      {
        zh: '各项理由在 2019 年和 2021 年两版表格中相同，各年可比；但各年收录的机关不同。',
        en: 'The reasons are the same in the forms of 2019 and 2021, so years can be compared; but other agencies are covered from year to year.',
      },
    ],
    formMatters: false,
  })
}

/** The reasons given for refusing, for being unable to provide, and for not processing. */
export const reasons: readonly Chart[] = [
  reasonsChart({
    id: 'refusals',
    group: 'refused',
    name: { zh: '不予公开的理由', en: 'Reasons for refusal' },
    whole: { zh: '不予公开的申请', en: 'requests refused', one: 'request refused' },
    subtitle: { zh: '不予公开的政府信息公开申请，各项理由所占比例', en: 'Requests refused, by reason' },
    note: {
      zh: '只有“不予公开”才是依法拒绝；“无法提供”和“不予处理”另有图表。',
      en: 'Only these are refusals in law; being unable to provide and not processing have charts of their own.',
    },
  }),
  reasonsChart({
    id: 'unavailable',
    group: 'unavailable',
    name: { zh: '无法提供的原因', en: 'Unable to provide' },
    whole: {
      zh: '无法提供的申请',
      en: 'requests where nothing could be provided',
      one: 'request where nothing could be provided',
    },
    subtitle: {
      zh: '无法提供信息的申请，各项原因所占比例',
      en: 'Requests where nothing could be provided, by reason',
    },
    note: {
      zh: '“本机关不掌握”既包括信息不存在，也包括信息由别的机关保存，表格不加区分。',
      en: '“Not held” joins information that does not exist with information that another agency holds; the form does not tell them apart.',
    },
  }),
  reasonsChart({
    id: 'unprocessed',
    group: 'unprocessed',
    name: { zh: '不予处理的原因', en: 'Not processed' },
    whole: { zh: '不予处理的申请', en: 'requests not processed', one: 'request not processed' },
    subtitle: { zh: '不予处理的申请，各项原因所占比例', en: 'Requests not processed, by reason' },
    note: {
      zh: '“不予处理”是申请本身不属于政府信息公开的事项，不是拒绝公开。',
      en: 'What is not processed was found to be no request for information; it is no refusal to disclose.',
    },
  }),
]
