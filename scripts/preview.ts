import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { preview } from 'astro'
import { UsageError } from '../src/dataset/write/folder.ts'
import { requireSiteAddress } from '../src/siteAddress.ts'
import { run } from './command.ts'
import { listening } from './port.ts'

await run(
  { name: 'preview', does: 'serves the built site', flags: ['site', 'port', 'host'] },
  async (options, values) => {
    requireSiteAddress()
    if (!existsSync(join(options.site, 'index.html'))) {
      throw new UsageError(`there is no site in ${options.site}; run npm run build first`)
    }
    process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
    const where = await listening(values)
    const server = await preview({ outDir: options.site, server: where, logLevel: 'info' })
    await server.closed()
    return 0
  },
)
