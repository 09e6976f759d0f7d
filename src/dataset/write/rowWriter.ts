import { setImmediate } from 'node:timers/promises'
import type { Values } from './values.ts'

/** A file that takes the rows of a table as they come, sorted by its key, and never holds them all. */
export interface RowWriter {
  write(rows: readonly Values[]): void
  /** Finishes the file; nothing may be written after. */
  close(): void
}

/** Rows handed on at a time: enough that the cost of a hand-over does not show, few enough to hold. */
const batchRows = 2000

/**
 * Hands rows to several writers in batches, reading them once. Between batches others have their turn.
 *
 * @throws when `signal` says that the rows are not wanted any more
 */
export async function writeRows(
  rows: Iterable<Values>,
  writers: readonly RowWriter[],
  signal?: AbortSignal,
): Promise<void> {
  let batch: Values[] = []
  const hand = () => {
    for (const writer of writers) writer.write(batch)
    batch = []
  }
  for (const row of rows) {
    if (batch.push(row) < batchRows) continue
    hand()
    await setImmediate()
    signal?.throwIfAborted()
  }
  hand()
  for (const writer of writers) writer.close()
}
