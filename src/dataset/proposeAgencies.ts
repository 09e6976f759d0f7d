import { rename, writeFile } from 'node:fs/promises'
import { accept, NotProposed } from '../identity/registry/accept.ts'
import { type Proposals, proposals } from '../identity/registry/proposals.ts'
import { toRegistryCsv } from '../identity/registry/registry.ts'
import type { IngestOptions } from './ingest.ts'
import { readRegistry, registryPath } from './registry.ts'
import { readWhole } from './whole.ts'
import { UsageError } from './write/folder.ts'

/** What was proposed, and how many rows `agencies.csv` was given. */
export interface Proposed {
  readonly proposals: Proposals
  readonly path: string
  readonly written: number
}

/**
 * Reads a raw folder, compares its agencies with the registry beside it, and writes into that what is accepted. The
 * raw folder itself is never written to.
 *
 * @throws UsageError when the folder or a file beside it cannot be used, or something accepted was not proposed
 */
export async function proposeAgencies(
  options: IngestOptions,
  accepted: readonly string[],
): Promise<Proposed> {
  const registry = await readRegistry(options.raw)
  const { atlas, reports } = await readWhole(options)
  const proposed = proposals({ agencies: atlas.agencies, reports }, registry)
  const path = registryPath(options.raw)
  if (accepted.length === 0) return { proposals: proposed, path, written: 0 }
  try {
    const rows = accept(registry, proposed, accepted)
    await writeFile(`${path}.new`, toRegistryCsv(rows.values()))
    await rename(`${path}.new`, path)
    const written = [...rows].filter(([id, row]) => registry.get(id) !== row).length
    return { proposals: proposed, path, written }
  } catch (error) {
    if (error instanceof NotProposed) throw new UsageError(error.message)
    throw error
  }
}
