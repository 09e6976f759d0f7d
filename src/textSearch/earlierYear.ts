import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Bucket, reportsPerBlock, type TextOfReport, type YearAbout } from './files.ts'

/** The index of a year as an earlier site has it. Never more than a file of it is in memory. */
export interface EarlierYear {
  /** How many reports it has. */
  readonly reports: number
  /** The number that a report has in it whose text is still the same, by id. */
  readonly same: ReadonlyMap<string, number>
  /** The text of the report with a number. */
  readonly textOf: (number: number) => TextOfReport
  /** Its terms, with their postings as published. */
  readonly terms: () => Iterable<readonly [term: string, postings: string]>
}

/**
 * Reads the index of a year; null where any of it cannot be read, so that it has to be made of the reports alone.
 *
 * @param folder that of the year
 * @param isSame whether the text of a report, by id, is still the same
 */
export function readEarlierYear(folder: string, isSame: (reportId: string) => boolean): EarlierYear | null {
  const read = <Content>(name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Content
  const readBlock = (n: number) => read<TextOfReport[]>(`b${n}.json`)
  const readBucket = (n: number) => Object.entries(read<Bucket>(`t${n}.json`))
  try {
    const { reports, buckets } = read<YearAbout>('about.json')
    const same = new Map<string, number>()
    for (let number = 0; number < reports; number += reportsPerBlock)
      for (const [i, { id }] of readBlock(number / reportsPerBlock).entries())
        if (isSame(id)) same.set(id, number + i)
    const numbers = Array.from({ length: buckets }, (_, n) => n)
    for (const n of numbers) readBucket(n)
    return { reports, same, textOf: textsIn(readBlock), terms: () => numbers.values().flatMap(readBucket) }
  } catch {
    return null
  }
}

/** Gives texts by their numbers; most are asked for one after the other. */
function textsIn(readBlock: (n: number) => readonly TextOfReport[]): EarlierYear['textOf'] {
  let last: { readonly n: number; readonly block: readonly TextOfReport[] } | undefined
  return (number) => {
    const n = Math.floor(number / reportsPerBlock)
    if (last?.n !== n) last = { n, block: readBlock(n) }
    return last.block[number % reportsPerBlock] as TextOfReport
  }
}
