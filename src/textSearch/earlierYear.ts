import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { idOf, linesOf } from './blocks.ts'
import { type Bucket, reportsPerBlock, type YearAbout } from './files.ts'

/** The index of a year as an earlier site has it: its terms in memory, and of its texts never more than a file. */
export interface EarlierYear {
  /** How many reports it has. */
  readonly reports: number
  /** The number that a report has in it whose text is still the same, by id. */
  readonly same: ReadonlyMap<string, number>
  /** The report with a number, as the line of its file. */
  readonly lineOf: (number: number) => string
  /** Its terms, with their postings as published. */
  readonly terms: readonly (readonly [term: string, postings: string])[]
}

/**
 * Reads the index of a year; null where any of it cannot be read, so that it has to be made of the reports alone.
 *
 * @param folder that of the year
 * @param isSame whether the text of a report, by id, is still the same
 */
export function readEarlierYear(folder: string, isSame: (reportId: string) => boolean): EarlierYear | null {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  const readBlock = (n: number) => linesOf(read(`b${n}.json`))
  try {
    const { reports, buckets } = JSON.parse(read('about.json')) as YearAbout
    const same = new Map<string, number>()
    for (let number = 0; number < reports; number += reportsPerBlock)
      for (const [i, line] of readBlock(number / reportsPerBlock).entries()) {
        const id = idOf(line)
        if (isSame(id)) same.set(id, number + i)
      }
    const terms = Array.from({ length: buckets }, (_, n) =>
      Object.entries(JSON.parse(read(`t${n}.json`)) as Bucket),
    ).flat()
    return { reports, same, lineOf: linesIn(readBlock), terms }
  } catch {
    return null
  }
}

/** Gives lines by their numbers; most are asked for one after the other. */
function linesIn(readBlock: (n: number) => readonly string[]): EarlierYear['lineOf'] {
  let last: { readonly n: number; readonly block: readonly string[] } | undefined
  return (number) => {
    const n = Math.floor(number / reportsPerBlock)
    if (last?.n !== n) last = { n, block: readBlock(n) }
    return last.block[number % reportsPerBlock] as string
  }
}
