import type { Proposals } from './proposals.ts'
import type { Registry, RegistryRow } from './registry.ts'

/** Something accepted that was not proposed: its message names it. */
export class NotProposed extends Error {}

/**
 * The registry with what the maintainer accepts: `all` adds every new agency; an id adds that one; `A=B` says that A
 * is another or an earlier name of B, and adds B when it is new. What is there already keeps its id.
 *
 * @throws NotProposed when something accepted was not proposed
 */
export function accept(registry: Registry, proposed: Proposals, accepted: readonly string[]): Registry {
  const rows = new Map(registry)
  const targets = proposed.identical.flatMap(({ target }) => target ?? [])
  const added = new Map([...targets, ...proposed.added].map((row) => [row.agency_id, row]))
  const add = (id: string): RegistryRow => {
    const row = rows.get(id) ?? added.get(id)
    if (!row) throw new NotProposed(`${id} is neither new nor in agencies.csv`)
    rows.set(id, row)
    return row
  }
  // Pairs first: an agency that is another's name is then not added as one of its own.
  const pairs = accepted.filter((one) => one.includes('='))
  for (const pair of pairs) {
    const [a = '', b = ''] = pair.split('=')
    const found = proposed.identical.find((one) => one.agency_id === a && one.same_as === b)
    if (!found) throw new NotProposed(`${pair} is not among the probably identical`)
    link(rows, add, found, added.get(a))
  }
  for (const one of accepted) {
    if (one === 'all') for (const { agency_id } of proposed.added) add(agency_id)
    else if (!pairs.includes(one)) add(one)
  }
  return rows
}

function link(
  rows: Map<string, RegistryRow>,
  add: (id: string) => RegistryRow,
  { agency_id, same_as, names }: Proposals['identical'][number],
  own: RegistryRow | undefined,
): void {
  const main = add(same_as)
  const row = rows.get(agency_id) ?? own ?? { ...main, agency_id, name: names[0], parent_id: '', note: '' }
  rows.set(agency_id, { ...row, same_as: main.same_as || main.agency_id })
  for (const other of rows.values())
    if (other.same_as === agency_id) rows.set(other.agency_id, { ...other, same_as: main.agency_id })
}
