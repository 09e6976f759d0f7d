import { Tinypool } from 'tinypool'
import { doStep, type Step } from './database.ts'
import { SqliteFile } from './sqliteFile.ts'
import type { Place } from './tableParts.ts'

// Opened by the first step, which is what is told of a failure.
let file: SqliteFile | undefined

/** Fills the database of a dataset in a thread of its own. */
export default (step: Step): unknown => {
  file ??= new SqliteFile(Tinypool.workerData as Place)
  return doStep(file, step)
}
