import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { preview } from 'astro'
import { UsageError } from '../src/dataset/write/folder.ts'
import { requireSiteAddress } from '../src/siteAddress.ts'
import { run, wholeNumber } from './command.ts'

await run(
  { name: 'preview', does: 'serves the built site', flags: ['site', 'port', 'host'] },
  async (options, values) => {
    requireSiteAddress()
    if (!existsSync(join(options.site, 'index.html'))) {
      throw new UsageError(`there is no site in ${options.site}; run npm run build first`)
    }
    process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
    const port = wholeNumber('port', values['port'] as string | undefined) ?? 4321
    const host = (values['host'] as string | undefined) ?? 'localhost'
    const server = await preview({ outDir: options.site, server: { port, host }, logLevel: 'info' })
    await server.closed()
    return 0
  },
)
