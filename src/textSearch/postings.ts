/** The numbers of the reports that have a term, in rising order, as they are kept while an index is made. */
export class Postings {
  private bytes = new Uint8Array(4)
  private used = 0
  private last = -1
  count = 0

  /** @param numbers in rising order */
  static of(numbers: readonly number[]): Postings {
    const postings = new Postings()
    for (const number of numbers) postings.add(number)
    return postings
  }

  /** @param number larger than all before */
  add(number: number): void {
    let step = number - this.last - 1
    this.last = number
    this.count += 1
    do {
      if (this.used === this.bytes.length) this.grow()
      this.bytes[this.used] = step < 128 ? step : (step & 127) | 128
      this.used += 1
      step >>>= 7
    } while (step > 0)
  }

  private grow(): void {
    const more = new Uint8Array(this.bytes.length * 2)
    more.set(this.bytes)
    this.bytes = more
  }

  /** In rising order. */
  numbers(): number[] {
    return stepped(this.bytes.subarray(0, this.used))
  }

  /** As published: the steps from number to number, or a bit for each report, whichever is shorter; as base64. */
  toText(reports: number): string {
    const steps = this.bytes.subarray(0, this.used)
    if (steps.length <= Math.ceil(reports / 8)) return `s${Buffer.from(steps).toString('base64')}`
    const bits = new Uint8Array(Math.ceil(reports / 8))
    for (const number of stepped(steps)) bits[number >> 3] = (bits[number >> 3] ?? 0) | (1 << (number & 7))
    return `b${Buffer.from(bits).toString('base64')}`
  }
}

function stepped(bytes: Uint8Array): number[] {
  const numbers: number[] = []
  let [number, step, shift] = [-1, 0, 0]
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] as number
    step += (byte & 127) * 2 ** shift
    shift += 7
    if (byte >= 128) continue
    number += step + 1
    numbers.push(number)
    step = 0
    shift = 0
  }
  return numbers
}

/** The bytes of base64, in a browser as well. */
function bytesOf(base64: string): Uint8Array {
  const characters = atob(base64)
  const bytes = new Uint8Array(characters.length)
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = characters.charCodeAt(i)
  return bytes
}

/** The numbers of published postings, in rising order. */
export function postingsOf(text: string): number[] {
  const bytes = bytesOf(text.slice(1))
  if (text.startsWith('s')) return stepped(bytes)
  const numbers: number[] = []
  for (let i = 0; i < bytes.length; i += 1)
    for (let left = bytes[i] as number, bit = 0; left > 0; left >>= 1, bit += 1)
      if (left & 1) numbers.push(i * 8 + bit)
  return numbers
}
