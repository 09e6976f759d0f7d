/** Files of a site that follow from the same things: when these change all are made again, and else none. */
export interface SitePart {
  /** A hash of all that they follow from, besides code. */
  readonly hash: string
  /** Where they are, relative to the site; pages by the folder whose `index.html` they are. */
  readonly files: readonly string[]
}

/** The parts of a site by their names. */
export type SiteParts = Readonly<Record<string, SitePart>>

/** The hashes of parts alone. */
export type Hashes = Readonly<Record<string, string>>

/** What a route says of its pages by the name of each part: their hashes, and the files of those that changed. */
export interface PartsOfRoute {
  readonly hashes: Hashes
  readonly files: Readonly<Record<string, readonly string[]>>
}

export const hashesOf = (parts: SiteParts): Hashes =>
  Object.fromEntries(Object.entries(parts).map(([name, { hash }]) => [name, hash]))

/** The parts of routes; the files of those that did not change are as they were. */
export function partsNow(routes: readonly PartsOfRoute[], before: SiteParts): SiteParts {
  const now: Record<string, SitePart> = {}
  for (const { hashes, files } of routes)
    for (const [name, hash] of Object.entries(hashes))
      now[name] = { hash, files: files[name] ?? before[name]?.files ?? [] }
  return now
}

/** All files of parts. */
export const filesOfParts = (parts: SiteParts): string[] => Object.values(parts).flatMap(({ files }) => files)

/**
 * The parts of a site that another has the same, and those that it has otherwise or not at all. There may be half a
 * million: no lists are made of their names.
 */
export function bySameness(
  parts: SiteParts,
  other: SiteParts,
): { readonly same: readonly SitePart[]; readonly others: readonly SitePart[] } {
  const [same, others]: [SitePart[], SitePart[]] = [[], []]
  for (const name in parts) {
    const part = parts[name] as SitePart
    const list = other[name]?.hash === part.hash ? same : others
    list.push(part)
  }
  return { same, others }
}
