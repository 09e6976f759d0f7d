/** A place in the grid of equal squares that stands for the country: `[column, row]` from 0. */
export type TilePlace = readonly [column: number, row: number]

/** A province as a square: its short name, and where it stands. */
export interface ProvinceTile {
  /** What the full name of the province begins with. */
  readonly stem: string
  /** Its one-character abbreviation. */
  readonly short: string
  readonly en: string
  readonly at: TilePlace
  /** Where the Regulation on government information disclosure is not in force, and no report is to be expected. */
  readonly outside?: boolean
}

const tile = (short: string, stem: string, en: string, column: number, row: number): ProvinceTile => ({
  short,
  stem,
  en,
  at: [column, row],
})

/** The provinces as squares of one size, roughly where they lie: no borders, no areas. */
export const provinceTiles: readonly ProvinceTile[] = [
  tile('黑', '黑龙江', 'Heilongjiang', 7, 0),
  tile('新', '新疆', 'Xinjiang', 0, 1),
  tile('蒙', '内蒙古', 'Inner Mongolia', 4, 1),
  tile('吉', '吉林', 'Jilin', 7, 1),
  tile('甘', '甘肃', 'Gansu', 1, 2),
  tile('宁', '宁夏', 'Ningxia', 2, 2),
  tile('晋', '山西', 'Shanxi', 3, 2),
  tile('冀', '河北', 'Hebei', 4, 2),
  tile('京', '北京', 'Beijing', 5, 2),
  tile('津', '天津', 'Tianjin', 6, 2),
  tile('辽', '辽宁', 'Liaoning', 7, 2),
  tile('藏', '西藏', 'Tibet', 0, 3),
  tile('青', '青海', 'Qinghai', 1, 3),
  tile('陕', '陕西', 'Shaanxi', 2, 3),
  tile('豫', '河南', 'Henan', 3, 3),
  tile('鲁', '山东', 'Shandong', 4, 3),
  tile('川', '四川', 'Sichuan', 1, 4),
  tile('渝', '重庆', 'Chongqing', 2, 4),
  tile('鄂', '湖北', 'Hubei', 3, 4),
  tile('皖', '安徽', 'Anhui', 4, 4),
  tile('苏', '江苏', 'Jiangsu', 5, 4),
  tile('沪', '上海', 'Shanghai', 6, 4),
  tile('滇', '云南', 'Yunnan', 1, 5),
  tile('黔', '贵州', 'Guizhou', 2, 5),
  tile('湘', '湖南', 'Hunan', 3, 5),
  tile('赣', '江西', 'Jiangxi', 4, 5),
  tile('浙', '浙江', 'Zhejiang', 5, 5),
  tile('桂', '广西', 'Guangxi', 2, 6),
  tile('粤', '广东', 'Guangdong', 3, 6),
  tile('闽', '福建', 'Fujian', 4, 6),
  { ...tile('台', '台湾', 'Taiwan', 6, 6), outside: true },
  tile('琼', '海南', 'Hainan', 2, 7),
  { ...tile('澳', '澳门', 'Macao', 3, 7), outside: true },
  { ...tile('港', '香港', 'Hong Kong', 4, 7), outside: true },
]

/** A square with the region it stands for; without one, no agency of it is covered. */
export interface PlacedTile<Of> {
  readonly tile: ProvinceTile
  readonly of: Of | undefined
}

const columns = 8

/**
 * Places named provinces on the grid. Those that are none of China's, as in an invented country, stand in rows
 * in their own order, and the grid of China is left out.
 */
export function placeTiles<Of extends { readonly name: string }>(
  provinces: readonly Of[],
): readonly PlacedTile<Of>[] {
  const placed = provinceTiles.map((one) => ({
    tile: one,
    of: provinces.find(({ name }) => name.startsWith(one.stem)),
  }))
  const others = provinces.filter((one) => placed.every(({ of }) => of !== one))
  const from = others.length === provinces.length && others.length > 0 ? 0 : 8
  const inRows = others.map((of, i) => ({
    tile: tile(of.name.slice(0, 2), of.name, of.name, i % columns, from + Math.floor(i / columns)),
    of,
  }))
  return from === 0 && others.length > 0 ? inRows : [...placed, ...inRows]
}
