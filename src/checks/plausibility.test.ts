import { describe, expect, test } from 'vitest'
import { aReport, cellValues, type Figures } from '../../tests/reports.ts'
import type { Report } from '../model/report.ts'
import { checkReport } from './report.ts'

const codesOf = (figures: Figures, about: Partial<Report> = {}) =>
  checkReport(aReport({ cells: cellValues(figures, about.disclosure_form ?? '2021'), ...about }))
    .findings.map((one) => `${one.code} ${one.cells[0]}`)
    .filter((one) => !/^(?:flow|row_total|outcome_total)/.test(one))

describe('counts are whole numbers, 0 or more', () => {
  test.each([-1, 1.5])('not %s', (value) => {
    expect(codesOf({ 'disclosure.licences.decisions': value })).toEqual([
      'value_implausible disclosure.licences.decisions',
    ])
  })
  test('but a change may be negative, and an amount have decimals', () => {
    const figures = { 'disclosure.licences.items_change': -4, 'disclosure.procurement.amount': 1.25 }
    expect(codesOf(figures, { disclosure_form: '2019' })).toEqual([])
    expect(codesOf({ 'disclosure.procurement.amount': -1.25 }, { disclosure_form: '2019' })).toEqual([
      'value_implausible disclosure.procurement.amount',
    ])
  })
})

describe('amounts in 万元', () => {
  const fees = (value: number) => ({ 'disclosure.fees.amount': value })
  test('too large for the level', () => {
    expect(codesOf(fees(1_200_000))).toEqual(['amount_too_large disclosure.fees.amount'])
    expect(codesOf(fees(1_200_000), { agency_level: 'prefecture' })).toEqual([])
  })
  test('large, and possible', () => {
    expect(codesOf(fees(900_000))).toEqual([])
    expect(codesOf(fees(90_000), { agency_level: 'township' })).toEqual([])
  })
})

describe('what is carried out was there', () => {
  const figures = (out: number) => ({
    'requests.received.business': 2,
    'requests.carried_in.business': 1,
    'requests.carried_out.business': out,
  })
  test('not more', () => {
    expect(codesOf(figures(4))).toEqual(['carried_out_limit requests.carried_out.business'])
  })
  test('all of it', () => {
    expect(codesOf(figures(3))).toEqual([])
  })
})

describe('documents in force', () => {
  const documents = (issued: number, repealed: number, in_force: number) => ({
    'disclosure.normative_documents.issued': issued,
    'disclosure.normative_documents.repealed': repealed,
    'disclosure.normative_documents.in_force': in_force,
  })
  test('fewer than were issued', () => {
    expect(codesOf(documents(2, 0, 0))).toEqual(['stock_minimum disclosure.normative_documents.in_force'])
  })
  test('fewer than were issued, since some were repealed again', () => {
    expect(codesOf(documents(3, 2, 1))).toEqual([])
  })
  test('fewer public than published, in the form of 2019', () => {
    const figures = {
      'disclosure.normative_documents.published': 3,
      'disclosure.normative_documents.total_public': 2,
    }
    expect(codesOf(figures, { disclosure_form: '2019' })).toEqual([
      'stock_minimum disclosure.normative_documents.total_public',
    ])
  })
})

describe('who can make 规章', () => {
  const figures = { 'disclosure.regulations.in_force': 6 }
  const found = ['rule_making disclosure.regulations.in_force']
  test.each([
    ['township', 'town'],
    ['county', 'government'],
    ['county', 'office'],
    ['prefecture', 'department'],
    ['province', 'department'],
  ] as const)('not a %s %s', (agency_level, agency_type) => {
    expect(codesOf(figures, { agency_level, agency_type })).toEqual(found)
  })
  test.each([
    ['national', 'department'],
    ['province', 'government'],
    ['prefecture', 'government'],
    ['prefecture', 'office'],
    ['unknown', 'government'],
    ['county', 'unknown'],
  ] as const)('a %s %s can, or nobody knows', (agency_level, agency_type) => {
    expect(codesOf(figures, { agency_level, agency_type })).toEqual([])
  })
  test('an aggregate may hold those of others', () => {
    expect(
      codesOf(figures, { agency_level: 'county', agency_type: 'government', scope: 'aggregate' }),
    ).toEqual([])
  })
})
