import { sha256 } from '../ingest/discover.ts'

/**
 * The subfolder of what belongs to an id: two hexadecimal digits of its hash. Of a million files, 4,000 are in one
 * folder; in a folder of all, some file systems and hosts would give up.
 */
export const shardOf = (id: string): string => sha256(id).slice(0, 2)
