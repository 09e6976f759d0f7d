/**
 * The source of chance of the invented country: sfc32, seeded by hashing words with FNV-1a and splitmix32.
 *
 * Only integer operations, the four basic ones and square roots are used, which every machine computes alike;
 * `Math.exp` and its like may differ in the last digit. A stream is derived from words, never from another
 * stream's state, so that any report can be made on its own, in any order, on any machine.
 */
export class Random {
  private a: number
  private b: number
  private c: number
  private counter = 1
  private readonly words: string

  constructor(...words: readonly (string | number)[]) {
    this.words = words.join('\u001f')
    let state = fnv1a(this.words)
    const next = () => {
      state = (state + 0x9e3779b9) | 0
      return splitmix32(state)
    }
    this.a = next()
    this.b = next()
    this.c = next()
    for (let i = 0; i < 12; i += 1) this.next()
  }

  /** A stream of its own, named by words; what was drawn from this one makes no difference. */
  derive(...words: readonly (string | number)[]): Random {
    return new Random(this.words, ...words)
  }

  /** From 0 up to, not including, 1, in steps of 2^-32. */
  next(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0
    this.counter = (this.counter + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4294967296
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(from: readonly T[]): T {
    return from[this.integer(0, from.length - 1)] as T
  }

  /** The index of one of several weights, as likely as its share of their sum. */
  weighted(weights: readonly number[]): number {
    let left = this.next() * weights.reduce((sum, weight) => sum + weight, 0)
    for (const [i, weight] of weights.entries()) {
      left -= weight
      if (left < 0) return i
    }
    return weights.length - 1
  }

  shuffle<T>(from: readonly T[]): T[] {
    const shuffled = [...from]
    for (let i = shuffled.length - 1; i > 0; i -= 1) {
      const j = this.integer(0, i)
      ;[shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T]
    }
    return shuffled
  }

  /** A long tail: at least 1, median `scale`, now and then thirty times as much (Pareto, shape 2, spread by a product). */
  longTail(scale: number): number {
    const pareto = 1 / Math.sqrt(1 - this.next())
    const spread = (0.4 + this.next()) * (0.4 + this.next()) * (0.4 + this.next())
    return Math.max(1, Math.round(scale * 0.9 * pareto * spread))
  }

  /** Divides a count among parts as likely as their weights: one by one when few, in proportion when many. */
  divide(count: number, weights: readonly number[]): number[] {
    const parts = weights.map(() => 0)
    let left = count
    if (count > 400) {
      const sum = weights.reduce((all, weight) => all + weight, 0)
      for (const [i, weight] of weights.entries()) {
        parts[i] = Math.floor((count * 0.9 * weight) / sum)
        left -= parts[i] as number
      }
    }
    const each = Math.max(1, Math.ceil(left / 400))
    while (left > 0) {
      const take = Math.min(each, left)
      const i = this.weighted(weights)
      parts[i] = (parts[i] as number) + take
      left -= take
    }
    return parts
  }
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash | 0
}

function splitmix32(state: number): number {
  let mixed = state ^ (state >>> 16)
  mixed = Math.imul(mixed, 0x21f0aaad)
  mixed ^= mixed >>> 15
  mixed = Math.imul(mixed, 0x735a2d97)
  return mixed ^ (mixed >>> 15)
}
