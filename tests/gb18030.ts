/** Bytes of a text in GB18030, by turning the decoder round; only characters of two bytes are needed. */
export function toGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const bytesOf = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue
      bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
    }
  }
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) as number
      const bytes = code < 0x80 ? [code] : bytesOf.get(character)
      if (!bytes) throw new Error(`no two bytes for ${character}`)
      return bytes
    }),
  )
}
