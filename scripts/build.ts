import { buildSite, filesThere } from '../src/build.ts'
import { type DatasetUpdate, datasetUpdate } from '../src/dataset/update.ts'
import { requireSiteAddress } from '../src/siteAddress.ts'
import { buildFlags, run } from './command.ts'
import { finish, readRaw, timed } from './reading.ts'
import { sayWhereShown } from './shown.ts'

await run(
  {
    name: 'build',
    does: 'reads the reports, writes the dataset, and builds the site with the dataset under data/',
    flags: buildFlags,
  },
  async (options) => {
    requireSiteAddress()
    // There may be half a million, and one core has little to do while reports are put in their places.
    const there = filesThere(options.site, options.cache)
    const outputs = ['normalized', 'dataset', 'site'] as const
    const left = await readRaw(options, outputs)
    const update = await datasetUpdate(options)
    const updateDataset: DatasetUpdate | null =
      update && ((onDatabaseLeft) => timed('dataset', options.quiet, () => update(onDatabaseLeft)))
    // They overlap.
    const stage = update ? 'dataset and site' : 'site'
    const shownAnew = await timed(stage, options.quiet, () => buildSite({ ...options, there, updateDataset }))
    const exitCode = finish(left, options, outputs)
    if (shownAnew && !options.quiet) sayWhereShown(shownAnew)
    return exitCode
  },
)
