import { createHash } from 'node:crypto'
import { Converter } from 'opencc-js'
import { type Agency, levels } from '../model/report.ts'
import type { SearchEntry, SearchIndex } from './match.ts'

/** An agency as the search knows it. */
export const searchEntry = (agency: Agency): SearchEntry => ({
  id: agency.agency_id,
  name: agency.name,
  also: agency.aliases,
  place: agency.province + agency.city + agency.county,
  pinyin: agency.name_pinyin.toLowerCase(),
  level: levels.indexOf(agency.level),
})

/** Where a part of a name may begin: after the name of a place. */
const placeEnd = /[省市区县旗盟州镇乡道]/

/** Numbers of the characters of a name, or of its syllables, with which its parts begin. */
function partsOf(characters: readonly string[], count: number): number[] {
  const all = Array.from({ length: count }, (_, i) => i)
  // Letters and digits in a name make one syllable of several characters, and the two cannot be told together.
  return count === characters.length
    ? all.filter((i) => i === 0 || placeEnd.test(characters[i - 1] ?? ''))
    : all
}

/**
 * Beginnings that a question for an agency may have: any part of its names in characters, and its place or the
 * body itself in pinyin and initials. One or two characters at the end of a name, as 政府, tell no agency from
 * another and are left out.
 */
export function beginningsOf(entry: SearchEntry): string[] {
  const long = (length: number) => (i: number) => i === 0 || i <= length - 3
  const suffixes = (name: string) => {
    const characters = [...name.toLowerCase()]
    const starts = characters.map((_, i) => i).filter(long(characters.length))
    return starts.map((i) => characters.slice(i).join(''))
  }
  const syllables = entry.pinyin.split(' ').filter(Boolean)
  const spelled = partsOf([...entry.name], syllables.length)
    .filter(long(syllables.length))
    .flatMap((i) => {
      const rest = syllables.slice(i)
      return [rest.join(''), rest.map((syllable) => syllable.charAt(0)).join('')]
    })
  return [...new Set([...[entry.name, ...entry.also].flatMap(suffixes), ...spelled])]
}

/** A file of the search, and the entries in it. */
export interface Shard {
  readonly file: string
  readonly entries: readonly SearchEntry[]
}

export interface Shards {
  readonly index: SearchIndex
  readonly shards: readonly Shard[]
}

/** How much a file holds; an entry is about 50 bytes when compressed. */
export interface ShardLimits {
  /** All agencies in one file, up to this many. */
  readonly whole: number
  /** Entries of a file, and how many of the best are kept for a beginning whose rest is in others. */
  readonly shard: number
  readonly best: number
  /** How long a beginning may get, in characters. */
  readonly depth: number
}
export const shardLimits: ShardLimits = { whole: 1500, shard: 500, best: 60, depth: 24 }

const inRank = (a: SearchEntry, b: SearchEntry): number =>
  a.level - b.level || a.name.length - b.name.length || (a.id < b.id ? -1 : 1)

/** A beginning, and the number of its entry; entries are numbered from the best. */
type Beginning = readonly [text: string, entry: number]

/** The entries of a key, and what is below it where they were too many for one file. */
interface Node {
  readonly key: string
  readonly entries: readonly number[]
  readonly below: readonly Node[]
}

/** Files are named after what is in them, so that none is taken for an older one. */
class Files {
  readonly keys: Record<string, number> = {}
  readonly split: string[] = []
  readonly shards: Shard[] = []
  private readonly all: readonly SearchEntry[]
  constructor(all: readonly SearchEntry[]) {
    this.all = all
  }
  add(keys: readonly string[], numbers: Iterable<number>): void {
    const entries = [...new Set(numbers)].sort((a, b) => a - b).map((i) => this.all[i] as SearchEntry)
    const digest = createHash('sha256')
      .update(JSON.stringify([keys, entries]))
      .digest('hex')
    for (const key of keys) this.keys[key] = this.shards.length
    this.shards.push({ file: digest.slice(0, 10), entries })
  }
}

/** Writes a key's own file, and then what is below it: neighbours share a file as long as they fit into one. */
function fill(node: Node, files: Files, limits: ShardLimits): void {
  files.add([node.key], node.entries)
  if (node.below.length > 0) files.split.push(node.key)
  let keys: string[] = []
  let together = new Set<number>()
  const flush = () => {
    if (keys.length > 0) files.add(keys, together)
    keys = []
    together = new Set()
  }
  for (const one of node.below) {
    if (one.below.length > 0) continue
    const more = new Set([...together, ...one.entries])
    if (more.size > limits.shard) flush()
    for (const entry of one.entries) together.add(entry)
    keys.push(one.key)
  }
  flush()
  for (const one of node.below) if (one.below.length > 0) fill(one, files, limits)
}

/** Splits entries into files by the beginnings they can be asked for, as deep as files would else be too large. */
export function shardsOf(agencies: readonly Agency[], limits: ShardLimits = shardLimits): Shards {
  const entries = agencies.map(searchEntry).sort(inRank)
  const simplified = traditionalForms(entries)
  const files = new Files(entries)
  if (entries.length <= limits.whole) files.add([''], entries.keys())
  else {
    const all = entries.flatMap((entry, i) =>
      beginningsOf(entry).map((text): Beginning => [text.slice(0, limits.depth), i]),
    )
    fill({ key: '', entries: [], below: nodesBelow('', all, limits) }, files, limits)
  }
  return {
    index: {
      files: files.shards.map((shard) => shard.file),
      keys: Object.fromEntries(Object.entries(files.keys).sort(([a], [b]) => (a < b ? -1 : 1))),
      split: files.split.sort(),
      simplified,
    },
    shards: files.shards,
  }
}

/** Beginnings by their next character; those that end here are found in the file of the key itself. */
function nodesBelow(key: string, beginnings: readonly Beginning[], limits: ShardLimits): Node[] {
  const next = Map.groupBy(beginnings, ([text]) => {
    const point = text.codePointAt(key.length)
    return point === undefined ? '' : String.fromCodePoint(point)
  })
  return [...next]
    .filter(([character]) => character.trim() !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([character, members]) => nodeOf(key + character, members, limits))
}

function nodeOf(key: string, beginnings: readonly Beginning[], limits: ShardLimits): Node {
  const entries = [...new Set(beginnings.map(([, entry]) => entry))]
  if (entries.length <= limits.shard) return { key, entries, below: [] }
  return { key, entries: entries.slice(0, limits.best), below: nodesBelow(key, beginnings, limits) }
}

/** The traditional forms, of the mainland's standard, Taiwan and Hong Kong, of the characters in names. */
function traditionalForms(entries: readonly SearchEntry[]): Record<string, string> {
  const used = new Set(entries.flatMap((entry) => [...entry.name, ...entry.also.join(''), ...entry.place]))
  const forms: Record<string, string> = {}
  for (const to of ['t', 'tw', 'hk'] as const) {
    const convert = Converter({ from: 'cn', to })
    for (const character of used) {
      const other = convert(character)
      if (other !== character && !used.has(other)) forms[other] = character
    }
  }
  return Object.fromEntries(Object.entries(forms).sort(([a], [b]) => (a < b ? -1 : 1)))
}
