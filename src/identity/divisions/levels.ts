/** Levels of divisions, the highest first. */
export const divisionLevels = ['province', 'prefecture', 'county', 'township'] as const
export type DivisionLevel = (typeof divisionLevels)[number]

/** The level that a code stands for. It is the code that tells the three levels of 市 apart, not the name. */
export function levelOfCode(code: string): DivisionLevel {
  if (code.length > 6) return 'township'
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'prefecture' : 'county'
}

/** The code that the first digits of a code make for the next higher level; empty for a province. */
export function codeAbove(code: string): string {
  const level = levelOfCode(code)
  if (level === 'province') return ''
  if (level === 'prefecture') return `${code.slice(0, 2)}0000`
  return level === 'county' ? `${code.slice(0, 4)}00` : code.slice(0, 6)
}

/** Whether a code is that of a division within another one, or of that one itself. */
export function isWithin(code: string, of: string): boolean {
  const significant = of.length > 6 ? of : of.replace(/(00){1,2}$/, '')
  return code.startsWith(significant)
}
