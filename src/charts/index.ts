import { applicants } from './applicants.ts'
import type { Chart } from './chart.ts'
import { outcomes } from './outcomes.ts'
import { volumes } from './volumes.ts'
import { zeroActivity } from './zeroActivity.ts'

/** All charts, in the order in which they are shown. Adding a chart is adding it here. */
export const charts: readonly Chart[] = [zeroActivity, volumes, outcomes, applicants]
