import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type Collect = (how: {
  readonly type: 'major'
  readonly execution: 'sync'
  readonly flavor: 'regular' | 'last-resort'
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
  if (count >= many) collector()({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}

function collector(): Collect {
  if (!collect) {
    // There is no other way to ask for it than this flag, which need not be there when the process starts.
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as Collect
  }
  return collect
}

/** So much is let grow at least before it is looked through. */
const fewBytes = 2 ** 28
/** The least that was in memory of late. */
let least = Number.POSITIVE_INFINITY

/**
 * Has the heap of this thread grow to no more than about twice of what is needed of it: V8 lets it become five times
 * as much, and keeps the room. To be called now and then by work that makes much and keeps little. Takes a second for
 * every gigabyte that is kept, each time that as much was made again.
 */
export function keepHeapLow(): void {
  const used = () => getHeapStatistics().used_heap_size
  const now = used()
  least = Math.min(least, now)
  if (now < least + Math.max(least, fewBytes)) return
  collector()({ type: 'major', execution: 'sync', flavor: 'regular' })
  least = used()
}
