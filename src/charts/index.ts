import type { Bilingual } from '../i18n/locale.ts'
import { applicants } from './applicants.ts'
import { carryOver } from './carryOver.ts'
import type { Chart } from './chart.ts'
import { concentration } from './concentration.ts'
import { coverage } from './coverage.ts'
import { disputes } from './disputes.ts'
import { largest } from './largest.ts'
import { outcomes } from './outcomes.ts'
import { proactive } from './proactive.ts'
import { reasons } from './reasons.ts'
import { volumes } from './volumes.ts'
import { zeroActivity } from './zeroActivity.ts'

/** Charts that answer one question. */
export interface ChartGroup {
  readonly id: string
  readonly title: Bilingual
  readonly charts: readonly Chart[]
}

/** All charts, in the order in which they are shown. Adding a chart is adding it here. */
export const chartGroups: readonly ChartGroup[] = [
  {
    id: 'received',
    title: { zh: '收到多少申请', en: 'How many requests' },
    charts: [zeroActivity, volumes, concentration, largest],
  },
  { id: 'asked', title: { zh: '谁在申请', en: 'Who asks' }, charts: [applicants] },
  {
    id: 'answered',
    title: { zh: '怎样答复', en: 'How they are answered' },
    charts: [outcomes, ...reasons, carryOver],
  },
  { id: 'disputed', title: { zh: '复议和诉讼', en: 'Reconsideration and litigation' }, charts: disputes },
  { id: 'published', title: { zh: '主动公开', en: 'Published without asking' }, charts: [proactive] },
  { id: 'read', title: { zh: '数据有多全', en: 'How complete the data are' }, charts: [coverage] },
]

export const charts: readonly Chart[] = chartGroups.flatMap((group) => group.charts)
