import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where readings are kept unless `--cache` or `GONGKAI_CACHE` names another folder. */
export const defaultCache = (): string =>
  process.env['GONGKAI_CACHE'] ||
  fileURLToPath(new URL('../../../node_modules/.cache/gongkai', import.meta.url))

/** A folder that can be written to: the one wanted, or else one for this run only. */
export async function usableCache(wanted: string): Promise<{ folder: string; remove: () => Promise<void> }> {
  try {
    await mkdir(wanted, { recursive: true })
    await rm(await mkdtemp(join(wanted, '.try-')), { recursive: true })
    return { folder: wanted, remove: async () => {} }
  } catch {
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-cache-'))
    return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
  }
}
