import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
let folder: string
let server: ChildProcess
let url: string
let ended: Promise<unknown>

/** Asks until an answer is as wanted; a watched folder shows what is new when it has been read. */
async function ask<T>(path: string, wanted: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const response = await fetch(new URL(path, url)).catch(() => null)
    const answer = response?.ok ? ((await response.json()) as T) : null
    if (answer !== null && wanted(answer)) return answer
    await new Promise((later) => setTimeout(later, 100))
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dev-test-'))
  mkdirSync(join(folder, 'raw'))
  const [first] = readdirSync(join(root, 'data/raw'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.txt'))
    .sort()
  cpSync(join(root, 'data/raw', first as string), join(folder, 'raw', 'one.txt'))
  const folders = ['raw', 'normalized', 'cache'].flatMap((name) => [`--${name}`, join(folder, name)])
  // Where the port is taken, the next one is.
  server = spawn(process.execPath, ['scripts/dev.ts', ...folders, '--port', '4790'], {
    cwd: root,
    // Without what the tests tell each other: Astro takes some of it for its own.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  ended = once(server, 'exit')
  url = await new Promise<string>((found, failed) => {
    let said = ''
    server.stdout?.on('data', (data) => {
      said += data
      const [address] = /http:\/\/localhost:\d+\//.exec(said) ?? []
      if (address) found(address)
    })
    server.once('exit', () => failed(new Error(`the server ended: ${said}`)))
  })
}, 60_000)

afterAll(async () => {
  server.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true })
})

interface Index {
  readonly reports: number
}

test('serves pages, the interface and the index of the text, and takes in what is added and removed', async () => {
  expect((await fetch(url)).status).toBe(200)
  const isOf = (reports: number) => (index: Index) => index.reports === reports
  await ask('api/v1/index.json', isOf(1))
  expect(await ask('search/text/simplified.json', (forms: object) => '訊' in forms)).toBeTruthy()
  for (const path of ['search/text/none.json', 'api/v1/', 'api/v1/%E4%B8', 'api/v1/%2e%2e/%2e%2e/x.json'])
    expect((await fetch(new URL(path, url))).ok).toBe(false)
  const paths = readdirSync(join(root, 'data/raw'), { recursive: true, encoding: 'utf8' })
  const second = paths.filter((path) => path.endsWith('.txt')).sort()[1] as string
  cpSync(join(root, 'data/raw', second), join(folder, 'raw', 'two.txt'))
  await ask('api/v1/index.json', isOf(2))
  rmSync(join(folder, 'raw', 'two.txt'))
  await ask('api/v1/index.json', isOf(1))
}, 60_000)
