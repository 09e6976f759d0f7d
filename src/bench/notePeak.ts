import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

// Loaded ahead of a command that is measured: at its end it leaves the most memory that the process took, in MB.

const path = process.env['GONGKAI_PEAK']
if (path && isMainThread)
  process.once('exit', () => writeFileSync(path, String(Math.round(process.resourceUsage().maxRSS / 1024))))
