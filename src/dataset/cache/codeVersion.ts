import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** What a module imports when it runs: types are gone by then. */
const imports =
  /^(?:import|export)\s+(?!type\b)(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*'([^']+)'\s*\)/gm
/** A file that a module reads beside itself; folders that are named so are no part of the code. */
const companions = /new URL\(\s*'([^']+)',\s*import\.meta\.url\s*\)/g

const named = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap((match) => match[1] ?? match[2] ?? [])

/** The files that a module consists of, itself included, and the packages that they use. */
export interface ModuleParts {
  /** Absolute paths. */
  readonly files: ReadonlySet<string>
  readonly packages: ReadonlySet<string>
}

const packageOf = (specifier: string): string => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier

/** Follows the imports of modules, and the files that they open beside themselves. */
export function moduleParts(entries: readonly string[]): ModuleParts {
  const [files, packages] = [new Set<string>(), new Set<string>()]
  const waiting = entries.map((entry) => resolve(entry))
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file) || !statSync(file, { throwIfNoEntry: false })?.isFile()) continue
    files.add(file)
    if (!/\.(ts|mjs|js|astro)$/.test(file)) continue
    const text = readFileSync(file, 'utf8')
    for (const specifier of [...named(text, imports), ...named(text, companions)]) {
      if (specifier.startsWith('.')) waiting.push(resolve(dirname(file), specifier.replace(/\?.*$/, '')))
      else if (!specifier.startsWith('node:')) packages.add(packageOf(specifier))
    }
  }
  return { files, packages }
}

interface Lock {
  readonly packages: Readonly<
    Record<string, { version?: string; integrity?: string; dependencies?: Record<string, string> }>
  >
}

/** Packages as the lock file has them, with all that they depend on. */
function lockedPackages(names: ReadonlySet<string>): string[] {
  const { packages } = JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8')) as Lock
  const found = new Map<string, string>()
  const waiting = [...names]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const locked = packages[`node_modules/${name}`]
    if (found.has(name) || !locked) continue
    found.set(name, `${name} ${locked.version} ${locked.integrity}`)
    waiting.push(...Object.keys(locked.dependencies ?? {}))
  }
  return [...found.values()].sort()
}

/**
 * The version of the code of some modules: it changes when a module that they import changes, a file that one of
 * them opens beside itself, a package, or the release of Node, and with nothing else.
 */
export function codeVersion(entries: readonly string[]): string {
  const { files, packages } = moduleParts(entries)
  const hash = createHash('sha256').update(process.version)
  for (const file of [...files].sort()) {
    const name = relative(root, file).split(sep).join('/')
    hash.update(`\n${name}\n`).update(readFileSync(file))
  }
  return hash.update(lockedPackages(packages).join('\n')).digest('hex')
}
