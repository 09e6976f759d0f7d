import type { TextOfReport } from './files.ts'

// A file of texts has each report on a line of its own: of those that stay as they are, a build takes the lines and
// need not read what is in them.

/** A report as a line of a file of texts. */
export const lineOf = (report: TextOfReport): string => JSON.stringify(report)

/** A file of texts with these lines; JSON. */
export const blockOf = (lines: readonly string[]): string => `[\n${lines.join(',\n')}\n]`

/** The lines of a file of texts. Throws where it is not whole. */
export function linesOf(block: string): string[] {
  if (!block.startsWith('[\n{') || !block.endsWith('}\n]')) throw new Error('this is no file of texts')
  return block.slice(2, -2).split(',\n')
}

/** How the line of a report begins. */
const startOf = (id: string, name: string): string => JSON.stringify({ id, name }).slice(0, -1)

/** Which report a line is of. */
export function idOf(line: string): string {
  const found = /^\{"id":"((?:[^"\\]|\\.)*)","name":"/.exec(line)?.[1]
  if (found === undefined) throw new Error('this is no line of a file of texts')
  return found.includes('\\') ? (JSON.parse(`"${found}"`) as string) : found
}

/** The line of a report that has this name now. */
export function named(line: string, id: string, name: string): string {
  if (line.startsWith(`${startOf(id, name)},`)) return line
  return lineOf({ ...(JSON.parse(line) as TextOfReport), name })
}
