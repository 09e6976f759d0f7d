import { describe, expect, test } from 'vitest'
import { readProse } from '../../tests/prose.ts'
import { aReport, cellValues } from '../../tests/reports.ts'
import { checkReport } from './report.ts'

const cells = cellValues({
  'requests.received.total': 20,
  'requests.carried_in.total': 5,
  'requests.concluded.total': 24,
  'requests.granted.total': 6,
  'requests.refused_internal.total': 3,
  'requests.refused_inquiry.total': 1,
})

/** What is said of the shares in a text, and how many were tested. */
function said(text: string) {
  const { findings, tested } = checkReport(aReport({ cells, stated: readProse(text) }))
  const found = findings.filter(({ code }) => code === 'stated_share')
  return [tested.stated_share ?? 0, ...found.map((one) => `${one.found} ${one.expected}`)]
}

describe('a percentage behind a count', () => {
  test.each([
    ['of requests concluded', '办结政府信息公开申请24件，其中予以公开6件，占25%。'],
    ['of new requests', '办结政府信息公开申请24件，其中予以公开6件（占30%）。'],
    ['of its group', '政府信息公开申请中，属于行政查询事项1件，占不予公开的25%。'],
    [
      'cut off',
      '政府信息公开申请中，属于三类内部事务信息3件，占总数的12.5%，属于行政查询事项1件，占总数的4.1%。',
    ],
  ])('%s agrees', (_, text) => {
    const [tests, ...found] = said(text)
    expect(tests).toBeGreaterThan(0)
    expect(found).toEqual([])
  })
  test('of nothing is pointed out', () => {
    expect(said('办结政府信息公开申请24件，其中予以公开6件，占52%。')).toEqual([1, '52 25'])
  })
  test.each([
    '政府信息公开申请的公开率为64.5%。',
    '收到政府信息公开申请20件，较去年上涨20%。',
    '政府信息公开申请予以公开6件，均在法定期限内答复，占比不详。',
  ])('is not tested where it is of something else: %s', (text) => {
    expect(said(text)).toEqual([0])
  })
})
