import { type FormLabel, formVersions, resultGroups } from '../../model/form.ts'
import { resultRows } from '../../model/requestsRows.ts'
import { type Family, isFiller } from './context.ts'
import { matchesOf } from './matches.ts'

/** A label of the form as prose writes it. */
interface Label {
  readonly id: string
  /** The group of a row; of a group, itself. */
  readonly group: string
  readonly isGroup: boolean
}

/** Number, brackets, quotation marks and what the form adds behind a label are not written in prose. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/^(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|\d+\.)/, '')
    .replace(/\([^()]*\)/g, '')
    .replace(/[“”"]/g, '')

/** A label and the shorter forms of it; 其他 alone may be anything. */
function wordsOf({ zh, aliases = [], inProse = [] }: FormLabel): string[] {
  const full = [zh, ...aliases, ...inProse].map(bare)
  return [...full, ...full.map((text) => text.replace(/^属于/, ''))].filter((text) => text.length >= 3)
}

const labels: ReadonlyMap<string, Label> = new Map([
  ...formVersions
    .flatMap((version) => resultRows(version))
    .flatMap((row) =>
      wordsOf(row).map((words): [string, Label] => [
        words,
        { id: row.id, group: row.group ?? '', isGroup: false },
      ]),
    ),
  ...resultGroups.flatMap((group) =>
    wordsOf(group).map((words): [string, Label] => [words, { id: group.id, group: group.id, isGroup: true }]),
  ),
])
const longestFirst = [...labels.keys()].sort((a, b) => b.length - a.length)
/** A label, unless it is denied: 不予以公开 is not 予以公开. */
const labelPattern = new RegExp(`(?<![不未非])(?:${longestFirst.join('|')})`, 'g')

/** The labels of results in a text, and the text without them. */
export function labelsIn(text: string): { found: readonly { label: Label; end: number }[]; rest: string } {
  const found = matchesOf(text, labelPattern).map((match) => ({
    label: labels.get(match[0]) as Label,
    end: match.index + match[0].length,
  }))
  return { found, rest: found.length ? text.replace(labelPattern, '·') : text }
}

/** The one result that a text names: a row, though its group may be named with it; null for none or several. */
function oneResult(found: readonly { label: Label }[]): string | null {
  const rows = new Set(found.filter(({ label }) => !label.isGroup).map(({ label }) => label.id))
  const groups = new Set(found.filter(({ label }) => label.isGroup).map(({ label }) => label.id))
  if (rows.size === 0) return groups.size === 1 ? ([...groups][0] as string) : null
  if (rows.size > 1) return null
  const group = found.find(({ label }) => !label.isGroup)?.label.group ?? ''
  return [...groups].every((id) => id === group) ? ([...rows][0] as string) : null
}

const withdrawn = /申请人.{0,6}(?:撤销|撤回)|(?:自愿|主动|自主|自行)(?:撤销|撤回)|撤回/

/** Results of requests, by the labels of the form (part E). */
export const outcomes: Family = ({ left, right, setting, clause }) => {
  const before = labelsIn(left)
  const last = before.found.at(-1)
  const behind = last ? null : labelsIn(right)
  const found = last ? before.found : (behind?.found ?? [])
  if (setting.topic !== 'requests' || clause.text.includes('行政复议')) return found.length ? 'refuse' : null
  if (found.length === 0) {
    const tail = withdrawn.exec(left)
    const taken = tail !== null && isFiller(left.slice(tail.index + tail[0].length))
    return taken || (left === '' && withdrawn.test(right)) ? { counts: 'withdrawn' } : null
  }
  // Behind the number only where nothing before it says what it counts: 3件予以公开.
  if (
    last
      ? !isFiller(left.slice(last.end))
      : !/^(?:其中|有|共|对|另|的|将|和|及|、)*$|(?:申请|结果|答复)中有?$/.test(left)
  )
    return null
  const result = oneResult(found)
  return result ? { counts: result } : 'refuse'
}
