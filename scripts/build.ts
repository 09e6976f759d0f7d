import { buildSite } from '../src/build.ts'
import { corpusIn } from '../src/dataset/corpus.ts'
import { latestDataset } from '../src/dataset/release/versions.ts'
import { writeDataset } from '../src/dataset/write/dataset.ts'
import { requireSiteAddress } from '../src/siteAddress.ts'
import { buildFlags, run } from './command.ts'
import { exitCode, readRaw } from './reading.ts'

await run(
  {
    name: 'build',
    does: 'reads the reports, writes the dataset, and builds the site with the dataset under data/',
    flags: buildFlags,
  },
  async (options) => {
    requireSiteAddress()
    const atlas = await readRaw(options, ['normalized', 'dataset', 'site'])
    await writeDataset(options.dataset, corpusIn(options.normalized), await latestDataset(options.releases))
    await buildSite(options)
    return exitCode(atlas, options)
  },
)
