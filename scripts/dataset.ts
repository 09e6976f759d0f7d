import { updateDataset } from '../src/dataset/update.ts'
import { buildFlags, run } from './command.ts'
import { exitCode, readRaw, timed } from './reading.ts'

await run(
  {
    name: 'dataset',
    does: 'reads the reports, then writes the dataset files',
    flags: buildFlags,
  },
  async (options) => {
    const atlas = await readRaw(options, ['normalized', 'dataset'])
    await timed('dataset', options.quiet, () => updateDataset(options, atlas))
    return exitCode(atlas, options)
  },
)
