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

/** The files of the parts of a site that stay as they were, and of those that changed or are gone. */
export function filesByStay(
  before: SiteParts,
  now: SiteParts,
): { readonly staying: readonly string[]; readonly others: readonly string[] } {
  const [staying, others]: [string[], string[]] = [[], []]
  for (const [name, { hash, files }] of Object.entries(before)) {
    const found = now[name]?.hash === hash ? staying : others
    for (const file of files) found.push(file)
  }
  return { staying, others }
}
