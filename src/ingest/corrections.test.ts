import { describe, expect, test } from 'vitest'
import { CorrectionsError, parseCorrections } from './corrections.ts'

const head = 'report,field,expected,corrected,reason,source,date,by'
const line = 'a-2022,requests.received.total,12,21,digits swapped,https://example.org/a,2025-12-30,M. Example'
const parse = (...lines: readonly string[]) => parseCorrections([head, ...lines].join('\n'))

test('a line is a correction; only what is expected may be empty', () => {
  expect(parse(line, line.replace('total,12', 'business,'))).toMatchObject([
    {
      report_id: 'a-2022',
      field: 'requests.received.total',
      expected: '12',
      corrected: '21',
      by: 'M. Example',
    },
    { field: 'requests.received.business', expected: '' },
  ])
  expect(parse()).toEqual([])
})

describe('a mistake stops the run with a line that says where', () => {
  test.each([
    [
      'field',
      line.replace('received', 'recieved'),
      'is neither a cell of the forms nor a fact that can be corrected',
    ],
    ['corrected', line.replace(',21,', ',many,'), 'is not a number'],
    ['reason', line.replace('digits swapped', ''), 'is empty'],
    ['date', line.replace('2025-12-30', '30.12.2025'), 'is not a date like 2025-12-30'],
  ])('%s', (field, wrong, says) => {
    expect(() => parse(line.replace('a-', 'b-'), wrong)).toThrow(
      new CorrectionsError(`corrections.csv, line 3, ${field}: ${says}`),
    )
  })
  test('a correction made twice, a column that is not there, a line of another length', () => {
    expect(() => parse(line, line)).toThrow(
      'corrections.csv, line 3: a-2022 requests.received.total is corrected twice',
    )
    expect(() => parseCorrections(head.replace(',by', ''))).toThrow('corrections.csv, line 1: no column by')
    expect(() => parse('a-2022,year')).toThrow(/^corrections\.csv, line 2: /)
  })
})
