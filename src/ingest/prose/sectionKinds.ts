import { remembered } from '../remembered.ts'
import { toSimplified } from '../simplified.ts'

/** The six sections that every report has since 2019, in their order. */
export const statutorySections = [
  'general',
  'disclosure',
  'requests',
  'disputes',
  'problems',
  'other',
] as const
export type StatutorySection = (typeof statutorySections)[number]

const who = '(?:本?(?:行政)?机关|行政机关|本年度?|\\d{4}年度?)?'

/**
 * Headings of the six sections as they are printed, whole. Headings of smaller parts have the same words in
 * them (主动公开意识不强, 依申请公开), so that nothing but a whole heading is taken for one.
 */
const headings: readonly (readonly [StatutorySection, RegExp])[] = [
  [
    'general',
    /^(?:概述|概况|引言|前言|(?:本年度?|\d{4}年度?)?(?:政府信息公开|政务公开|信息公开)?(?:工作)?(?:的)?(?:总体|基本|整体)(?:工作)?情况(?:概述)?)$/,
  ],
  [
    'disclosure',
    new RegExp(
      `^${who}(?:主动公开(?:的)?(?:政府)?信息(?:的|公开)?(?:工作)?(?:的)?情况|(?:政府)?信息主动公开(?:工作)?(?:的)?情况)$`,
    ),
  ],
  [
    'requests',
    new RegExp(
      `^${who}(?:收到(?:和|及|、)?(?:办理|处理)?(?:政府)?信息公开申请(?:的)?(?:办理|处理)?(?:的)?情况|(?:政府信息)?依申请公开(?:政府)?信息?(?:和不予公开政府信息)?(?:的)?(?:办理|工作)?(?:的)?情况)$`,
    ),
  ],
  [
    'disputes',
    new RegExp(
      `^${who}(?:因)?(?:政府)?信息公开(?:工作|申请)?(?:的)?(?:引起|引发|被|而)?(?:的)?(?:申请|提起)?(?:的)?行政复议(?:或者|和|或|及|与|、|，|,)?(?:被)?(?:提起)?(?:的)?行政诉讼(?:的)?(?:及申诉)?(?:的)?情况$`,
    ),
  ],
  [
    'problems',
    /^(?:政府信息公开)?(?:工作)?(?:中)?存在的?(?:主要)?(?:问题|不足|困难)(?:和|及|与|、|以及)?(?:下一?步|改进|整改)?.{0,12}$/,
  ],
  ['other', /^(?:其[他它](?:需要)?(?:报告)?(?:的)?(?:有关)?(?:重要)?(?:事项|情况)(?:说明)?|其[他它])$/],
]

/** What every heading has one of. */
const ofHeadings = /情[况況]|概|引言|前言|其[他它]|存在/

/** Which of the six sections a heading opens; null when it is another heading. White space and what stands in brackets behind it are not looked at. */
export function statutorySection(heading: string): StatutorySection | null {
  return heading.length > longest || !ofHeadings.test(heading) ? null : rememberedSection(heading)
}

/** Longer texts are no headings. Those of the form are the same in report after report. */
const longest = 60
const rememberedSection = remembered(sectionOf, { length: longest, size: 2048 })

function sectionOf(heading: string): StatutorySection | null {
  const bare = toSimplified(heading.normalize('NFKC'))
    .replace(/(?<=.)\([^()]*\)/g, '')
    .replace(/[\s。.:;"“”]+/g, '')
  if (bare.length > 40) return null
  return headings.find(([, pattern]) => pattern.test(bare))?.[0] ?? null
}
