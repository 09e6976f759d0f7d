import { corpusIn } from '../src/dataset/corpus.ts'
import { latestDataset } from '../src/dataset/release/versions.ts'
import { writeDataset } from '../src/dataset/write/dataset.ts'
import { buildFlags, run } from './command.ts'
import { exitCode, readRaw } from './reading.ts'

await run(
  {
    name: 'dataset',
    does: 'reads the reports, then writes the dataset files',
    flags: buildFlags,
  },
  async (options) => {
    const atlas = await readRaw(options, ['normalized', 'dataset'])
    await writeDataset(options.dataset, corpusIn(options.normalized), await latestDataset(options.releases))
    return exitCode(atlas, options)
  },
)
