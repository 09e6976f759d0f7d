import { resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dev } from 'astro'
import { summarise } from '../src/dataset/summary.ts'
import { updateNormalized } from '../src/dataset/update.ts'
import { filesBesidePages } from '../src/site/filesBesidePages.ts'
import { requireSiteAddress } from '../src/siteAddress.ts'
import { run } from './command.ts'
import { listening } from './port.ts'
import { readRaw } from './reading.ts'

const loader = fileURLToPath(new URL('../src/dataset/load.ts', import.meta.url))

/** Changes that come together, such as a folder copied in, are read together. */
const settleMs = 300

await run(
  {
    name: 'dev',
    does: 'serves the site while it is worked on; what changes in the raw folder shows up by itself',
    flags: ['raw', 'normalized', 'cache', 'port', 'host', 'quiet'],
  },
  async (options, values) => {
    requireSiteAddress()
    const where = await listening(values)
    await readRaw(options, ['normalized'])
    process.env['GONGKAI_NORMALIZED'] = resolve(options.normalized)
    process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
    const base = `/${process.env['GONGKAI_BASE'] ?? ''}/`.replace(/\/{2,}/g, '/')
    const beside = filesBesidePages(resolve(options.normalized), base)
    const server = await dev({ server: where, logLevel: 'info', integrations: [beside] })
    const raw = resolve(options.raw)
    let timer: NodeJS.Timeout | undefined
    const readOnce = async () => {
      const atlas = await updateNormalized(options.normalized, { raw: options.raw, cache: options.cache })
      if (!options.quiet) process.stdout.write(summarise(atlas))
      // Every page depends on what this module loads; saying that it changed renders them again.
      server.watcher.emit('change', loader)
    }
    // One reading after the other: they write the same folder.
    let reading = Promise.resolve()
    const readAgain = () => {
      reading = reading.then(readOnce).catch((error) => console.error(error))
    }
    server.watcher.add(raw)
    server.watcher.on('all', (_event, path) => {
      if (!resolve(path).startsWith(raw + sep)) return
      clearTimeout(timer)
      timer = setTimeout(readAgain, settleMs)
    })
    await new Promise((stop) => process.once('SIGINT', stop).once('SIGTERM', stop))
    await server.stop()
    return 0
  },
)
