import {
  type FormColumn,
  type FormRow,
  form,
  formVersions,
  headings,
  resultGroups,
  type TableId,
  tableIds,
} from '../../model/form.ts'
import { remembered } from '../remembered.ts'
import { isTraditional, toSimplified } from '../simplified.ts'

/** What a printed label may stand for. */
export interface Label {
  readonly role: 'row' | 'column' | 'heading'
  /** The table it belongs to; null for a heading that several share. */
  readonly table: TableId | null
  /** Id of the row or column; empty for headings. */
  readonly id: string
  /** Whether the text alone settles it; 其他 and 总计 name a row in one place and a column in another. */
  readonly certain: boolean
}

/** Letters, digits and CJK characters of a label: punctuation, brackets, quotes and spaces vary too much to count. */
const squeeze = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

const withoutBrackets = (text: string): string => text.replace(/(?<=.)\([^()]*\)/g, '')
const withoutNumber = (text: string): string =>
  text.replace(/^\s*(?:\(?[一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|\d{1,2}\s*[.、．])\s*/, '')

/** The keys under which a label is looked up, the fullest first: as printed, without remarks in brackets, unnumbered. */
export function labelKeys(text: string): string[] {
  const plain = toSimplified(text).normalize('NFKC')
  const bare = withoutBrackets(plain)
  const shapes = new Set([plain, bare, withoutNumber(plain), withoutNumber(bare)])
  return [...new Set([...shapes].map(squeeze))].filter((key) => key !== '')
}

type Index = Map<string, Label[]>

function add(index: Index, texts: readonly string[], label: Omit<Label, 'certain'>): void {
  for (const text of texts) {
    printed.push(text)
    const [full, ...others] = labelKeys(text)
    for (const key of [full, ...others]) {
      if (key === undefined) continue
      const known = index.get(key) ?? []
      if (known.some((one) => one.role === label.role && one.table === label.table && one.id === label.id))
        continue
      index.set(key, [...known, { ...label, certain: true }])
    }
  }
}

/** Every label in every way in which the forms print it. */
const printed: string[] = []

const texts = (label: FormRow | FormColumn): string[] => [label.zh, ...(label.aliases ?? [])]

function buildIndex(): ReadonlyMap<string, readonly Label[]> {
  const index: Index = new Map()
  for (const table of tableIds) {
    for (const section of formVersions.flatMap((version) => form[table].forms[version])) {
      for (const row of section.rows) add(index, texts(row), { role: 'row', table, id: row.id })
      for (const column of section.columns)
        add(index, texts(column), { role: 'column', table, id: column.id })
      if (section.clause) add(index, [section.clause], { role: 'heading', table, id: 'clause' })
    }
  }
  for (const group of resultGroups)
    add(index, [group.zh], { role: 'heading', table: 'requests', id: group.id })
  const { contents, litigation, ...ofRequests } = headings
  add(index, [contents.zh], { role: 'heading', table: 'disclosure', id: 'contents' })
  add(index, [litigation.zh], { role: 'heading', table: 'disputes', id: 'litigation' })
  for (const [id, heading] of Object.entries(ofRequests))
    add(index, [heading.zh], { role: 'heading', table: 'requests', id })
  return new Map([...index].map(([key, labels]) => [key, settle(labels)]))
}

/** A label is certain when its text can stand for one thing only; the headers of disputes double as row labels. */
function settle(labels: readonly Label[]): Label[] {
  return labels.map((label) => ({
    ...label,
    certain: labels.length === 1 && !(label.role === 'row' && label.table === 'disputes'),
  }))
}

const index = buildIndex()

const none: readonly Label[] = []
/** Longer texts are no labels, and no label is a single character. */
const lengthLimit = 120

function lookup(text: string): readonly Label[] {
  for (const key of labelKeys(text)) {
    const found = index.get(key)
    if (found) return found
  }
  return none
}

/** Every label of the forms in the shape in which labels are compared. */
export const labelsOfForms: readonly string[] = [...index.keys()]

/** Labels as the forms print them, as most are: few enough to be at hand whatever else was remembered. */
const asPrinted: ReadonlyMap<string, readonly Label[]> = new Map(printed.map((text) => [text, lookup(text)]))

/** Labels come back in every report, seldom in more than a few thousand ways; prose up to this length is not looked up again and again. */
const remember = remembered(lookup, { length: lengthLimit, size: 8192 })

/** A few digits and nothing else, as in most cells of a table. */
export function isCount(text: string): boolean {
  if (text.length > 6) return false
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code < 0x30 || code > 0x39) return false
  }
  return text !== ''
}

/** The characters of all labels, and of the numbers before them. */
const ofLabels = new Uint8Array(0x10000)
for (const char of `${labelsOfForms.join('')}一二三四五六七八九十`) ofLabels[char.charCodeAt(0)] = 1

/** Signs that stand between words, besides those of ASCII: comma, colon, semicolon, quotation marks. */
const isSign = (code: number): boolean =>
  (code >= 0x3000 && code <= 0x3011) ||
  code === 0xff0c ||
  code === 0xff1a ||
  code === 0xff1b ||
  code === 0x201c ||
  code === 0x201d

/**
 * Whether a text may be a label, as far as its characters say: no label has one that is in none, as most lines of
 * prose do. What stands in brackets may be anything, and so may what is in traditional characters or has unusual ones.
 */
function mayBeLabel(text: string): boolean {
  let foreign = false
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code >= 0x4e00 && code <= 0x9fff) {
      if (isTraditional(code)) return true
      foreign ||= ofLabels[code] === 0
    } else if (code === openBracket || (code > 0x7e && !isSign(code))) return true
  }
  return !foreign
}
const openBracket = '('.charCodeAt(0)

/** What a text may stand for among the labels of the forms; empty when it is no label. */
export const matchLabel = (text: string): readonly Label[] =>
  text.length < 2 || text.length > lengthLimit || isCount(text)
    ? none
    : (asPrinted.get(text) ?? (mayBeLabel(text) ? remember(text) : none))
