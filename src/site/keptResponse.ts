/**
 * A response that hands out the text or the bytes that it was made with. One of the platform copies them into a
 * stream, and what reads them copies them again: for a page of a quarter of a megabyte that takes as long as some
 * parts of it take to render.
 */
export class KeptResponse extends Response {
  /** What it was made with; undefined where that is something else, or nothing. */
  readonly kept: string | Uint8Array<ArrayBuffer> | undefined

  constructor(body?: BodyInit | null, init?: ResponseInit) {
    const kept = typeof body === 'string' || body instanceof Uint8Array ? body : undefined
    super(kept === undefined ? body : null, init)
    this.kept = kept as typeof this.kept
  }
}
