import { Worker } from 'node:worker_threads'
import { packReading } from '../cache/entry.ts'
import { fileParts } from '../readFile.ts'
import { compileLater } from './compileLater.ts'
import type { ReadingMessage, ReadingSetup, ReadTask } from './messages.ts'

// Entry point of a reading process: reads the files it is sent, one after the other, and sends what it read.
// It may be killed at any moment; whoever started it knows by its messages which file it was reading.

const { raw, megabytes } = JSON.parse(process.argv[2] ?? '') as ReadingSetup

/** What is to be said, all at once before the next file is begun: a message of its own costs more than it says. */
const unsaid: ReadingMessage[] = []

/** Resolves when the messages are on their way: said before the next file is begun, they are not lost with it. */
const say = (): Promise<void> =>
  new Promise((sent, failed) =>
    process.send?.(unsaid.splice(0), (error: Error | null) => (error ? failed(error) : sent())),
  )

async function read({ file, notes, settled }: ReadTask): Promise<void> {
  let index = 0
  for (const part of fileParts(raw, file, notes)) {
    index += 1
    if (index <= settled) continue
    const { read: readPart, ...ahead } = part
    unsaid.push({ kind: 'part', part: ahead })
    await say()
    unsaid.push({ kind: 'reading', reading: packReading(await readPart()) })
  }
  unsaid.push({ kind: 'done' })
}

async function readAll(tasks: readonly ReadTask[]): Promise<void> {
  for (const task of tasks) await read(task)
  await say()
}

compileLater()
new Worker(new URL('./watch.ts', import.meta.url), { workerData: megabytes }).unref()
process.on('message', (tasks: readonly ReadTask[]) => void readAll(tasks))
unsaid.push({ kind: 'ready' })
await say()
