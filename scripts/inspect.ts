import { readRegistry } from '../src/dataset/registry.ts'
import { inspectFile, isInRaw } from '../src/inspect/inspect.ts'
import { inspectionJson } from '../src/inspect/json.ts'
import { paintFor } from '../src/inspect/paint.ts'
import { showMembers, showReading } from '../src/inspect/show.ts'
import { run } from './command.ts'

await run(
  {
    name: 'inspect',
    does: 'shows how one file is read: who, when, each table with where its values stand, issues',
    argument: 'FILE',
    flags: ['json', 'member', 'raw'],
  },
  async ({ raw }, values) => {
    const file = values['FILE'] as string
    const readings = await inspectFile({ file, raw, member: values['member'] as string | undefined })
    if (!isInRaw(file, raw))
      process.stderr.write(
        `inspect: ${file} is not in ${raw}, so no folder name and no sources.csv tells anything of it (--raw DIR)\n`,
      )
    const registry = await readRegistry(raw)
    if (values['json']) {
      process.stdout.write(`${JSON.stringify(inspectionJson(file, readings, registry), null, 2)}\n`)
      return 0
    }
    const paint = paintFor(process.stdout)
    const lines = readings.flatMap((reading) => [...showReading(reading, paint, registry), ''])
    const packed = readings.length > 1 ? [...showMembers(readings), ''] : []
    process.stdout.write(`${[...packed, ...lines].join('\n')}\n`)
    return 0
  },
)
