import { Worker } from 'node:worker_threads'
import { packReading } from '../cache/entry.ts'
import { fileParts } from '../readFile.ts'
import type { ReadingMessage, ReadingSetup, ReadTask } from './messages.ts'

// Entry point of a reading process: reads the files it is sent, one after the other, and sends what it read.
// It may be killed at any moment; whoever started it knows by its messages which file it was reading.

const { raw, megabytes } = JSON.parse(process.argv[2] ?? '') as ReadingSetup

/** Resolves when the message is on its way: said before the next file is begun, it is not lost with it. */
const send = (message: ReadingMessage): Promise<void> =>
  new Promise((sent, failed) =>
    process.send?.(message, (error: Error | null) => (error ? failed(error) : sent())),
  )

async function read({ file, notes, settled }: ReadTask): Promise<void> {
  let index = 0
  for await (const part of fileParts(raw, file, notes)) {
    index += 1
    if (index <= settled) continue
    const { read: readPart, ...ahead } = part
    await send({ kind: 'part', part: ahead })
    await send({ kind: 'reading', reading: packReading(await readPart()) })
  }
  await send({ kind: 'done' })
}

async function readAll(tasks: readonly ReadTask[]): Promise<void> {
  for (const task of tasks) await read(task)
}

new Worker(new URL('./watch.ts', import.meta.url), { workerData: megabytes }).unref()
process.on('message', (tasks: readonly ReadTask[]) => void readAll(tasks))
await send({ kind: 'ready' })
