import { transcode } from 'node:buffer'

/** Below this length, what calls take is most of it. */
const shortText = 2048

/**
 * Encodes the texts of pages. V8 goes over a text with a Chinese sign in it sign by sign, once for its length and once
 * for its bytes; to lay its two-byte signs out and to have these encoded many at a time takes half as long.
 */
export class PageEncoder extends TextEncoder {
  #signs = Buffer.allocUnsafeSlow(2 ** 20)

  override encode(text = ''): Uint8Array<ArrayBuffer> {
    if (text.length < shortText) return super.encode(text)
    if (this.#signs.length < 2 * text.length) this.#signs = Buffer.allocUnsafeSlow(4 * text.length)
    const length = this.#signs.write(text, 'utf16le')
    try {
      return transcode(this.#signs.subarray(0, length), 'utf16le', 'utf8') as Uint8Array<ArrayBuffer>
    } catch {
      // Half a sign: it becomes the sign for what cannot be shown.
      return super.encode(text)
    }
  }
}
