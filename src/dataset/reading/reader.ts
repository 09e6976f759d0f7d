import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ReadingMessage, ReadingSetup, ReadTask } from './messages.ts'

/** What one file may take to be read. */
export interface ReadLimits {
  readonly seconds: number
  /** Size of the process that reads it, which is about 100 before it reads anything. */
  readonly megabytes: number
}
export const readLimits: ReadLimits = { seconds: 20, megabytes: 500 }

/** How a reading process ended: on a limit, or in a crash with what the system says of it. */
export type Ending = { readonly limit: 'time' | 'memory' } | { readonly crash: string }

const entry = fileURLToPath(new URL('./process.ts', import.meta.url))
const program = fileURLToPath(new URL('../../../', import.meta.url))

/** Where a reading process may read: the program and the raw folder, wherever links lead to them. */
function readableFolders(raw: string): string[] {
  const folders = [program, resolve(program, 'node_modules'), raw].filter((folder) => existsSync(folder))
  return [...new Set(folders.flatMap((folder) => [resolve(folder), realpathSync(folder)]))]
}

/**
 * A reading process can read the program and the raw folder, and nothing else: it writes no file, starts no
 * program, loads no native code, and makes no code of text.
 */
export function restrictions(raw: string, { megabytes }: ReadLimits): string[] {
  return [
    '--permission',
    '--allow-worker',
    ...readableFolders(raw).map((folder) => `--allow-fs-read=${folder}`),
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${megabytes}`,
    // There is a process for each core: threads that clear away for one only take turns with the others.
    '--single-threaded-gc',
  ]
}

/** V8 aborts when its heap is full; a kill that was not ours comes from `watch.ts` or from the system's own. */
function endingOf(code: number | null, signal: NodeJS.Signals | null): Ending {
  if (signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134) return { limit: 'memory' }
  return { crash: signal ?? `exit code ${code}` }
}

/** A process that reads files and can be killed while it does. */
export class Reader {
  readonly #child: ChildProcess
  readonly #milliseconds: number
  readonly #ended: Promise<Ending>
  readonly #ready: Promise<Ending | null>
  #timer: NodeJS.Timeout | undefined
  #heard: (message: ReadingMessage) => void = () => {}
  #overtime = false
  #isReady = false
  #complaint = ''
  /** Whether it has read nothing yet, so that what it takes is taken for the first file. */
  fresh = true

  constructor(raw: string, limits: ReadLimits) {
    const setup: ReadingSetup = { raw: resolve(raw), megabytes: limits.megabytes }
    this.#milliseconds = limits.seconds * 1000
    this.#child = fork(entry, [JSON.stringify(setup)], {
      execArgv: restrictions(raw, limits),
      // Nothing of the surroundings is of use to it.
      env: {},
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // Readings come as bytes.
      serialization: 'advanced',
    })
    this.#child.stderr?.setEncoding('utf8').on('data', (words: string) => {
      // Once it reads, its words come from a file, and the terminal is not for them.
      if (!this.#isReady) this.#complaint = (this.#complaint + words).slice(0, 2000)
    })
    this.#child.on('message', (messages: readonly ReadingMessage[]) => {
      for (const message of messages) this.#hear(message)
    })
    this.#ended = new Promise((ended) => {
      this.#child.on('error', (error) => ended({ crash: error.message }))
      // Not `exit`: what it said before it ended may still be on its way.
      this.#child.on('close', (code, signal) =>
        ended(this.#overtime ? { limit: 'time' } : endingOf(code, signal)),
      )
    })
    this.#ready = this.#until('ready', 1, () => {})
  }

  /** Resolves when it is ready to read. */
  async ready(): Promise<void> {
    const ending = await this.#ready
    if (ending)
      throw new Error(`the reading process does not start: ${this.#complaint || JSON.stringify(ending)}`)
    this.#isReady = true
  }

  /** Reads files one after the other. Null when all are read; otherwise the process has ended in one of them. */
  async read(tasks: readonly ReadTask[], heard: (message: ReadingMessage) => void): Promise<Ending | null> {
    this.#child.send(tasks, () => {})
    this.#startTimer()
    const ending = await this.#until('done', tasks.length, heard)
    clearTimeout(this.#timer)
    return ending
  }

  stop(): void {
    // Whoever listened may hold all that was read, and the process takes a moment to end.
    this.#heard = () => {}
    this.#child.kill('SIGKILL')
  }

  #until(kind: ReadingMessage['kind'], times: number, heard: (message: ReadingMessage) => void) {
    const all = new Promise<null>((resolveAll) => {
      let left = times
      this.#heard = (message) => {
        heard(message)
        if (message.kind === kind) left -= 1
        if (left === 0) resolveAll(null)
      }
    })
    return Promise.race([all, this.#ended])
  }

  #hear(message: ReadingMessage): void {
    if (message.kind === 'reading') this.fresh = false
    if (this.#timer) this.#startTimer()
    this.#heard(message)
  }

  #startTimer(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      // Once more around the loop: a message may have come while this process was busy itself.
      this.#timer = setTimeout(() => {
        this.#overtime = true
        this.stop()
      }, 1)
    }, this.#milliseconds)
  }
}
