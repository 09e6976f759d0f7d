import type { DatabaseSync, StatementSync } from 'node:sqlite'

/** The numbers of reports in a database and in the one before, by their ids. */
export interface ReportNumbers {
  readonly now: ReadonlyMap<string, number>
  readonly before: ReadonlyMap<string, number>
}

/**
 * Fills a table that has the rows of each report packed, in the order of the reports: with what was made anew, and
 * with what the database before has, of as many reports at a time as come one after the other in both.
 */
export class PackedTable {
  readonly #numbers: ReportNumbers
  readonly #insert: StatementSync
  readonly #takeOver: StatementSync | null
  /** The reports to take over next, by their numbers before, and how far these are from theirs now. */
  #run: { first: number; last: number; shift: number } | null = null

  constructor(db: DatabaseSync, kept: string, numbers: ReportNumbers, hasBefore: boolean) {
    this.#numbers = numbers
    // Text that comes as bytes is not taken apart and put together again on its way.
    this.#insert = db.prepare(`INSERT INTO main."${kept}" ("report_no", "rows") VALUES (?, CAST(? AS TEXT))`)
    this.#takeOver = hasBefore
      ? db.prepare(
          `INSERT INTO main."${kept}" ("report_no", "rows") SELECT "report_no" + ?, "rows" FROM "before"."${kept}" WHERE "report_no" BETWEEN ? AND ? ORDER BY "report_no"`,
        )
      : null
  }

  /** Adds the packed rows of a report, as text or as its bytes; of one without rows nothing. */
  add(reportId: string, rows: string | Uint8Array): void {
    this.end()
    if (rows.length > '[]'.length) this.#insert.run(this.#numbers.now.get(reportId) as number, rows)
  }

  /** Takes over the rows of a report. */
  take(reportId: string): void {
    const before = this.#numbers.before.get(reportId) as number
    const shift = (this.#numbers.now.get(reportId) as number) - before
    if (this.#run?.shift === shift && this.#run.last === before - 1) this.#run.last = before
    else {
      this.end()
      this.#run = { first: before, last: before, shift }
    }
  }

  /** Ends what was begun; called when all reports are there. */
  end(): void {
    if (this.#run) this.#takeOver?.run(this.#run.shift, this.#run.first, this.#run.last)
    this.#run = null
  }
}
