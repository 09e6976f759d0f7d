import Ajv2020 from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { anAgency, balanced, someFigures } from '../../tests/reports.ts'
import type { Atlas } from '../dataset/load.ts'
import { apiFiles } from './files.ts'
import { openApi } from './openApi.ts'

let next = 0
const figures = () => balanced(() => next++ % 5)
const atlas: Atlas = {
  reports: [
    someFigures({ agency_id: 'a', year: 2021 }, figures()),
    someFigures({ agency_id: 'a', year: 2022 }, figures()),
    someFigures({ agency_id: 'b', year: 2022, scope: 'aggregate' }, { 'requests.received.total': null }),
    someFigures({ agency_id: 'b', year: null, report_id: 'b-undated-1' }),
  ],
  agencies: [
    anAgency('a', { province: '云梦省', city: '虚构市', county: '甲区' }),
    anAgency('b', { province: '云梦省', level: 'prefecture', type: 'government' }),
  ],
  unread: [],
  issue_kinds: [],
  files: { found: 4, reports: 4 },
  formats: [],
  corrections: [],
}
/** As a program gets them. */
const files = [...apiFiles(atlas)].map(({ path, content }) => ({
  path,
  content: JSON.parse(JSON.stringify(content())) as unknown,
}))
const at = (path: string) => files.find((file) => file.path === path)?.content as Record<string, never>
const description = openApi()

/** The path of the description that a file is at. */
const templateOf = (path: string) =>
  Object.keys(description.paths).find((template) =>
    new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(`/${path}`),
  )

describe('the OpenAPI description', () => {
  test('has a path for every file, and a file for every path', () => {
    const served = files.filter((file) => file.path !== 'openapi.json')
    expect(served.filter((file) => !templateOf(file.path))).toEqual([])
    expect(new Set(served.map((file) => templateOf(file.path)))).toEqual(
      new Set(Object.keys(description.paths)),
    )
    expect(new Set(files.map((file) => file.path)).size).toBe(files.length)
  })

  test('describes what is in every file', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    ajv.addSchema({ $id: 'api', ...description })
    for (const { path, content } of files) {
      const template = templateOf(path)
      if (!template) continue
      const { operationId } = description.paths[template as '/index.json'].get
      const ref =
        description.paths[template as '/index.json'].get.responses['200'].content['application/json'].schema
          .$ref
      const validate = ajv.getSchema(`api${ref}`)
      expect([path, operationId, validate?.(content), validate?.errors]).toEqual([
        path,
        operationId,
        true,
        null,
      ])
    }
  })

  test('would not accept a file of another kind', () => {
    const ajv = new Ajv2020({ strict: false })
    ajv.addSchema({ $id: 'api', ...description })
    expect(ajv.getSchema('api#/components/schemas/agencies')?.(at('charts/volumes.json'))).toBe(false)
  })

  test('keeps to OpenAPI 3.1: parameters of a path are declared, operations named once', () => {
    const operations = Object.entries(description.paths)
    expect(description.openapi).toBe('3.1.0')
    expect(new Set(operations.map(([, { get }]) => get.operationId)).size).toBe(operations.length)
    for (const [path, { get }] of operations) {
      const declared = ('parameters' in get ? (get.parameters as { name: string }[]) : []).map(
        (one) => one.name,
      )
      expect(declared).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((one) => one[1]))
    }
  })
})

describe('the files', () => {
  test('of an agency have its reports with indicators, the earliest first', () => {
    const { reports } = at('agencies/a.json') as unknown as {
      reports: { year: number; indicators: { indicator_id: string; basis: string }[] }[]
    }
    expect(reports.map((one) => one.year)).toEqual([2021, 2022])
    const change = reports.map(
      (one) => one.indicators.find((value) => value.indicator_id === 'new_requests_change')?.basis,
    )
    expect(change[0]).toBe('no_earlier_report')
    expect(change[1]).not.toBe('no_earlier_report')
  })

  test('of an indicator leave aggregate reports out, and give no quartiles of nothing', () => {
    const { years } = at('indicators/new_requests.json') as unknown as {
      years: { year: number; reports: number; quartiles: object | null }[]
    }
    expect(years.map(({ year, reports }) => [year, reports])).toEqual([
      [2021, 1],
      [2022, 1],
    ])
    const mix = at('indicators/refusal_mix_internal.json') as unknown as {
      years: { bases: object; quartiles: unknown }[]
    }
    for (const { bases, quartiles } of mix.years) if (!('effective' in bases)) expect(quartiles).toBeNull()
  })

  test('of a region say what lies in it', () => {
    const list = at('regions.json') as unknown as { region_id: string; name: string; agencies: number }[]
    expect(list.map(({ name, agencies }) => [name, agencies])).toEqual([
      ['云梦省', 2],
      ['虚构市', 1],
      ['甲区', 1],
    ])
    expect(at(`regions/${list[0]?.region_id}.json`)).toMatchObject({
      agency_ids: ['a', 'b'],
      regions: [list[1]?.region_id],
    })
  })
})
