import { printable } from '../printable.ts'
import { checkNames } from './problem.ts'
import type { Verified } from './verify.ts'

const words = {
  files: 'files and checksums',
  schema: 'columns and values',
  keys: 'keys',
  references: 'references',
  arithmetic: 'arithmetic',
  formats: 'the same rows in every format',
} as const

/** What was found of a dataset, for the person who asked. */
export function summariseVerified({ files, rows, problems, problem_count, by_check }: Verified): string {
  const lines = [`${files} files, ${rows} rows`]
  for (const check of checkNames) {
    const count = by_check[check] ?? 0
    lines.push(`  ${count === 0 ? 'ok     ' : 'problem'} ${words[check]}${count === 0 ? '' : `: ${count}`}`)
    for (const one of problems.filter((problem) => problem.check === check))
      lines.push(
        `    ${[one.file, one.place].filter(Boolean).map(printable).join(': ')}: ${printable(one.message)}`,
      )
  }
  const more = problem_count - problems.length
  if (more > 0) lines.push(`  and ${more} more of the same kinds`)
  lines.push(problem_count === 0 ? 'the dataset holds' : `the dataset has ${problem_count} problems`)
  return `${lines.join('\n')}\n`
}
