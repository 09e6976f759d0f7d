import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { create, type Font } from 'fontkitten'
import { decompress } from 'wawoff2'

/** A family of letters at one weight. Both come as npm packages, so that images are the same on every machine. */
export interface Face {
  /** The package `@fontsource-variable/<family>`: a family in about a hundred files, each of some characters. */
  readonly family: 'noto-serif-sc' | 'noto-sans-sc'
  readonly weight: number
}

/** From a character to the last of a run of them, by code point. */
type Run = readonly [from: number, to: number]

/** `U+f0a7,U+f101-f105` as runs. */
const runsOf = (ranges: string): Run[] =>
  ranges.split(',').map((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })

const here = createRequire(import.meta.url)

/** The files of a face, each opened when a character in it is first asked for. */
export class FontFiles {
  private readonly face: Face
  private readonly folder: string
  private readonly files: readonly { readonly name: string; readonly runs: readonly Run[] }[]
  private readonly opened = new Map<string, Promise<Font>>()
  constructor(face: Face) {
    const list = here.resolve(`@fontsource-variable/${face.family}/unicode.json`)
    this.face = face
    this.folder = join(dirname(list), 'files')
    const ranges = here(list) as Record<string, string>
    this.files = Object.entries(ranges).map(([name, text]) => ({
      name: `${face.family}-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`,
      runs: runsOf(text),
    }))
  }

  /** The font that holds a character; none for one that the family lacks. */
  async fontWith(codePoint: number): Promise<Font | null> {
    const file = this.files.find(({ runs }) =>
      runs.some(([from, to]) => codePoint >= from && codePoint <= to),
    )
    if (!file) return null
    const font = this.opened.get(file.name) ?? this.open(file.name)
    this.opened.set(file.name, font)
    return (await font).hasGlyphForCodePoint(codePoint) ? font : null
  }

  private async open(name: string): Promise<Font> {
    // fontkitten gives another weight of a plain font only, not of a compressed one.
    const plain = await decompress(await readFile(join(this.folder, name)))
    const font = create(Buffer.from(plain))
    if (font.isCollection) throw new Error(`${name}: expected one font, found a collection`)
    return font.getVariation({ wght: this.face.weight })
  }
}
