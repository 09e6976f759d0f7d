import { z } from 'zod'
import { formVersions } from '../model/form.ts'
import { agencyTypes, levels, scopes, statuses } from '../model/report.ts'
import { comparabilities, indicatorBases, indicatorKinds } from '../stats/indicators/indicator.ts'
import { regionLevels } from '../stats/regions.ts'

/** Which parts of the interface there is a list of, with a file for each of its members. */
export const collections = ['agencies', 'regions', 'charts', 'indicators'] as const
export type Collection = (typeof collections)[number]

const known = z.number().nullable()
const share = z.object({ value: z.number(), lower: z.number(), upper: z.number() })

const indicatorValue = z.object({
  indicator_id: z.string(),
  numerator: known,
  denominator: known,
  value: known,
  lower: known,
  upper: known,
  basis: z.enum(indicatorBases),
})

const agencyInList = z.object({
  agency_id: z.string(),
  name: z.string(),
  level: z.enum(levels),
  type: z.enum(agencyTypes),
  division_code: z.string(),
  first_year: z.number().int().nullable(),
  last_year: z.number().int().nullable(),
  report_count: z.number().int(),
})

const agencyReport = z.object({
  report_id: z.string(),
  year: z.number().int().nullable(),
  scope: z.enum(scopes),
  status: z.enum(statuses),
  disclosure_form: z.enum(formVersions).nullable(),
  requests_form: z.enum(formVersions).nullable(),
  new_requests: known,
  carried_in: known,
  concluded: known,
  carried_out: known,
  published_on: z.string(),
  source_url: z.string(),
  source_sha256: z.string(),
  /** All cells with what is printed in each, relative to the root of the site. */
  cells: z.string(),
  indicators: z.array(indicatorValue),
})

const agency = agencyInList.extend({
  aliases: z.array(z.string()),
  domain: z.string(),
  province: z.string(),
  city: z.string(),
  county: z.string(),
  township: z.string(),
  parent_id: z.string(),
  name_pinyin: z.string(),
  /** Earliest first. */
  reports: z.array(agencyReport),
})

const regionInList = z.object({
  region_id: z.string(),
  name: z.string(),
  level: z.enum(regionLevels),
  parent_id: z.string().nullable(),
  agencies: z.number().int(),
})

const region = regionInList.extend({
  regions: z.array(z.string()),
  agency_ids: z.array(z.string()),
  years: z.array(
    z.object({
      year: z.number().int(),
      reports: z.number().int(),
      readable: z.number().int(),
      zero: z.number().int(),
      zero_rate: share.nullable(),
      /** Sum over single bodies; aggregate reports are left out. Null without a readable one. */
      new_requests: known,
      aggregate_reports: z.number().int(),
    }),
  ),
})

const bilingual = z.object({ zh: z.string(), en: z.string() })
const chartInList = z.object({ chart_id: z.string(), name: bilingual })
const chart = chartInList.extend({
  headline: bilingual,
  columns: z.array(z.object({ name: z.string(), zh: z.string(), en: z.string() })),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
})

const indicatorInList = z.object({
  indicator_id: z.string(),
  kind: z.enum(indicatorKinds),
  label: bilingual,
  formula: bilingual,
  caveat: bilingual,
  across_forms: z.enum(comparabilities),
})
const indicator = indicatorInList.extend({
  /** Over the reports of single bodies that count; the values of each are in the file of its agency. */
  years: z.array(
    z.object({
      year: z.number().int(),
      reports: z.number().int(),
      /** How many reports have each basis. */
      bases: z.partialRecord(z.enum(indicatorBases), z.number().int()),
      /** Of the values that are given; null without any. */
      quartiles: z
        .object({ min: z.number(), q1: z.number(), median: z.number(), q3: z.number(), max: z.number() })
        .nullable(),
    }),
  ),
})

const index = z.object({
  name: z.string(),
  version: z.string(),
  licence: z.string(),
  /** Present where the data are made up. */
  notice: z.string().optional(),
  openapi: z.string(),
  agencies: z.number().int(),
  reports: z.number().int(),
  years: z.array(z.number().int()),
  collections: z.array(z.object({ name: z.enum(collections), list: z.string(), member: z.string() })),
})

/** What the files of each collection hold: its list, and each of its members. */
export const schemas = {
  agencies: { list: z.array(agencyInList), member: agency, id: 'agency_id' },
  regions: { list: z.array(regionInList), member: region, id: 'region_id' },
  charts: { list: z.array(chartInList), member: chart, id: 'chart_id' },
  indicators: { list: z.array(indicatorInList), member: indicator, id: 'indicator_id' },
} as const

/** What `index.json` holds. */
export const indexSchema = index

export type AgencyFile = z.infer<typeof agency>
export type RegionFile = z.infer<typeof region>
export type ChartFile = z.infer<typeof chart>
export type IndicatorFile = z.infer<typeof indicator>
export type IndexFile = z.infer<typeof index>
