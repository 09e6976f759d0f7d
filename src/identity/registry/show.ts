import { chainOf } from '../divisions.ts'
import type { Proposals } from './proposals.ts'

/** As many places are shown of a name that many bear. */
const shownCandidates = 6

/** Proposals for a person at a terminal, with what to do about each kind. `printable` makes text of files harmless. */
export function showProposals(
  { added, open, identical }: Proposals,
  printable: (text: string) => string,
): string[] {
  return [
    `new: ${added.length}`,
    ...added.map(
      ({ agency_id, name, level, type, division_code }) =>
        `  ${agency_id}  ${printable(name)}  ${level}, ${type}${division_code ? '' : ', division not known'}`,
    ),
    ...(added.length ? ['  to accept: npm run agencies -- --accept all, or --accept ID,ID'] : []),
    `probably identical: ${identical.length}`,
    ...identical.map(
      ({ agency_id, same_as, names, why }) =>
        `  ${agency_id}=${same_as}  ${names.map(printable).join(' = ')}: ${why}`,
    ),
    ...(identical.length
      ? ['  to accept: npm run agencies -- --accept A=B; the first id then leads to the second']
      : []),
    `open: ${open.length}`,
    ...open.flatMap(({ agency_id, name, paths, candidates }) => {
      const shown = candidates
        .slice(0, shownCandidates)
        .map((one) => `      ${one.code}  ${Object.values(chainOf(one)).join('')}`)
      const more = candidates.length > shownCandidates ? [`      … ${candidates.length} in all`] : []
      return [
        `  ${agency_id}  ${printable(name) || '(no name)'}`,
        ...paths.map((path) => `    ${printable(path)}`),
        ...shown,
        ...more,
      ]
    }),
    ...(open.length ? ['  to settle: fill agency and division_code of the path in sources.csv'] : []),
  ]
}
