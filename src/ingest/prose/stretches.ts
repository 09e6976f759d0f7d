/**
 * Where the characters of a text are from that was put together from stretches of another: one note a stretch, since
 * few characters are ever asked for.
 */
export class Stretches {
  private readonly starts: number[] = []
  private readonly origins: number[] = []

  /** Notes that what stands from `start` on is from `origin` on there. Stretches are noted in order. */
  add(start: number, origin: number): void {
    const last = this.starts.length - 1
    const goesOn =
      last >= 0 && origin - (this.origins[last] as number) === start - (this.starts[last] as number)
    if (goesOn) return
    this.starts.push(start)
    this.origins.push(origin)
  }

  /** Where a character of the text is from. */
  originOf(index: number): number {
    let i = this.starts.length - 1
    while (i > 0 && (this.starts[i] as number) > index) i -= 1
    return (this.origins[i] ?? 0) + index - (this.starts[i] ?? 0)
  }
}
