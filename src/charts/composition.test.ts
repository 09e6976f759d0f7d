import { describe, expect, test } from 'vitest'
import { applicants } from './applicants.ts'
import { flatten } from './drawing.ts'
import { type Invented, inventedAtlas, sevenReports } from './invented.ts'
import { outcomes } from './outcomes.ts'

const mixed = (agency: string, year: number, granted: number, notHeld: number, business = 0): Invented => {
  const received = granted + notHeld
  return {
    agency,
    year,
    received,
    figures: {
      'requests.granted.total': granted,
      'requests.unavailable_not_held.total': notHeld,
      'requests.received.natural_person': received - business,
      'requests.received.business': business,
    },
  }
}
const textsOf = (chart: typeof outcomes, reports: readonly Invented[]) => {
  const drawing = chart.of(inventedAtlas(reports)).parts[0]?.draw('en', 'wide')
  return flatten(drawing?.shapes ?? []).flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
}

describe('outcomes and applicants', () => {
  test('say so when nothing was concluded or received', () => {
    const zeros = sevenReports.slice(0, 4)
    expect(outcomes.of(inventedAtlas(zeros)).words('zh').headline).toBe('已读的报告里还没有办结的申请')
    expect(applicants.of(inventedAtlas([])).words('en').headline).toBe(
      'No new requests in the reports read so far',
    )
    expect(outcomes.of(inventedAtlas(sevenReports.slice(6))).words('zh').headline).toBe(
      '单个机关还没有办结的申请，只有汇总报告有',
    )
  })

  test('leave aggregate reports out of what they say', () => {
    const chart = outcomes.of(inventedAtlas(sevenReports))
    expect(chart.words('zh').headline).toBe('单个机关办结的 27 件申请全部予以公开或部分公开')
    expect(chart.words('zh').subtitle).toContain('合计 27 件')
  })

  test('name the largest share and the next', () => {
    const reports = [mixed('甲局', 2024, 60, 40, 10), mixed('乙局', 2024, 20, 0)]
    expect(outcomes.of(inventedAtlas(reports)).words('en').headline).toBe(
      'Of requests concluded in 2024, 66.7% were disclosed in full or in part; next comes “unable to provide” (33.3%)',
    )
    expect(applicants.of(inventedAtlas(reports)).words('zh').headline).toBe(
      '2024 年 91.7% 的申请由自然人提出，其次是商业企业（8.3%）',
    )
  })

  test('leave out a report whose parts contradict its total, and say how many', () => {
    const wrong: Invented = {
      agency: '丙局',
      year: 2024,
      received: 5,
      figures: { 'requests.granted.total': 4 },
    }
    const chart = outcomes.of(inventedAtlas([mixed('甲局', 2024, 3, 1), wrong]))
    expect(chart.data.rows[0]?.slice(2, 4)).toEqual([2, 1])
    expect(chart.words('en').notes.join(' ')).toContain('1 of 2')
  })

  test('label the break between the forms, where the parts differ', () => {
    expect(textsOf(outcomes, sevenReports)).toContain('2021 form begins')
    expect(textsOf(applicants, sevenReports)).not.toContain('2021 form begins')
  })

  test('give counts where a year has too few requests for a percentage', () => {
    const texts = textsOf(outcomes, sevenReports)
    expect(texts).toContain('1/1')
    expect(texts).toContain('100%')
  })
})
