import type { Agency } from '../model/report.ts'
import { InventedCountry } from './agencies.ts'

/** Where an invented body lies, in the columns of an agency. */
type Places = Pick<Agency, 'province' | 'city' | 'county' | 'township'>

/** The place a body of a township is named after: 竹集镇 of 竹集镇人民政府. */
const townshipOf = (short: string): string => short.replace(/(?:人民政府|办事处)$/, '')

/** The places of an invented country by the names of its bodies; a short name that two bodies share is left out. */
function placesByName(seed: string | number, size: number): Map<string, Places> {
  const country = new InventedCountry(seed, size)
  const places = new Map<string, Places>()
  const shared = new Set<string>()
  for (let index = 0; index < country.size; index += 1) {
    const { name, short, province, city, county, level } = country.agency(index)
    const place = { province, city, county, township: level === 'township' ? townshipOf(short) : '' }
    for (const one of new Set([name, short])) {
      if (places.has(one)) shared.add(one)
      else places.set(one, place)
    }
  }
  for (const name of shared) places.delete(name)
  return places
}

/**
 * Agencies with the places of the invented country, which no list of divisions has. Those whose name is of no
 * body of the country, because it was read from a damaged page, stay as they are.
 */
export function withInventedPlaces(
  agencies: readonly Agency[],
  seed: string | number,
  size: number,
): readonly Agency[] {
  const places = placesByName(seed, size)
  return agencies.map((agency) => {
    const found = [agency.name, ...agency.aliases].flatMap((name) => places.get(name) ?? [])[0]
    return found ? { ...agency, ...found } : agency
  })
}
