import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'
import { type Atlas, loadAtlas, loadReport } from '../src/dataset/load.ts'
import type { Issue } from '../src/model/issue.ts'

// Each test starts processes, and other tests run beside it.
vi.setConfig({ testTimeout: 60_000 })

const root = join(import.meta.dirname, '..')
export const casesDir = join(import.meta.dirname, 'cases')
/** The folder of the test that runs, and its raw folder. */
export let folder: string
export let raw: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commands-test-'))
  raw = join(folder, 'raw')
  await mkdir(raw)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}
type Command = 'ingest' | 'dataset' | 'build' | 'inspect' | 'start' | 'preview'

/** Runs one of the commands as npm does. */
export function run(command: Command, ...args: string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'scripts', `${command}.ts`), ...args], { cwd: folder })
    let [out, err] = ['', '']
    child.stdout.on('data', (data) => {
      out += data
    })
    child.stderr.on('data', (data) => {
      err += data
    })
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }))
  })
}
export const outputs = (name = '') => [
  '--normalized',
  join(folder, `n${name}`),
  '--dataset',
  join(folder, `d${name}`),
]
export const ingestRaw = (...args: string[]) =>
  run('ingest', '--raw', raw, '--normalized', join(folder, 'n'), ...args)
export const put = (name: string, content: string | Uint8Array) => writeFile(join(raw, name), content)
export const putCase = (name: string, file: string, ext = 'txt') =>
  cp(join(casesDir, name, `input.${ext}`), join(raw, file))
export const atlas = async (): Promise<Atlas> => loadAtlas(join(folder, 'n'))
export const issues = async (): Promise<Issue[]> => {
  const { reports, unread } = await atlas()
  return [...unread, ...reports.flatMap((report) => loadReport(report.report_id, join(folder, 'n')).issues)]
}
export const codesOf = async (path: string) =>
  (await issues()).filter((issue) => issue.source_path === path).map((issue) => issue.code)

/** Every file below a folder with its bytes. */
export async function contents(of: string): Promise<Record<string, string>> {
  const entries = await readdir(of, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const pairs = await Promise.all(
    files
      .sort()
      .map(async (file) => [relative(of, file), (await readFile(file)).toString('base64')] as const),
  )
  return Object.fromEntries(pairs)
}
