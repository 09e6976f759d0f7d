/** First digits of area codes by province code; the longest that fits counts. */
const areaCodes: readonly [string, string][] = [
  ['11', '010'],
  ['12', '022'],
  ['13', '031 033'],
  ['14', '034 035'],
  ['15', '047 048'],
  ['21', '024 041 042'],
  ['22', '043 044'],
  ['23', '045 046'],
  ['31', '021'],
  ['32', '025 051 0523 0527'],
  ['33', '057 058'],
  ['34', '055 056'],
  ['35', '059'],
  ['36', '0701 079'],
  ['37', '053 054 063'],
  ['41', '037 039'],
  ['42', '027 071 072'],
  ['43', '073 074'],
  ['44', '020 066 075 076'],
  ['45', '077'],
  ['46', '0898'],
  ['50', '023'],
  ['51', '028 081 082 083'],
  ['52', '085'],
  ['53', '069 087 088'],
  ['54', '0891 0892 0893 0894 0895 0896 0897'],
  ['61', '029 091'],
  ['62', '093 094'],
  ['63', '097'],
  ['64', '095'],
  ['65', '090 099'],
]

/** First two digits of post codes by province code. */
const postCodes: readonly [string, string][] = [
  ['11', '10'],
  ['12', '30'],
  ['13', '05 06 07'],
  ['14', '03 04'],
  ['15', '01 02'],
  ['21', '11 12'],
  ['22', '13'],
  ['23', '15 16'],
  ['31', '20'],
  ['32', '21 22'],
  ['33', '31 32'],
  ['34', '23 24'],
  ['35', '35 36'],
  ['36', '33 34'],
  ['37', '25 26 27'],
  ['41', '45 46 47'],
  ['42', '43 44'],
  ['43', '41 42'],
  ['44', '51 52'],
  ['45', '53 54'],
  ['46', '57'],
  ['50', '40'],
  ['51', '61 62 63 64'],
  ['52', '55 56'],
  ['53', '65 66 67'],
  ['54', '85'],
  ['61', '71 72'],
  ['62', '73 74'],
  ['63', '81'],
  ['64', '75'],
  ['65', '83 84'],
]

const table = (lines: readonly [string, string][]): Map<string, string> =>
  new Map(lines.flatMap(([province, starts]) => starts.split(' ').map((start) => [start, `${province}0000`])))

const byAreaCode = table(areaCodes)
const byPostCode = table(postCodes)

/** The code of the province that an area code such as 0832 belongs to, or null. */
export const provinceOfAreaCode = (code: string): string | null =>
  byAreaCode.get(code.slice(0, 4)) ?? byAreaCode.get(code.slice(0, 3)) ?? null

/** Post codes of places in Inner Mongolia that begin like those of the province next door; they prove nothing. */
const shared = /^(?:137|735|750)/

/** The code of the province that a post code belongs to, or null. */
export const provinceOfPostCode = (code: string): string | null =>
  shared.test(code) ? null : (byPostCode.get(code.slice(0, 2)) ?? null)
