import { close, open, read } from 'node:fs'
import { join } from 'node:path'
import { documentFile, reportFile } from '../dataset/write/layout.ts'

/** As much of a file as is read ahead: nearly all are shorter. */
const mostBytes = 2 ** 18

/**
 * Has the files of reports read by the system, which keeps them in memory for the page that needs them next. A site
 * of many reports is more than that memory holds, so that the reports are not in it any more since they were written,
 * and a thread that renders would stand still for each. What is read is not kept: nobody looks at the bytes.
 */
export class ReadAhead {
  readonly #normalized: string
  readonly #nowhere = Buffer.allocUnsafeSlow(mostBytes)

  constructor(normalized: string) {
    this.#normalized = normalized
  }

  /** Starts to read the files of reports; what is wrong with one is told by what reads it after. */
  start(reportIds: Iterable<string>): void {
    for (const id of reportIds)
      for (const path of [reportFile(id), documentFile(id)]) this.#file(join(this.#normalized, path))
  }

  #file(path: string): void {
    open(path, (missing, file) => {
      if (missing) return
      read(file, this.#nowhere, 0, mostBytes, 0, () => close(file))
    })
  }
}
