import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type Collect = (how: {
  readonly type: 'major'
  readonly execution: 'sync'
  readonly flavor: 'last-resort'
}) => void

let collect: Collect | undefined

/** With fewer reports or pages than this in memory it is little. */
const many = 20_000

/**
 * Gives back the memory of what is not needed any more after work on so many reports or pages. A process that goes on
 * to wait for its threads would keep it for as long, since nothing is collected where nothing is made. Takes up to two
 * seconds a gigabyte; for moments when most of what was in memory has been let go.
 */
export function collectGarbage(count: number): void {
  if (count < many) return
  if (!collect) {
    // There is no other way to ask for it than this flag, which need not be there when the process starts.
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as Collect
  }
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
