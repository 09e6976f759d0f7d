import { type FuzzResult, fuzzOnce } from './fuzz.ts'

/** A batch of runs for one worker thread. */
export interface FuzzTask {
  readonly seed: string
  readonly from: number
  readonly to: number
  readonly layout: string | undefined
}

/** Entry point of a worker thread: the failures among runs `from` to `to`, the latter not included. */
export default async function fuzzBatch({ seed, from, to, layout }: FuzzTask): Promise<FuzzResult[]> {
  const failures: FuzzResult[] = []
  for (let run = from; run < to; run += 1) {
    const result = await fuzzOnce(seed, run, layout)
    if (result.failure) failures.push(result)
  }
  return failures
}
