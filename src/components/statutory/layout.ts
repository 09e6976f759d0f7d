import type { Bilingual } from '../../i18n/locale.ts'
import { frameWords } from '../../i18n/statutory.ts'
import { type CellId, cellId } from '../../model/cells.ts'
import {
  applicantColumns,
  type FormRow,
  type FormSection,
  type FormTable,
  type FormVersion,
  form,
  resultGroups,
} from '../../model/form.ts'

/** A printed label with its place in the table, or a cell that holds a figure. */
export type FormPart =
  | {
      readonly kind: 'label'
      readonly text: Bilingual
      readonly scope: 'col' | 'colgroup' | 'row' | 'rowgroup' | 'none'
      readonly colspan: number
      readonly rowspan: number
    }
  | { readonly kind: 'value'; readonly id: CellId; readonly colspan: number }

/** A statutory table in the shape it is printed in: rows of the head, then groups of rows of the body. */
export interface FormLayout {
  readonly head: readonly (readonly FormPart[])[]
  readonly body: readonly (readonly (readonly FormPart[])[])[]
}

type Scope = Extract<FormPart, { kind: 'label' }>['scope']
const label = (text: Bilingual, scope: Scope, colspan = 1, rowspan = 1): FormPart => ({
  kind: 'label',
  text,
  scope,
  colspan,
  rowspan,
})
const value = (id: CellId, colspan = 1): FormPart => ({ kind: 'value', id, colspan })

/** The shape of a table of a form, with every cell of `cellsOfForm` once. */
export function formLayout(table: FormTable, version: FormVersion): FormLayout {
  const sections = form[table.id].forms[version]
  if (table.id === 'disclosure') return disclosureLayout(sections)
  const section = sections[0]
  if (!section) return { head: [], body: [] }
  return table.id === 'requests' ? requestsLayout(section) : disputesLayout(section)
}

/** One part a clause: a line with the clause, a line with its own columns, then its rows. */
function disclosureLayout(sections: readonly FormSection[]): FormLayout {
  const width = Math.max(...sections.map((section) => section.columns.length))
  /** The last column of a narrower clause takes what is left, as in print. */
  const span = (section: FormSection, i: number) => (i === section.columns.length - 1 ? width - i : 1)
  const body = sections.map((section) => [
    [label({ zh: section.clause, en: frameWords.clause(section.clause) }, 'rowgroup', width + 1)],
    [
      label(frameWords.content, 'col'),
      ...section.columns.map((column, i) => label(column, 'col', span(section, i))),
    ],
    ...section.rows.map((row) => [
      label(row, 'row'),
      ...section.columns.map((column, i) => value(cellId('disclosure', row.id, column.id), span(section, i))),
    ]),
  ])
  return { head: [], body }
}

const requestsHead: FormLayout['head'] = [
  [
    label(frameWords.identity, 'none', 3, 3),
    label(frameWords.applicants, 'colgroup', applicantColumns.length),
  ],
  [
    ...applicantColumns.slice(0, 1).map((column) => label(column, 'col', 1, 2)),
    label(frameWords.organisations, 'colgroup', applicantColumns.length - 2),
    ...applicantColumns.slice(-1).map((column) => label(column, 'col', 1, 2)),
  ],
  applicantColumns.slice(1, -1).map((column) => label(column, 'col')),
]

/** Rows by parts of the form: 本年新收, 上年结转, the results under one label, 结转下年度. */
function requestsLayout(section: FormSection): FormLayout {
  const values = (row: FormRow) =>
    section.columns.map((column) => value(cellId('requests', row.id, column.id)))
  const opening = new Set(['received', 'carried_in'])
  const whole = (row: FormRow) => [label(row, 'row', 3), ...values(row)]
  const results = section.rows.filter((row) => !opening.has(row.id) && row.id !== 'carried_out')
  const resultLines = results.map((row, i) => {
    const line: FormPart[] = i === 0 ? [label(frameWords.results, 'rowgroup', 1, results.length)] : []
    const group = resultGroups.find((one) => one.id === row.group)
    if (!group) return [...line, label(row, 'row', 2), ...values(row)]
    const members = results.filter((one) => one.group === group.id)
    if (members[0] === row) line.push(label(group, 'rowgroup', 1, members.length))
    return [...line, label(row, 'row'), ...values(row)]
  })
  return {
    head: requestsHead,
    body: [
      section.rows.filter((row) => opening.has(row.id)).map(whole),
      resultLines,
      section.rows.filter((row) => row.id === 'carried_out').map(whole),
    ],
  }
}

/** The part of a label after its heading: `行政诉讼：复议后起诉` is printed as two levels. */
const underHeading = (row: FormRow): Bilingual => ({ zh: row.zh.split('：').at(-1) ?? row.zh, en: row.en })

/** One line of figures, its three rows side by side under a head of two levels. */
function disputesLayout({ rows, columns }: FormSection): FormLayout {
  const width = columns.length
  const [review, ...suits] = rows
  if (!review) return { head: [], body: [] }
  return {
    head: [
      [label(review, 'colgroup', width), label(frameWords.litigation, 'colgroup', width * suits.length)],
      [
        ...columns.map((column) => label(column, 'col', 1, 2)),
        ...suits.map((row) => label(underHeading(row), 'colgroup', width)),
      ],
      suits.flatMap(() => columns.map((column) => label(column, 'col'))),
    ],
    body: [[rows.flatMap((row) => columns.map((column) => value(cellId('disputes', row.id, column.id))))]],
  }
}
