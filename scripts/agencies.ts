import { printable } from '../src/dataset/printable.ts'
import { proposeAgencies } from '../src/dataset/proposeAgencies.ts'
import { showProposals } from '../src/identity/registry/show.ts'
import { run } from './command.ts'
import { progress } from './reading.ts'

await run(
  {
    name: 'agencies',
    does: 'shows which agencies of the reports agencies.csv lacks, and writes there what you accept',
    flags: ['raw', 'accept', 'jobs', 'quiet'],
  },
  async ({ raw, jobs, quiet }, values) => {
    const accepted = ((values['accept'] as string | undefined) ?? '').split(',').filter((one) => one !== '')
    const { update, stop } = progress(quiet)
    const reading = proposeAgencies({ raw, jobs, onProgress: update }, accepted)
    const { proposals, path, written } = await reading.finally(stop)
    const lines = accepted.length ? [`${path}: ${written} rows written`] : showProposals(proposals, printable)
    if (!quiet) process.stdout.write(`${lines.join('\n')}\n`)
    return 0
  },
)
