import { summariseVerified } from '../src/dataset/verify/summary.ts'
import { verifyDataset } from '../src/dataset/verify/verify.ts'
import { run } from './command.ts'

await run(
  {
    name: 'verify',
    does: 'checks a dataset folder: checksums, columns, keys, references, arithmetic; ends with 1 on a problem',
    argument: 'DIR',
    flags: ['json', 'quiet'],
    finds: 'the dataset has problems',
  },
  async (options, values) => {
    const verified = await verifyDataset(String(values['DIR']))
    if (values['json']) process.stdout.write(`${JSON.stringify(verified, null, 2)}\n`)
    else if (!options.quiet) process.stdout.write(summariseVerified(verified))
    return verified.problem_count === 0 ? 0 : 1
  },
)
