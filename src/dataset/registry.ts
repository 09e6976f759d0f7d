import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { noRegistry, parseRegistry, type Registry, RegistryError } from '../identity/registry/registry.ts'
import { UsageError } from './write/folder.ts'

/** Where the registry for a raw folder is: `agencies.csv` beside it. */
export const registryPath = (raw: string): string => join(dirname(resolve(raw)), 'agencies.csv')

/**
 * The registry of agencies for a raw folder; empty when there is no `agencies.csv`.
 *
 * @throws UsageError when it cannot be understood
 */
export async function readRegistry(raw: string): Promise<Registry> {
  const path = registryPath(raw)
  if (!existsSync(path)) return noRegistry
  try {
    return parseRegistry(await readFile(path, 'utf8'))
  } catch (error) {
    if (error instanceof RegistryError) throw new UsageError(error.message)
    throw error
  }
}
