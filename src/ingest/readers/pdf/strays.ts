import { setImmediate } from 'node:timers/promises'

/**
 * Runs a reading and gathers the failures that the PDF library leaves to nobody: of a damaged file it rejects
 * promises that no one holds, which would end the whole program. What they say belongs to the file.
 */
export async function withStrays<T>(read: () => Promise<T>): Promise<{ result: T; strays: string[] }> {
  const strays: string[] = []
  const gather = (reason: unknown) => {
    strays.push(reason instanceof Error ? reason.message : String(reason))
  }
  process.on('unhandledRejection', gather)
  try {
    const result = await read()
    // Node tells of them once the promises at hand are settled.
    await setImmediate()
    return { result, strays }
  } catch (error) {
    await setImmediate()
    throw error
  } finally {
    process.off('unhandledRejection', gather)
  }
}
