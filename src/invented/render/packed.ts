import { type Zippable, zipSync } from 'fflate'

/** A fixed time for what is packed: the same report gives the same bytes whenever it is written. */
const packedAt = new Date(2024, 0, 1)

/** Files in one archive, deflated. */
export function packed(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries: Zippable = {}
  for (const [path, content] of Object.entries(files))
    entries[path] = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return zipSync(entries, { level: 6, mtime: packedAt })
}
