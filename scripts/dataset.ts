import { updateDataset } from '../src/dataset/update.ts'
import { buildFlags, run } from './command.ts'
import { finish, readRaw, timed } from './reading.ts'

await run(
  {
    name: 'dataset',
    does: 'reads the reports, then writes the dataset files',
    flags: buildFlags,
  },
  async (options) => {
    const outputs = ['normalized', 'dataset'] as const
    const left = await readRaw(options, outputs)
    await timed('dataset', options.quiet, () => updateDataset(options))
    return finish(left, options, outputs)
  },
)
