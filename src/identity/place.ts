import type { Level } from '../model/report.ts'

/** The ways one place ends at the beginning of a name; the name of a city or a league has two characters or more. */
const endings = [
  /[\u4e00-\u9fff]{1,10}?(自治区|自治州|自治县|自治旗|特别行政区|林区|特区|地区|街道|苏木)/y,
  /[\u4e00-\u9fff]{2,6}?((?<!城)市|省|州(?![市县区镇乡])|盟(?![市县区镇乡]))/y,
  /[\u4e00-\u9fff]{1,8}?((?<![地社园小校灾景辖库新发示范护税游假业作商术治])区(?!域)|县(?!级)|旗(?![区县镇乡])|(?<!城)乡(?!村)|镇(?![市区县海]))/y,
  // Districts that bear the name of a zone and have a government all the same.
  /[\u4e00-\u9fff]{2,6}?新(区)(?=(?:人民)?政府)/y,
]

const levels: Readonly<Record<string, Level>> = {
  省: 'province',
  自治区: 'province',
  特别行政区: 'province',
  自治州: 'prefecture',
  州: 'prefecture',
  盟: 'prefecture',
  地区: 'prefecture',
  自治县: 'county',
  自治旗: 'county',
  林区: 'county',
  特区: 'county',
  县: 'county',
  区: 'county',
  旗: 'county',
  街道: 'township',
  苏木: 'township',
  镇: 'township',
  乡: 'township',
}
/** The four cities that are provinces. Of any other city only a list of divisions can tell the level. */
const municipality = /^(北京|天津|上海|重庆)市$/

const rank: Readonly<Record<Level, number>> = {
  national: 0,
  province: 1,
  unknown: 2,
  prefecture: 2,
  county: 3,
  township: 4,
}

/** A place that a name begins with. */
export interface Place {
  readonly name: string
  readonly level: Level
}

/** The shortest reading of the place that begins at a character. */
function placeAt(name: string, at: number): Place | null {
  let place: Place | null = null
  for (const pattern of endings) {
    pattern.lastIndex = at
    const [text, end] = pattern.exec(name) ?? []
    if (!text || !end || (place && text.length >= place.name.length)) continue
    place = { name: text, level: municipality.test(text) ? 'province' : (levels[end] ?? 'unknown') }
  }
  return place
}

/** The places a name begins with, from the largest to the smallest: 云梦省, 虚构市, 甲区 of 云梦省虚构市甲区教育局. */
export function placesOf(name: string): Place[] {
  const places: Place[] = []
  let at = 0
  while (places.length < 5) {
    const place = placeAt(name, at)
    const last = places.at(-1)
    // A larger place behind a smaller one is a word that ends alike. A city may lie in a city.
    if (!place || (last && rank[place.level] < rank[last.level])) break
    if (last && place.level === last.level && place.level !== 'unknown') break
    places.push(place)
    at += place.name.length
  }
  return places
}

/** The level of the last place that a name begins with; `unknown` for a bare 市, which may be of three levels. */
export const levelOfPlace = (name: string): Level => placesOf(name).at(-1)?.level ?? 'unknown'
