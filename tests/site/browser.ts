import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

/** For containers without a sandbox, where tests often run as root; and no talk with the outside. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** One way to get a browser: what to call it in an error, and how it is launched. */
interface Candidate {
  name: string
  options: () => LaunchOptions | Promise<LaunchOptions>
}

/**
 * Starts a headless browser: the one `CHROMIUM_PATH` names, else an installed Chromium or Chrome, else the
 * one that comes as an npm package. An installed one that does not start (Ubuntu's `chromium-browser` may
 * only be a note that says to install a snap) is passed over; one asked for by name is not.
 */
export async function launchBrowser(extra: readonly string[] = []): Promise<Browser> {
  const candidates = browserCandidates()
  const failures: unknown[] = []
  for (const { options } of candidates) {
    try {
      return await chromium.launch({ headless: true, args: [...ARGS, ...extra], ...(await options()) })
    } catch (error) {
      failures.push(error)
    }
  }
  const tried = candidates.map(({ name }, i) => `${name}: ${reason(failures[i])}`).join('; ')
  throw new Error(
    `No browser could be started (${tried}). Set CHROMIUM_PATH to the executable of a Chromium or Chrome.`,
    { cause: new AggregateError(failures) },
  )
}

function browserCandidates(): Candidate[] {
  const asked = process.env.CHROMIUM_PATH
  if (asked) return [executable(asked)]
  const packaged: Candidate = { name: '@sparticuz/chromium', options: packagedBrowser }
  return [...installedBrowsers().map(executable), packaged]
}

function executable(path: string): Candidate {
  return { name: path, options: () => ({ executablePath: path }) }
}

/**
 * The one line of an error that tells most. Playwright puts the browser's own words below a general first
 * line, and a missing library is the common case.
 */
function reason(error: unknown): string {
  const lines = String(error instanceof Error ? error.message : error).split('\n')
  const line = lines.find((text) => text.includes('error while loading')) ?? lines[0] ?? ''
  return line.replace(/^.*\[err\] /, '').trim()
}

/** Executables of Chromium and Chrome where the three systems usually have them, those on PATH first. */
function installedBrowsers(): string[] {
  return [...browsersOnPath(), ...(DEFAULT_LOCATIONS[process.platform]?.() ?? [])].filter(isExecutable)
}

function browsersOnPath(): string[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

const DEFAULT_LOCATIONS: Partial<Record<NodeJS.Platform, () => string[]>> = {
  darwin: () =>
    ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      ['Chromium', 'Google Chrome'].map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    ),
  win32: () =>
    [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) =>
        ['Chromium', join('Google', 'Chrome')].map((name) => join(folder, name, 'Application', 'chrome.exe')),
      ),
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The browser inside the npm package @sparticuz/chromium. It brings the libraries that a bare Linux lacks
 * (libnss3 and others), for its usual home, AWS Lambda; here they are pointed out to the browser alone, by its
 * environment, so that no other program picks them up.
 */
async function packagedBrowser(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`is for linux x64, this is ${process.platform} ${process.arch}`)
  }
  const folder = await unpackedBrowser()
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  }
}

/**
 * The folder with the package unpacked, which takes seconds and 200 MB and is therefore kept in
 * `node_modules/.cache`. Every process unpacks into a folder of its own and then renames it, which happens in
 * one step: whoever comes second finds a complete folder and uses that, so nobody starts half a browser.
 */
async function unpackedBrowser(): Promise<string> {
  const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'))
  const cache = join(packageFolder, '..', '..', '.cache')
  const folder = join(cache, `chromium-${version}`)
  if (existsSync(folder)) return folder
  await mkdir(cache, { recursive: true })
  const own = await mkdtemp(`${folder}-`)
  try {
    await unpackInto(own, packageFolder)
    await writeFile(join(own, 'fonts.conf'), fontsConf(folder))
    await rename(own, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  } finally {
    await rm(own, { recursive: true, force: true })
  }
  return folder
}

/** The package always unpacks into the temp folder, so a Node is started that takes `target` for that. */
async function unpackInto(target: string, packageFolder: string): Promise<void> {
  const script = `
    import { inflate } from '@sparticuz/chromium'
    await Promise.all(['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map((file) => inflate('bin/' + file)))
  `
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: packageFolder,
    env: { ...process.env, TMPDIR: target },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (code !== 0) throw new Error(`could not be unpacked into ${target}`)
}

/**
 * The package's own font list names only folders of AWS Lambda. This one takes the system's fonts, if there
 * are any, and otherwise the package's single family, which has no Chinese characters: they are in the page
 * and take up room, but nothing is drawn.
 */
function fontsConf(folder: string): string {
  const path = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${path}/fonts</dir>
  <cachedir>${path}/fonts-cache</cachedir>
</fontconfig>
`
}
