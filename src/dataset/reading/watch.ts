import { workerData } from 'node:worker_threads'

// Beside the thread that reads, so that it sees what happens while that one is busy. The limit of the V8 heap
// does not count buffers and what native code takes; the size of the process counts everything.

const everyMs = 25
const parent = process.ppid
const limit = (workerData as number) * 1024 * 1024

setInterval(() => {
  // Another parent means that the one that waits for the readings is gone.
  if (process.memoryUsage.rss() > limit || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
}, everyMs)
