import { csvField } from './csv.ts'

/** A field as it is written time and again: its text, always the same string, and its bytes in CSV. */
export interface Field {
  readonly text: string
  readonly bytes: Uint8Array
}

/** The fields that were met so far: most of many millions are the same few thousand. */
export class Fields {
  readonly #known = new Map<string, Field>()

  of(text: string): Field {
    const known = this.#known.get(text)
    if (known) return known
    const field = { text, bytes: Buffer.from(csvField(text)) }
    this.#known.set(text, field)
    return field
  }
}

const [comma, lineFeed] = [0x2c, 0x0a]

/** CSV as bytes that grow field by field, where texts put together of so many would be most of the work. */
export class CsvBytes {
  #bytes = Buffer.allocUnsafe(1 << 20)
  #length = 0

  #reserve(length: number): void {
    if (this.#length + length <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(2 * (this.#length + length))
    larger.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = larger
  }

  /** Adds bytes as they are. */
  add(bytes: Uint8Array): void {
    this.#reserve(bytes.length)
    const [target, start] = [this.#bytes, this.#length]
    // They are few: a call to copy them takes longer.
    for (let i = 0; i < bytes.length; i += 1) target[start + i] = bytes[i] as number
    this.#length = start + bytes.length
  }

  /** Adds a number, or nothing where there is none. */
  addNumber(value: number | null): void {
    if (value === null) return
    const text = `${value}`
    this.#reserve(text.length)
    for (let i = 0; i < text.length; i += 1) this.#bytes[this.#length++] = text.charCodeAt(i)
  }

  comma(): void {
    this.#reserve(1)
    this.#bytes[this.#length++] = comma
  }

  endLine(): void {
    this.#reserve(1)
    this.#bytes[this.#length++] = lineFeed
  }

  /** Begins anew, where it began before: memory that grew is not asked for again. */
  clear(): void {
    this.#length = 0
  }

  /** What was added so far; there until it begins anew. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }
}
