import { type Label, matchLabel } from '../../recognise/labels.ts'
import { joinLines } from './lines.ts'
import type { Rules } from './rules.ts'
import type { Token } from './tokens.ts'

/** A label of the forms, of one or several lines. */
export interface LabelBlock {
  readonly tokens: readonly Token[]
  readonly text: string
  readonly labels: readonly Label[]
  readonly x0: number
  readonly x1: number
  readonly top: number
  readonly bottom: number
  readonly firstLine: number
  readonly lastLine: number
}

const longest = 14

/**
 * Finds the labels among tokens. Without ruling lines, nothing on the page says where a label of several lines
 * begins and ends: lines below each other are joined only when together they are a label of the forms, which no
 * chance makes them. Lines with no such label are left to the prose.
 */
export function labelBlocks(tokens: readonly Token[], rules: Rules): LabelBlock[] {
  const words = tokens.filter((token) => !token.value)
  const taken = new Set<Token>()
  const blocks: LabelBlock[] = []
  for (const [i, token] of words.entries()) {
    if (taken.has(token)) continue
    const found = longestLabel(token, words.slice(i + 1, i + 200), taken, rules)
    if (!found) continue
    for (const one of found.tokens) taken.add(one)
    blocks.push(found)
  }
  return blocks
}

function longestLabel(
  first: Token,
  after: readonly Token[],
  taken: ReadonlySet<Token>,
  rules: Rules,
): LabelBlock | null {
  let chain: Token[] = [first]
  let best: LabelBlock | null = null
  for (;;) {
    const text = joinLines(chain.map((token) => token.text))
    const labels = matchLabel(text)
    if (labels.length) best = blockOf(chain, text, labels)
    const next = chain.length < longest ? below(chain, after, taken, rules) : undefined
    if (!next) return best
    chain = [...chain, next]
  }
}

/** The token under a chain that may go on with it: close below, under the same place, no line between. */
function below(
  chain: readonly Token[],
  after: readonly Token[],
  taken: ReadonlySet<Token>,
  rules: Rules,
): Token | undefined {
  const last = chain.at(-1) as Token
  const x0 = Math.min(...chain.map((token) => token.x0))
  const x1 = Math.max(...chain.map((token) => token.x1))
  return after.find((token) => {
    if (taken.has(token) || token.line <= last.line) return false
    const overlap = Math.min(x1, token.x1) - Math.max(x0, token.x0)
    if (overlap < 0.5 * Math.min(x1 - x0, token.x1 - token.x0)) return false
    const near = token.y - last.y <= 2.3 * last.size && Math.abs(token.size - last.size) < 0.2 * last.size
    return near && !ruleBetween(last, token, rules)
  })
}

const ruleBetween = (a: Token, b: Token, rules: Rules): boolean => {
  const x = (Math.max(a.x0, b.x0) + Math.min(a.x1, b.x1)) / 2
  return rules.across.some(
    (rule) => rule.at > a.y - 0.2 * a.size && rule.at < b.y - 0.5 * b.size && rule.from < x && rule.to > x,
  )
}

function blockOf(tokens: readonly Token[], text: string, labels: readonly Label[]): LabelBlock {
  const [first, last] = [tokens[0] as Token, tokens.at(-1) as Token]
  return {
    tokens,
    text,
    labels,
    x0: Math.min(...tokens.map((token) => token.x0)),
    x1: Math.max(...tokens.map((token) => token.x1)),
    top: first.y - 0.8 * first.size,
    bottom: last.y + 0.2 * last.size,
    firstLine: first.line,
    lastLine: last.line,
  }
}
