import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

// Loaded ahead of a command that is measured: at its end it leaves the most memory that the process took, in MB.

const status = '/proc/self/status'

/** The most memory of this process, in KB. What Linux tells by `resourceUsage` begins with that of the parent. */
function peak(): number {
  const said = existsSync(status) && /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(status, 'utf8'))
  return said ? Number(said[1]) : process.resourceUsage().maxRSS
}

const path = process.env['GONGKAI_PEAK']
if (path && isMainThread) process.once('exit', () => writeFileSync(path, String(Math.round(peak() / 1024))))
