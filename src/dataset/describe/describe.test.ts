import { describe, expect, test } from 'vitest'
import { anAgency, aReport } from '../../../tests/reports.ts'
import { formCells } from '../../model/cells.ts'
import { figuresOf } from '../../model/figures.ts'
import { finding } from '../../model/issue.ts'
import type { Atlas } from '../load.ts'
import { toIssues } from '../numberIssues.ts'
import { toCsv } from '../write/csv.ts'
import { cellRow, issueRow, rowsOf, rowsOfReport } from '../write/rows.ts'
import { filesOf } from '../write/tableFiles.ts'
import type { Row, Value } from '../write/values.ts'
import { type PublishedTable, targetOf } from './columns.ts'
import { dataPackage } from './dataPackage.ts'
import { publishedTable, publishedTables } from './tables.ts'

const report = aReport()
const atlas: Atlas = {
  reports: [figuresOf(report)],
  agencies: [anAgency()],
  unread: [],
  corrections: [
    {
      report_id: 'xugou-2022',
      field: 'year',
      expected: '2022',
      corrected: '2021',
      reason: 'misprint',
      source: 'https://example.org/',
      date: '2025-12-30',
      by: 'M. Example',
      found: '2022',
      status: 'applied',
    },
  ],
  issue_kinds: [],
  files: { found: 1, reports: 1 },
  formats: [],
}

/** The rows of a table, those that are not made from the atlas alone included. */
function rowsFor(table: PublishedTable): Row[] {
  if (table.name === 'cells') return report.cells.map((cell) => cellRow(report, cell))
  if (table.name === 'issues')
    return toIssues([finding('no_report')], report.report_id, 'a.txt').map(issueRow)
  const ofReport = rowsOfReport[table.name]
  if (ofReport)
    return ofReport(figuresOf(report), undefined).map((values) =>
      Object.fromEntries(table.columns.map(({ name }, i) => [name, values[i] as Value])),
    )
  return [...(rowsOf(table)?.(atlas) ?? [])]
}

describe('publishedTables', () => {
  test('have keys and references among their columns, and every column once', () => {
    for (const table of publishedTables) {
      const names = table.columns.map((column) => column.name)
      expect(new Set(names).size).toBe(names.length)
      expect(names).toEqual(expect.arrayContaining([...table.key]))
      for (const reference of table.references ?? []) {
        expect(names).toEqual(expect.arrayContaining([...reference.fields]))
        expect(publishedTable(reference.table).key).toEqual(targetOf(reference))
      }
      for (const column of table.columns) expect([column.zh, column.en]).not.toContain('')
    }
  })

  test('have the columns of the contract', () => {
    const header = (name: string) => toCsv(publishedTable(name), []).split('\n')[0]
    expect(header('reports')).toBe(
      'report_id,agency_id,agency_name,year,title,scope,disclosure_form,requests_form,status,new_requests,carried_in,concluded,carried_out,issue_count,published_on,source_path,source_format,source_sha256,source_url,retrieved_on',
    )
    expect(header('cells')).toBe(
      'report_id,cell_id,table,row,column,value,kind,raw,effective_value,basis,reading,locator',
    )
    expect(header('issues')).toBe(
      'issue_id,report_id,source_path,class,severity,code,cell_ids,expected,found,message_zh,message_en',
    )
    expect(header('agencies')).toBe(
      'agency_id,name,aliases,level,type,domain,division_code,province,city,county,township,parent_id,first_year,last_year,report_count,name_pinyin',
    )
    expect(header('indicators')).toBe('report_id,indicator_id,numerator,denominator,value,lower,upper,basis')
    expect(header('zero_activity')).toBe('year,group_by,group,reports,readable,zero,rate,lower,upper')
    expect(header('codebook')).toBe(
      'cell_id,table,row,column,form,clause_zh,label_zh,label_en,unit,type,aliases',
    )
  })

  test('are filled from every column that they name', () => {
    for (const table of publishedTables) {
      const rows = rowsFor(table)
      // Only a dataset after a release has changes.
      if (table.name === 'changes') continue
      expect([table.name, rows.length > 0]).toEqual([table.name, true])
      for (const row of rows.slice(0, 1))
        expect([table.name, table.columns.filter(({ name }) => row[name] === undefined)]).toEqual([
          table.name,
          [],
        ])
    }
  })

  test('list every cell of both forms in the codebook, once', () => {
    const ids = rowsFor(publishedTable('codebook')).map((row) => row['cell_id'])
    expect(ids).toEqual([...formCells.keys()].sort())
  })

  test('have only values that they allow', () => {
    for (const table of publishedTables) {
      const rows = rowsFor(table)
      for (const { name, enum: allowed } of table.columns) {
        if (!allowed) continue
        const others = rows
          .map((row) => row[name])
          .filter((value) => value !== null && !allowed.includes(String(value)))
        expect([table.name, name, others]).toEqual([table.name, name, []])
      }
    }
  })
})

describe('dataPackage', () => {
  const parts = ['reports', 'agencies', 'codebook', 'wide_requests'].map(publishedTable)
  const cells = publishedTable('cells')
  const files = [
    ...parts.flatMap((table) => filesOf({ table, path: table.path })),
    ...['cells/2022.csv', 'cells/undated.csv'].flatMap((path) => filesOf({ table: cells, path })),
    { path: 'gongkai.sqlite' },
  ].map((file) => ({ ...file, bytes: 10, sha256: file.path }))
  const described = dataPackage(files, '1.2.3')

  test('describes every file with its path, size and hash', () => {
    expect(described.resources.map(({ path, bytes, hash }) => [path, bytes, hash])).toEqual(
      files.map(({ path, bytes, sha256 }) => [path, bytes, `sha256:${sha256}`]),
    )
    expect([described.name, described.version, described.licenses[0]?.name]).toEqual([
      'gongkai-atlas',
      '1.2.3',
      'CC-BY-4.0',
    ])
  })

  test('names every resource once, as the standard allows', () => {
    const names = described.resources.map((resource) => resource.name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[a-z0-9._-]+$/)
  })

  test('refers only to resources that are there', () => {
    const schemas = new Map(
      described.resources.flatMap((one) => ('schema' in one ? [[one.name, one.schema] as const] : [])),
    )
    expect(schemas.size).toBe(files.length - 1)
    for (const [name, schema] of schemas) {
      const fields = schema.fields.map((one) => one.name)
      expect(fields).toEqual(expect.arrayContaining([...(schema.primaryKey ?? [])]))
      for (const { reference } of schema.foreignKeys ?? []) {
        const target = schemas.get(reference.resource || name)
        expect(target?.fields.map((one) => one.name)).toEqual(expect.arrayContaining([...reference.fields]))
      }
    }
  })

  test('has no copy for spreadsheets of a table that is too long for a sheet', () => {
    expect(described.resources.map(({ path }) => path).filter((path) => path.startsWith('excel/'))).toEqual([
      'excel/reports.csv',
      'excel/agencies.csv',
      'excel/codebook.csv',
      'excel/wide/requests.csv',
    ])
  })
})
