import type { Bilingual } from '../../i18n/locale.ts'
import { formCell } from '../../model/cells.ts'
import { wideCells } from './wideRequests.ts'

/** A view of the SQLite file that answers a question people often have. */
export interface SqlView {
  readonly name: string
  readonly title: Bilingual
  readonly select: string
}

/** Rows of the requests table that say how many requests there were, not what became of them. */
const flowRows = new Set(['received', 'carried_in', 'concluded', 'carried_out'])

/** The total of every result, where a report is on a form that has it: from the wide table, column by column. */
const resultTotals = wideCells.flatMap(({ name, cell_id }) => {
  const { row, column, forms } = formCell(cell_id)
  if (column !== 'total' || flowRows.has(row)) return []
  return `SELECT "report_id", "agency_id", "year", "scope", '${row}' AS "result", "${name}" AS "requests"
FROM "wide_requests"
WHERE "status" <> 'superseded' AND "requests_form" IN (${forms.map((form) => `'${form}'`).join(', ')})`
})

/** The views of `gongkai.sqlite`, beside those of packed tables. */
export const sqlViews: readonly SqlView[] = [
  {
    name: 'counting_reports',
    title: {
      zh: '计入的报告（不含 superseded），连同机关的名称、层级、类型和地区',
      en: 'Reports that count (without superseded ones), with name, level, type and place of the agency',
    },
    select: `SELECT r.*, a."name", a."level", a."type", a."domain", a."province", a."city", a."county", a."township"
FROM "reports" AS r JOIN "agencies" AS a USING ("agency_id")
WHERE r."status" <> 'superseded'`,
  },
  {
    name: 'requests_by_year',
    title: {
      zh: '每年新收申请：报告份数、读得出的份数、零申请份数、件数之和（不含 aggregate）',
      en: 'New requests by year: reports, readable ones, those with none, and their sum (aggregate ones left out)',
    },
    select: `SELECT "year", count(*) AS "reports", count("new_requests") AS "readable",
  count(*) FILTER (WHERE "new_requests" = 0) AS "zero",
  sum("new_requests") FILTER (WHERE "scope" <> 'aggregate') AS "new_requests"
FROM "counting_reports" WHERE "year" IS NOT NULL GROUP BY "year"`,
  },
  {
    name: 'agency_years',
    title: {
      zh: '每个机关每年的申请流量：新收、上年结转、办理、结转下年',
      en: 'The flow of requests of every agency and year: new, carried in, concluded, carried out',
    },
    select: `SELECT "agency_id", "name", "level", "type", "year", "scope", "requests_form", "report_id",
  "new_requests", "carried_in", "concluded", "carried_out"
FROM "counting_reports"`,
  },
  {
    name: 'results',
    title: {
      zh: '办理结果：每份报告每种结果的件数（总计列的有效值）',
      en: 'Results: requests by report and result (effective value of the total column)',
    },
    select: resultTotals.join('\nUNION ALL '),
  },
  {
    name: 'contradictions',
    title: {
      zh: '原文自相矛盾之处，连同机关和年份',
      en: 'Where reports contradict themselves, with agency and year',
    },
    select: `SELECT i."issue_id", i."report_id", r."agency_id", a."name", r."year", i."code", i."cell_ids",
  i."expected", i."found", i."message_zh", i."message_en"
FROM "issues" AS i JOIN "reports" AS r USING ("report_id") JOIN "agencies" AS a USING ("agency_id")
WHERE i."class" = 'published' AND i."severity" <> 'info'`,
  },
]

/**
 * Full-text search over agencies by any three letters or characters of name, other names, place or pinyin
 * (in full, run together, initials): \`WHERE agency_search MATCH '教育局'\`. Two characters need LIKE.
 */
export const agencySearchTable = 'agency_search'
