import type { Tinypool } from 'tinypool'

/**
 * Megabytes for what a thread has just made. What is made here is soon done with; by default V8 lets a thread have
 * five times as much of it before it looks, which takes memory and saves no time.
 */
const young = 24

/** What threads there are to be. */
interface Threads {
  /** The module whose default export does the work. */
  readonly module: URL
  readonly count: number
  /** What each of them is told once. */
  readonly workerData?: unknown
}

/** Starts threads that write; their memory is small, as it comes on top of all that is known of all reports. */
export async function openPool({ module, count, workerData }: Threads): Promise<Tinypool> {
  const { Tinypool } = await import('tinypool')
  return new Tinypool({
    filename: module.href,
    minThreads: count,
    maxThreads: count,
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: young },
  })
}
