import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** The types that a built site and its dataset hold; any other file is sent as bytes. */
const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/x-ndjson; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.gz': 'application/gzip',
  '.sqlite': 'application/vnd.sqlite3',
}

/** What a request path leads to. */
type Target =
  | { status: 200 | 404; file: string }
  | { status: 301; location: string }
  | { status: 400 | 403 | 404 }

export interface ServedFolder {
  /** Where the folder's index page is; ends with a slash, so that `new URL('a/', url)` is below it. */
  url: string
  close: () => Promise<void>
}

/**
 * Serves a built site on a free port of this machine alone, the way static hosts do: a folder is its
 * `index.html`, what is missing is `404.html`. With `base`, the site is below that path and nothing is outside.
 */
export async function serveFolder(dir: string, { base = '/' } = {}): Promise<ServedFolder> {
  const root = resolve(dir)
  const prefix = `/${base}/`.replace(/\/+/g, '/')
  const server = createServer((request, response) => {
    answer(root, prefix, request, response).catch((error) => response.destroy(error))
  })
  await new Promise<void>((listening, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', listening)
  })
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((closed, reject) => {
      server.close((error) => (error ? reject(error) : closed()))
      // A browser keeps its connections open, and the server would wait for them.
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${port}${prefix}`, close }
}

async function answer(
  root: string,
  prefix: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const target = await findTarget(root, prefix, request.url ?? '/')
  if ('location' in target) response.writeHead(301, { location: target.location }).end()
  else if ('file' in target) await sendFile(target, request, response)
  else response.writeHead(target.status, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n')
}

async function sendFile(
  { status, file }: { status: number; file: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.writeHead(status, {
    'content-type': CONTENT_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'content-length': (await stat(file)).size,
  })
  if (request.method === 'HEAD') response.end()
  else await pipeline(createReadStream(file), response)
}

async function findTarget(root: string, prefix: string, requestUrl: string): Promise<Target> {
  // Not parsed by `URL`, which would take the dots out of the path before they can be refused.
  const [path = '/', query] = requestUrl.split('?')
  const decoded = decodePath(path)
  if (decoded === undefined) return { status: 400 }
  const file = join(root, decoded.slice(prefix.length - 1))
  if (decoded.split(/[/\\]/).includes('..') || !isInside(root, file)) return { status: 403 }
  if (`${decoded}/` === prefix) return { status: 301, location: withQuery(prefix, query) }
  if (!decoded.startsWith(prefix)) return notFound(root)
  return (await fileOrIndex(file, path, query)) ?? notFound(root)
}

async function fileOrIndex(file: string, path: string, query?: string): Promise<Target | undefined> {
  const kind = await kindOf(file)
  if (kind === 'file' && !path.endsWith('/')) return { status: 200, file }
  if (kind !== 'folder') return undefined
  const index = join(file, 'index.html')
  if ((await kindOf(index)) !== 'file') return undefined
  // Without the slash, the page's relative links would start one folder too high.
  return path.endsWith('/')
    ? { status: 200, file: index }
    : { status: 301, location: withQuery(`${path}/`, query) }
}

async function notFound(root: string): Promise<Target> {
  const file = join(root, '404.html')
  return (await kindOf(file)) === 'file' ? { status: 404, file } : { status: 404 }
}

function decodePath(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path)
    return decoded.includes('\0') ? undefined : decoded
  } catch {
    return undefined
  }
}

function isInside(root: string, file: string): boolean {
  return file === root || file.startsWith(root.endsWith(sep) ? root : root + sep)
}

function withQuery(path: string, query?: string): string {
  return query === undefined ? path : `${path}?${query}`
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile()) return 'file'
  return found?.isDirectory() ? 'folder' : undefined
}
