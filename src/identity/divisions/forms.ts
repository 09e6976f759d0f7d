import { plainAutonomous, stemOf } from './stem.ts'

/** Whether a name needs no normalising, as nearly all do; normalising all of them takes longer than reading them. */
const isPlain = /^[\u4e00-\u9fff]*$/

/** A name as it is compared: one form of brackets and digits, no white space. */
export const plainName = (name: string): string =>
  isPlain.test(name) ? name : name.normalize('NFKC').replace(/\s+/g, '')

/**
 * The full forms of a name: itself; without what stands in brackets; an autonomous division without its peoples
 * (恩施州); a subdistrict that the statistics list with its office, without it.
 */
export function fullForms(name: string): string[] {
  const plain = plainName(name)
  const forms = [plain]
  if (plain.includes('(')) forms.push(plain.replace(/\([^)]*\)/g, ''))
  // An autonomous region without its peoples is a short form: 新疆 of 新疆生产建设兵团 is not the region.
  if (plain.includes('自治') && !plain.endsWith('区')) forms.push(plainAutonomous(plain) ?? plain)
  if (plain.endsWith('办事处街道')) forms.push(plain.replace(/办事处街道$/, '街道'))
  // The office goes with any subdistrict, listed with it or not: none is told from another by it.
  if (plain.endsWith('办事处')) forms[0] = plain.slice(0, -'办事处'.length)
  return forms.length === 1 ? forms : [...new Set(forms)].filter((form) => form.length >= 2)
}

/** The form without the ending, or null when the name has none: 乐至, 恩施, 广西, 劳动. */
export function shortForm(name: string): string | null {
  const plain = plainName(name)
  const stem = stemOf(plain)
  return stem === plain || stem.length < 2 ? null : stem
}
