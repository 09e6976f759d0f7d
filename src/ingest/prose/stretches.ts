/**
 * Where the characters of a text are from that was put together from stretches of another: one note a stretch, since
 * few characters are ever asked for.
 */
export class Stretches {
  /** Of each stretch, where it begins in the text, and where it is from. */
  private readonly notes: number[] = []

  /** Notes that what stands from `start` on is from `origin` on there. Stretches are noted in order. */
  add(start: number, origin: number): void {
    const { notes } = this
    const last = notes.length - 2
    const goesOn = last >= 0 && origin - (notes[last + 1] as number) === start - (notes[last] as number)
    if (!goesOn) notes.push(start, origin)
  }

  /** Where a character of the text is from. */
  originOf(index: number): number {
    const { notes } = this
    let i = notes.length - 2
    while (i > 0 && (notes[i] as number) > index) i -= 2
    return (notes[i + 1] ?? 0) + index - (notes[i] ?? 0)
  }
}
