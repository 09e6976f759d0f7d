import { type Box, clusters } from './geometry.ts'
import type { Segment } from './path.ts'

/** A ruling line: where it lies (x of one that goes down, y of one that goes across) and from where to where. */
export interface Rule {
  readonly at: number
  readonly from: number
  readonly to: number
}
export interface Rules {
  readonly across: readonly Rule[]
  readonly down: readonly Rule[]
}
export const noRules: Rules = { across: [], down: [] }

/** Lines nearer than this, in points, are one line drawn twice or by two cells. */
export const tolerance = 2.6
/** Shorter lines are dots, dashes or parts of drawings. */
const shortest = 5
/** A page with more lines than this is a drawing. */
const ruleLimit = 2500

/** The ruling lines of a page: pieces on one line joined, whatever is too short left out. */
export function rulesOf(segments: readonly Segment[]): Rules {
  const across: Rule[] = []
  const down: Rule[] = []
  for (const { x0, y0, x1, y1 } of segments) {
    const [width, height] = [x1 - x0, y1 - y0]
    if (width >= height) across.push({ at: (y0 + y1) / 2, from: x0, to: x1 })
    if (height >= width) down.push({ at: (x0 + x1) / 2, from: y0, to: y1 })
  }
  const rules = { across: joined(runs(across)), down: joined(runs(down)) }
  return rules.across.length > ruleLimit || rules.down.length > ruleLimit ? noRules : rules
}

/** Pieces that lie exactly on one line, joined: a dotted line has hundreds of them, each of both directions. */
function runs(rules: readonly Rule[]): Rule[] {
  const exactly = Map.groupBy(rules, (rule) => Math.round(rule.at * 4))
  return [...exactly.values()].flatMap((group) => merged(group[0]?.at ?? 0, group))
}

/** Lines that lie so near to each other that they are one, joined. */
function joined(rules: readonly Rule[]): Rule[] {
  const places = clusters(
    rules.map((rule) => rule.at),
    tolerance,
  )
  const nearest = nearestOf(places)
  const groups = Map.groupBy(rules, (rule) => nearest(rule.at))
  return [...groups].flatMap(([at, group]) => merged(at, group))
}

/** Pieces that overlap or nearly touch, as one; what is too short even so is no line. */
function merged(at: number, pieces: readonly Rule[]): Rule[] {
  const result: { at: number; from: number; to: number }[] = []
  for (const { from, to } of [...pieces].sort((a, b) => a.from - b.from)) {
    const open = result.at(-1)
    if (open && from <= open.to + tolerance) open.to = Math.max(open.to, to)
    else result.push({ at, from, to })
  }
  return result.filter((rule) => rule.to - rule.from >= shortest)
}

/** Finds the place nearest to a number, by halving. */
export function nearestOf(places: readonly number[]): (number: number) => number {
  return (number) => {
    let [low, high] = [0, places.length - 1]
    while (high - low > 1) {
      const half = (low + high) >> 1
      if ((places[half] as number) <= number) low = half
      else high = half
    }
    const [a, b] = [places[low] as number, places[high] as number]
    return Math.abs(a - number) <= Math.abs(b - number) ? a : b
  }
}

/** The lines that hang together, each such group with the box around it, from the top down. */
export function connected(rules: Rules): { rules: Rules; box: Box }[] {
  const all = [...rules.across, ...rules.down]
  const group = all.map((_, i) => i)
  const find = (i: number): number => {
    let root = i
    while (group[root] !== root) root = group[root] as number
    group[i] = root
    return root
  }
  const touch = (rule: Rule, at: number) => at >= rule.from - tolerance && at <= rule.to + tolerance
  for (const [i, h] of rules.across.entries()) {
    for (const [j, v] of rules.down.entries()) {
      if (touch(h, v.at) && touch(v, h.at)) group[find(i)] = find(rules.across.length + j)
    }
  }
  const groups = Map.groupBy(all.keys(), find)
  return [...groups.values()].map((members) => part(rules, members)).sort((a, b) => a.box.y0 - b.box.y0)
}

function part(rules: Rules, members: readonly number[]): { rules: Rules; box: Box } {
  const count = rules.across.length
  const across = members.filter((i) => i < count).map((i) => rules.across[i] as Rule)
  const down = members.filter((i) => i >= count).map((i) => rules.down[i - count] as Rule)
  const xs = [...across.flatMap((h) => [h.from, h.to]), ...down.map((v) => v.at)]
  const ys = [...down.flatMap((v) => [v.from, v.to]), ...across.map((h) => h.at)]
  const box = { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
  return { rules: { across, down }, box }
}
