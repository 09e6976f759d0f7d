import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databaseHere, databaseInThread } from './database.ts'
import { fingerprint } from './fingerprint.ts'
import type { PackedCells } from './packedLines.ts'
import { sqlitePath } from './tableFiles.ts'

const noCells: PackedCells = { folder: '', parts: [], order: new Uint16Array() }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'database-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const placeIn = (path: string) => ({ folder: path, before: { folder: path, segments: {} } })
const correction = (report: string) => [
  report,
  'cell',
  '1',
  '2',
  '3',
  'applied',
  'why',
  'where',
  '2024-01-01',
]

describe.each([
  ['here', async (path: string) => databaseHere(placeIn(path))],
  ['in a thread', (path: string) => databaseInThread(placeIn(path))],
])('a database that is filled %s', (_, open) => {
  test('has what it was given, in order', async () => {
    const database = await open(folder)
    for (const report of ['b', 'a', 'c']) await database.do('made', 'corrections', [correction(report)])
    const { done } = await database.complete(noCells)
    const completed = await done
    await database.end()
    expect(completed).toEqual(await fingerprint(join(folder, sqlitePath)))
    const file = new DatabaseSync(join(folder, sqlitePath), { readOnly: true })
    const rows = file.prepare('SELECT "report_id" FROM "corrections" ORDER BY "rowid"').all()
    file.close()
    expect(rows.map((row) => row['report_id'])).toEqual(['b', 'a', 'c'])
  })

  test('tells of a step that failed, and lets go of the file', async () => {
    const database = await open(folder)
    const steps = async () => {
      await database.do('made', 'corrections', [correction('a'), correction('a')])
      await database.do('made', 'corrections', [correction('b')])
      await (await database.complete(noCells)).done
    }
    await expect(steps()).rejects.toThrow(/UNIQUE/)
    await database.end().catch(() => {})
    rmSync(join(folder, sqlitePath))
  })
})

test('a database that cannot be made in a thread is told of at the end at the latest', async () => {
  const database = await databaseInThread(placeIn(join(folder, 'nowhere')))
  await database.do('index', [])
  await expect(database.end()).rejects.toThrow(/unable to open/)
})
