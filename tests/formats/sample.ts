import { type CellId, cellId } from '../../src/model/cells.ts'
import { applicantColumns, type FormVersion, form, headings, resultGroups } from '../../src/model/form.ts'
import { resultRows } from '../../src/model/requestsRows.ts'

/** An invented report: its form and the number in every cell. */
export interface Sample {
  readonly version: FormVersion
  readonly title: string
  readonly numbers: ReadonlyMap<CellId, number>
}

/** A cell of a table as Word would have it. */
export interface Merged {
  readonly text: string
  readonly colspan?: number
  readonly rowspan?: number
}
export type Grid = readonly (readonly Merged[])[]

/** Draws a whole number from 0 to `below - 1`. */
export type Draw = (below: number) => number

/** A repeatable source of numbers, for samples outside property tests. */
export function seeded(seed: number): Draw {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

/** Mostly zero, else small, now and then large: as in real reports. */
const count = (draw: Draw): number => {
  const kind = draw(10)
  if (kind < 4) return 0
  return kind < 9 ? draw(60) : draw(9000)
}

const applicants = applicantColumns.map((column) => column.id)
const parts = applicants.slice(0, -1)

/** A report whose figures meet every identity of the form. */
export function sampleReport(version: FormVersion, draw: Draw): Sample {
  const numbers = new Map<CellId, number>()
  for (const section of form.disclosure.forms[version]) {
    for (const row of section.rows) {
      for (const column of section.columns) {
        const value = column.type === 'decimal' ? count(draw) + draw(10_000) / 10_000 : count(draw)
        const sign = column.type === 'signed_integer' && draw(3) === 0 ? -1 : 1
        numbers.set(cellId('disclosure', row.id, column.id), value === 0 ? 0 : sign * value)
      }
    }
  }
  fillRequests(version, draw, numbers)
  for (const row of form.disputes.forms['2021'][0]?.rows ?? []) {
    let sum = 0
    for (const column of ['upheld', 'overturned', 'other', 'pending']) {
      const value = count(draw)
      sum += value
      numbers.set(cellId('disputes', row.id, column), value)
    }
    numbers.set(cellId('disputes', row.id, 'total'), sum)
  }
  return { version, title: '云梦省虚构市乙县民政局2023年政府信息公开工作年度报告', numbers }
}

function fillRequests(version: FormVersion, draw: Draw, numbers: Map<CellId, number>): void {
  const rows = resultRows(version).map((row) => row.id)
  for (const column of parts) {
    let concluded = 0
    for (const row of rows) {
      const value = count(draw)
      concluded += value
      numbers.set(cellId('requests', row, column), value)
    }
    const carriedOut = count(draw)
    const carriedIn = Math.min(count(draw), concluded + carriedOut)
    numbers.set(cellId('requests', 'concluded', column), concluded)
    numbers.set(cellId('requests', 'carried_out', column), carriedOut)
    numbers.set(cellId('requests', 'carried_in', column), carriedIn)
    numbers.set(cellId('requests', 'received', column), concluded + carriedOut - carriedIn)
  }
  for (const row of [...rows, 'concluded', 'carried_out', 'carried_in', 'received']) {
    const sum = parts.reduce((all, column) => all + (numbers.get(cellId('requests', row, column)) ?? 0), 0)
    numbers.set(cellId('requests', row, 'total'), sum)
  }
}

const shown = (sample: Sample, id: CellId): string => String(sample.numbers.get(id))

/** The three statutory tables of a sample with their merged cells. */
export function gridsOf(sample: Sample): { disclosure: Grid; requests: Grid; disputes: Grid } {
  return {
    disclosure: disclosureGrid(sample),
    requests: requestsGrid(sample),
    disputes: disputesGrid(sample),
  }
}

function disclosureGrid(sample: Sample): Grid {
  return form.disclosure.forms[sample.version].flatMap((section) => {
    const span = (i: number) =>
      i === section.columns.length - 1 ? { colspan: 4 - section.columns.length } : { colspan: 1 }
    return [
      [{ text: section.clause, colspan: 4 }],
      [
        { text: headings.contents.zh },
        ...section.columns.map((column, i) => ({ text: column.zh, ...span(i) })),
      ],
      ...section.rows.map((row) => [
        { text: row.zh },
        ...section.columns.map((column, i) => ({
          text: shown(sample, cellId('disclosure', row.id, column.id)),
          ...span(i),
        })),
      ]),
    ]
  })
}

function requestsGrid(sample: Sample): Grid {
  const rows = form.requests.forms[sample.version][0]?.rows ?? []
  const inResults = rows.filter((row) => !['received', 'carried_in', 'carried_out'].includes(row.id))
  const grid: Merged[][] = [
    [
      { text: headings.note.zh, colspan: 3, rowspan: 3 },
      { text: headings.applicants.zh, colspan: 7 },
    ],
    [
      { text: '自然人', rowspan: 2 },
      { text: headings.organisations.zh, colspan: 5 },
      { text: '总计', rowspan: 2 },
    ],
    applicantColumns.slice(1, -1).map((column) => ({ text: column.zh })),
  ]
  for (const row of rows) {
    const label: Merged[] = []
    if (row === inResults[0]) label.push({ text: headings.results.zh, rowspan: inResults.length })
    if (!row.group) label.push({ text: row.zh, colspan: inResults.includes(row) ? 2 : 3 })
    else {
      const siblings = rows.filter((one) => one.group === row.group)
      const group = resultGroups.find((one) => one.id === row.group)
      if (row === siblings[0]) label.push({ text: group?.zh ?? '', rowspan: siblings.length })
      label.push({ text: row.zh })
    }
    const values = applicants.map((column) => ({ text: shown(sample, cellId('requests', row.id, column)) }))
    grid.push([...label, ...values])
  }
  return grid
}

function disputesGrid(sample: Sample): Grid {
  const section = form.disputes.forms['2021'][0]
  const columns = section?.columns ?? []
  const rows = section?.rows ?? []
  const outcomes = columns.map((column) => ({ text: column.zh }))
  return [
    [
      { text: '行政复议', colspan: 5 },
      { text: '行政诉讼', colspan: 10 },
    ],
    [
      ...outcomes.map((one) => ({ ...one, rowspan: 2 })),
      { text: '未经复议直接起诉', colspan: 5 },
      { text: '复议后起诉', colspan: 5 },
    ],
    [...outcomes, ...outcomes],
    rows.flatMap((row) =>
      columns.map((column) => ({ text: shown(sample, cellId('disputes', row.id, column.id)) })),
    ),
  ]
}
