import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AstroIntegration } from 'astro'
import { apiPath } from '../api/openApi.ts'
import { writeApi } from '../api/write.ts'
import { type Atlas, loadAtlas } from '../dataset/load.ts'
import { textFolder } from '../textSearch/files.ts'
import { writeTextIndex } from '../textSearch/write.ts'

const parts = [apiPath, textFolder]

/** The files that no page renders and that pages or programs ask for: the interface and the index of the text. */
class FilesBesidePages {
  readonly #normalized: string
  readonly #folder = mkdtempSync(join(tmpdir(), 'gongkai-dev-'))
  #of: Atlas | undefined
  #written = Promise.resolve()

  constructor(normalized: string) {
    this.#normalized = normalized
  }

  /** A file as it is with the reports that there are now; null where there is none. */
  async read(path: string): Promise<Buffer | null> {
    const atlas = loadAtlas(this.#normalized)
    if (this.#of !== atlas) this.#written = this.#written.then(() => this.#write(atlas))
    this.#of = atlas
    await this.#written
    const file = join(this.#folder, path)
    return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : null
  }

  async #write(atlas: Atlas): Promise<void> {
    rmSync(this.#folder, { recursive: true, force: true })
    await writeApi(atlas, { folder: this.#folder, withPages: true })
    writeTextIndex(atlas, {
      normalized: this.#normalized,
      folder: this.#folder,
      site: this.#folder,
      before: {},
      isSame: () => false,
    })
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

/**
 * Serves the interface for programs and the index of the text while the site is worked on. They are made when they
 * are first asked for, and again when the reports have changed.
 *
 * @param base the folder of the server that the site is in, such as `/atlas/`
 */
export function filesBesidePages(normalized: string, base: string): AstroIntegration {
  const files = new FilesBesidePages(normalized)
  return {
    name: 'files-beside-pages',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          // No file has a name that an address would have to encode; the dots are taken out of it already.
          const { pathname } = new URL(request.url ?? '/', 'http://localhost')
          const path = pathname.slice(base.length)
          if (!pathname.startsWith(base) || !parts.some((part) => path.startsWith(part))) return next()
          files.read(path).then((content) => {
            if (!content) return next()
            response.setHeader('content-type', 'application/json; charset=utf-8')
            response.end(content)
          }, next)
        })
      },
      'astro:server:done': () => files.remove(),
    },
  }
}
