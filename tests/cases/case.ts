import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { assemble } from '../../src/dataset/assemble.ts'
import type { FileReading } from '../../src/dataset/report.ts'
import { readBack } from '../../src/invented/readBack.ts'
import type { Rendered } from '../../src/invented/render/layout.ts'
import type { Document } from '../../src/model/document.ts'
import type { FormVersion } from '../../src/model/form.ts'
import type { IssueCode } from '../../src/model/issue.ts'
import type { Report, Scope, Status } from '../../src/model/report.ts'
import type { StatedCount } from '../../src/model/stated.ts'
import type { Basis, ValueKind } from '../../src/model/values.ts'

/** A cell that is no number, or of which more than its number is expected. */
export interface ExpectedCell {
  readonly kind: ValueKind
  readonly raw?: string
  readonly effective?: number
  readonly basis?: Basis
}

/** What is expected of one input, all of it: cells that are in neither list are a printed 0. */
export interface Expected {
  /** What the case is about, in one sentence. */
  readonly about: string
  readonly agency: string
  readonly year: number | null
  readonly title: string
  readonly scope: Scope
  readonly forms: { readonly disclosure: FormVersion | null; readonly requests: FormVersion | null }
  readonly status: Status
  /** Every printed number but 0, by cell id. */
  readonly numbers: Readonly<Record<string, number>>
  /** Every cell that is no number, by cell id; `requests.partial.*` stands for the whole row. */
  readonly others: Readonly<Record<string, ExpectedCell>>
  /** Where some cells stand. */
  readonly located: Readonly<Record<string, string>>
  /** Rows whose shape had to be worked out: of the requests table by their own id, of others as `table.row`. */
  readonly recovered: readonly string[]
  /** Every issue, with its cells. */
  readonly issues: readonly { readonly code: string; readonly cells: readonly string[] }[]
  /** Every count that the prose states, in reading order, with as much of each as matters; absent where it does not. */
  readonly stated?: readonly (Pick<StatedCount, 'counts' | 'value'> & Partial<StatedCount>)[]
}

/** What is expected of an input of which nothing can be read: the issue that says so. */
export interface ExpectedUnread {
  readonly about: string
  readonly unread: IssueCode
}

/** A folder of `tests/cases`: an input file and what is expected of it. */
export interface Case<E = Expected> {
  readonly name: string
  readonly input: Rendered
  readonly expected: E
}

const isUnread = (one: Case<Expected | ExpectedUnread>): one is Case<ExpectedUnread> =>
  'unread' in one.expected

function loadCase(name: string): Case<Expected | ExpectedUnread> {
  const folder = join(import.meta.dirname, name)
  const file = readdirSync(folder).find((one) => one.startsWith('input.'))
  if (!file) throw new Error(`tests/cases/${name} has no input file`)
  return {
    name,
    input: {
      bytes: new Uint8Array(readFileSync(join(folder, file))),
      extension: extname(file).slice(1) as Rendered['extension'],
    },
    expected: JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')),
  }
}

function loadAll(): Case<Expected | ExpectedUnread>[] {
  return readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => loadCase(name))
}

/** Every case that gives a report; adding a layout is adding a folder. */
export const loadCases = (): Case[] => loadAll().filter((one): one is Case => !isUnread(one))

/** Every case of which nothing can be read. */
export const loadUnread = (): Case<ExpectedUnread>[] => loadAll().filter(isUnread)

/** What is expected of one cell. */
export function expectedCell({ numbers, others }: Expected, id: string): ExpectedCell & { value: number | null } {
  const other = others[id] ?? others[id.replace(/[^.]+$/, '*')]
  return other ? { ...other, value: null } : { kind: 'number', value: numbers[id] ?? 0 }
}

/** One file read, checked and numbered as in a dataset of its own. */
export async function readAlone(
  input: string | Uint8Array | Rendered,
  name = 'input',
): Promise<{ report: Report; document: Document }> {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input
  const file: Rendered = bytes instanceof Uint8Array ? { bytes, extension: 'txt' } : bytes
  const reading: FileReading = await readBack(file, name)
  const report = assemble([reading]).reports[0]
  if (!report || !reading.document) throw new Error(`no report: ${JSON.stringify(reading.findings)}`)
  return { report, document: reading.document }
}
