import { parseArgs } from 'node:util'
import { version } from '../src/dataset/version.ts'
import { UsageError } from '../src/dataset/write/folder.ts'

/** The flags of the commands that read reports, with their defaults. */
export interface Options {
  readonly raw: string
  readonly normalized: string
  readonly dataset: string
  readonly site: string
  readonly releases: string
  readonly jobs: number | undefined
  readonly cache: string | undefined
  readonly fresh: boolean
  readonly retry: boolean
  readonly strict: boolean
  readonly quiet: boolean
}

/** What a command is: its name, what it does in one line, and the flags it takes. */
export interface Command {
  readonly name: string
  readonly does: string
  /** What it takes besides flags, such as `FILE`; nothing by default. It is in the values under this name. */
  readonly argument?: string
  readonly flags: readonly (keyof typeof flags)[]
  /** Defaults of flags that are others than elsewhere. */
  readonly defaults?: Partial<Record<keyof typeof flags, string>>
  /** What it ends with 1 for; by default what `--strict` finds, and nothing without that flag. */
  readonly finds?: string
}

/** What each flag of any command is. */
export const flags = {
  raw: { argument: 'DIR', does: 'folder of report files, never written to', default: 'data/raw' },
  normalized: { argument: 'DIR', does: 'where the readings go', default: 'data/normalized' },
  dataset: { argument: 'DIR', does: 'where the dataset goes', default: 'data/dataset' },
  site: { argument: 'DIR', does: 'where the site goes', default: 'dist' },
  releases: { argument: 'DIR', does: 'where the releases of the dataset are', default: 'data/releases' },
  date: { argument: 'DATE', does: 'date of the release', default: 'today' },
  jobs: { argument: 'N', does: 'processes that read, and threads that render', default: 'all cores' },
  port: {
    argument: 'N',
    does: 'port of the server; without this flag, the next free one from here',
    default: '4321',
  },
  host: { argument: 'ADDRESS', does: 'address the server listens on', default: 'localhost' },
  cache: {
    argument: 'DIR',
    does: 'where readings are kept from run to run; machines may share it',
    default: 'node_modules/.cache/gongkai',
  },
  shard: { argument: 'K/N', does: 'read every N-th file only, into the cache', default: 'all files' },
  fresh: { does: 'read every file again and write the dataset anew, whatever the cache holds' },
  retry: { does: 'read files again that took too much time or memory before' },
  strict: { does: 'exit 1 when any file could not be read' },
  quiet: { does: 'print nothing but errors' },
  json: { does: 'print JSON' },
  member: { argument: 'PATH', does: 'the file to show of an archive', default: 'all' },
  accept: {
    argument: 'WHAT',
    does: 'all new agencies, or ids and pairs A=B, separated by commas',
    default: 'none, only shows',
  },
  agencies: { argument: 'N', does: 'how many agencies to invent', default: '300' },
  years: { argument: 'FROM-TO', does: 'years to invent reports for', default: '2019-2025' },
  seed: { argument: 'S', does: 'what the invented country is derived from', default: '1' },
  layout: {
    argument: 'ID',
    does: 'the layout of all reports, from src/invented/render/layouts.ts',
    default: 'any',
  },
  runs: { argument: 'N', does: 'how many files to damage', default: '2000' },
  from: { argument: 'N', does: 'number of the first run, to make a failure again', default: '0' },
  files: { argument: 'N', does: 'files of each kind in a round', default: '200' },
  only: { argument: 'NAMES', does: 'the benchmarks to run, separated by commas', default: 'all' },
  reports: {
    argument: 'N',
    does: 'most reports to build from; 100000 take half an hour, and 50 GB for temporary files',
    default: '10000',
  },
  rounds: { argument: 'N', does: 'rounds to take the median of, each with files of its own', default: '21' },
} as const

/** The flags that `ingest`, `dataset` and `build` share, so that one line of flags serves all three. */
export const buildFlags = [
  'raw',
  'normalized',
  'dataset',
  'site',
  'releases',
  'jobs',
  'cache',
  'fresh',
  'retry',
  'strict',
  'quiet',
] as const

function help(command: Command): string {
  const line = (name: string, does: string) => `  ${name.padEnd(20)} ${does}`
  const lines = command.flags.map((name) => {
    const flag = flags[name]
    return 'argument' in flag
      ? line(
          `--${name} ${flag.argument}`,
          `${flag.does} (default: ${command.defaults?.[name] ?? flag.default})`,
        )
      : line(`--${name}`, flag.does)
  })
  const { finds = command.flags.includes('strict') ? '--strict found something' : '' } = command
  return [
    `${command.name}: ${command.does}`,
    '',
    `npm run ${command.name} -- ${command.argument ? `${command.argument} ` : ''}[flags]`,
    '',
    ...lines,
    line('--help', 'this text'),
    line('--version', 'version of the program'),
    '',
    `Exit codes: 0 done; ${finds ? `1 done, but ${finds}; ` : ''}2 wrong usage; 3 internal failure.`,
    '',
  ].join('\n')
}

type Values = Readonly<Record<string, string | boolean | undefined>>

function parse(command: Command, args: readonly string[]): Values {
  const names = [...command.flags, 'help', 'version'] as string[]
  const options = Object.fromEntries(
    names.map((name) => [
      name,
      { type: 'argument' in (flags[name as keyof typeof flags] ?? {}) ? 'string' : 'boolean' },
    ]),
  ) as Record<string, { type: 'string' | 'boolean' }>
  const see = `(see npm run ${command.name} -- --help)`
  try {
    const allowPositionals = command.argument !== undefined
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals })
    if (!command.argument || values['help'] || values['version']) return values
    if (positionals.length === 1) return { ...values, [command.argument]: positionals[0] }
    throw new UsageError(`it takes one ${command.argument}, not ${positionals.length} ${see}`)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${(error as Error).message.split('\n')[0]} ${see}`)
  }
}

/** A whole number above 0, or a usage error. */
export function wholeNumber(flag: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (!/^[1-9]\d{0,6}$/.test(value))
    throw new UsageError(`--${flag} takes a whole number above 0, not ${value}`)
  return Number(value)
}

function toOptions(values: Values): Options {
  const text = (name: 'raw' | 'normalized' | 'dataset' | 'site' | 'releases') =>
    (values[name] as string | undefined) || flags[name].default
  return {
    raw: text('raw'),
    normalized: text('normalized'),
    dataset: text('dataset'),
    site: text('site'),
    releases: text('releases'),
    jobs: wholeNumber('jobs', values['jobs'] as string | undefined),
    cache: (values['cache'] as string | undefined) || undefined,
    fresh: values['fresh'] === true,
    retry: values['retry'] === true,
    strict: values['strict'] === true,
    quiet: values['quiet'] === true,
  }
}

/** Whoever reads what is said may stop, as `head` does: what was begun is finished all the same. */
function goOnUnheard(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
}

/**
 * Runs a command: parses its flags, answers `--help` and `--version`, and turns errors into exit codes.
 * `main` returns the exit code.
 */
export async function run(
  command: Command,
  main: (options: Options, values: Values) => Promise<number>,
): Promise<void> {
  goOnUnheard()
  try {
    const values = parse(command, process.argv.slice(2))
    if (values['help']) process.stdout.write(help(command))
    else if (values['version']) process.stdout.write(`${version}\n`)
    else process.exitCode = await main(toOptions(values), values)
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${command.name}: ${error.message}\n`)
      process.exitCode = 2
    } else {
      process.stderr.write(
        `${command.name}: internal failure\n${error instanceof Error ? error.stack : String(error)}\n`,
      )
      process.exitCode = 3
    }
  }
}
