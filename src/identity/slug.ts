import { pinyin } from 'pinyin-pro'
import { remembered } from '../ingest/remembered.ts'

/** Where one part of a name ends: its place names and the kind of body. */
const parts = /.+?(?:自治区|自治州|自治县|街道|省|市|县|区|旗|盟|镇|乡(?!村)|人民政府|$)/g

/** The pinyin of a name without tones, a space between syllables: `lao dong jie dao`. */
export const namePinyin = (name: string): string =>
  (name.match(parts) ?? [])
    .map((part) => spell(part))
    .filter((part) => part !== '')
    .join(' ')

/**
 * Part by part: 区长 in 梁园区长征街道 would be read as a word, and 长 differently. The agencies of one place and
 * the years of one agency share their parts.
 */
export const spell = remembered(
  (name) => pinyin(name.replace(/[^\p{L}\p{N}]/gu, ''), { toneType: 'none', nonZh: 'consecutive', v: true }),
  { length: 40, size: 8192 },
)

/**
 * A readable id for a body: its division code if known, then the pinyin of its name, a hyphen between places
 * and body, as in `qianjinqu-renliziyuanheshehuibaozhangju`. Only ASCII letters, digits and hyphens.
 */
export function agencySlug(name: string, divisionCode = ''): string {
  const spelled = (name.match(parts) ?? [])
    .map((part) =>
      spell(part)
        .replace(/[^a-z0-9]/gi, '')
        .toLowerCase(),
    )
    .filter((part) => part !== '')
  return [divisionCode, ...spelled].filter((part) => part !== '').join('-')
}
