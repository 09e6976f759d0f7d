/** Parts of a text that are shorter are copies by themselves. */
const shortestView = 13
/** A part of a text keeps the whole of it in memory, be it a page of many megabytes; a copy does not. */
const copied = (text: string): string =>
  text.length < shortestView ? text : Buffer.from(text, 'utf16le').toString('utf16le')

/**
 * A function of a short text that remembers what it gave: cells repeat the same labels and figures in file after
 * file. Texts longer than `length` are worked out each time. When `size` texts are remembered all are forgotten,
 * which bounds the memory and costs less than to know which were used last.
 */
export function remembered<T>(
  work: (text: string) => T,
  { length, size }: { readonly length: number; readonly size: number },
): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (text.length > length) return work(text)
    const found = known.get(text)
    if (found !== undefined) return found
    const made = work(text)
    if (known.size >= size) known.clear()
    known.set(copied(text), made)
    return made
  }
}
