import type { Atlas } from '../dataset/load.ts'
import { type CellId, cellsOfForm } from '../model/cells.ts'
import { figuresOf } from '../model/figures.ts'
import type { FormVersion } from '../model/form.ts'
import type { Agency, Report, Scope, Status } from '../model/report.ts'
import type { CellValue } from '../model/values.ts'

/** What a test says of a report; `received` null is a figure that cannot be read. */
export interface Invented {
  readonly agency: string
  readonly year: number
  readonly received: number | null
  readonly scope?: Scope
  readonly form?: FormVersion
  readonly status?: Status
  /** Other figures of the requests table, such as `requests.granted.total`. */
  readonly figures?: Readonly<Record<string, number>>
}

function value(id: CellId, figure: number | null): CellValue {
  const kind = figure === null ? 'unreadable' : 'number'
  const basis = figure === null ? null : 'printed'
  const raw = figure === null ? '?' : `${figure}`
  return {
    cell_id: id,
    value: figure,
    kind,
    raw,
    effective_value: figure,
    basis,
    reading: 'exact',
    locator: '',
  }
}

function report({
  agency,
  year,
  received,
  scope = 'own_body',
  form = '2021',
  status = 'complete',
  figures = {},
}: Invented): Report {
  const all: Record<string, number> = {
    'requests.received.total': received ?? 0,
    'requests.received.natural_person': received ?? 0,
    'requests.concluded.total': received ?? 0,
    'requests.granted.total': received ?? 0,
    ...figures,
  }
  return {
    report_id: `${agency}-${year}`,
    agency_id: agency,
    agency_name: agency,
    agency_type: 'department',
    agency_level: 'county',
    division_code: '',
    year,
    title: '',
    scope,
    disclosure_form: form,
    requests_form: form,
    status,
    published_on: '',
    source: { path: '', format: 'text', bytes: 0, sha256: '', url: '', retrieved_on: '' },
    cells: cellsOfForm('requests', form).map((id) => value(id, received === null ? null : (all[id] ?? 0))),
    stated: [],
    text_sketch: '',
    tested: {},
    issues: [],
  }
}

/** An agency of which nothing but its name is known. */
export function agency(name: string): Agency {
  return {
    agency_id: name,
    name,
    aliases: [],
    level: 'county',
    type: 'department',
    domain: '',
    division_code: '',
    province: '',
    city: '',
    county: '',
    township: '',
    parent_id: '',
    first_year: null,
    last_year: null,
    report_count: 1,
    name_pinyin: '',
  }
}

/** An atlas of invented reports, for the tests of charts. */
export function inventedAtlas(reports: readonly Invented[]): Atlas {
  const byAgency = Map.groupBy(reports, (one) => one.agency)
  return {
    reports: reports.map((one) => figuresOf(report(one))),
    agencies: [...byAgency].map(([name, own]) => {
      const years = own.map((one) => one.year)
      return { ...agency(name), first_year: Math.min(...years), last_year: Math.max(...years) }
    }),
    unread: [],
    corrections: [],
    issue_kinds: [],
    files: { found: reports.length, reports: reports.length },
    formats: [],
  }
}

/** The shape of the default corpus: four zeros in two years, two reports with requests, one aggregate report. */
export const sevenReports: readonly Invented[] = [
  { agency: '甲街道办事处', year: 2020, received: 0, form: '2019' },
  { agency: '乙街道办事处', year: 2022, received: 0 },
  { agency: '丙镇人民政府', year: 2022, received: 0 },
  { agency: '丁局', year: 2022, received: 0, form: '2019' },
  { agency: '戊街道办事处', year: 2022, received: 1 },
  { agency: '己局', year: 2023, received: 26 },
  { agency: '庚市人民政府', year: 2024, received: 3119, scope: 'aggregate' },
]
