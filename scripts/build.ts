import { buildSite } from '../src/build.ts'
import { updateDataset } from '../src/dataset/update.ts'
import { requireSiteAddress } from '../src/siteAddress.ts'
import { buildFlags, run } from './command.ts'
import { exitCode, readRaw, timed } from './reading.ts'

await run(
  {
    name: 'build',
    does: 'reads the reports, writes the dataset, and builds the site with the dataset under data/',
    flags: buildFlags,
  },
  async (options) => {
    requireSiteAddress()
    const atlas = await readRaw(options, ['normalized', 'dataset', 'site'])
    await timed('dataset', options.quiet, () => updateDataset(options, atlas))
    await timed('site', options.quiet, () => buildSite(options))
    return exitCode(atlas, options)
  },
)
