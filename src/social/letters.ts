import { round } from '../charts/drawing.ts'
import { type Face, FontFiles } from './fontFiles.ts'

/** The shape of a letter in units of a thousandth of its size, upwards from the baseline. */
interface Letter {
  readonly path: string
  readonly advance: number
}

/** What stands for a character that the font lacks: the mark printers set for a missing type. */
const missing = '〓'
const unitsPerEm = 1000

/**
 * Text as outlines: what is drawn with them needs no font, and looks the same everywhere. The letters of a text
 * have to be loaded before it is measured or drawn.
 */
export class Letters {
  private readonly files: FontFiles
  private readonly known = new Map<string, Letter>()
  constructor(face: Face) {
    this.files = new FontFiles(face)
  }

  async load(text: string): Promise<void> {
    for (const character of new Set(text + missing)) {
      if (this.known.has(character)) continue
      const codePoint = character.codePointAt(0) ?? 0
      const glyph = (await this.files.fontWith(codePoint))?.glyphForCodePoint(codePoint)
      if (glyph) this.known.set(character, { path: glyph.path.toSVG(), advance: glyph.advanceWidth })
    }
  }

  private letter(character: string): Letter {
    const letter = this.known.get(character) ?? this.known.get(missing)
    if (!letter) throw new Error(`the letters of “${character}” were not loaded`)
    return letter
  }

  /** How wide a text is at a size. */
  width(text: string, size: number): number {
    let units = 0
    for (const character of text) units += this.letter(character).advance
    return (units / unitsPerEm) * size
  }

  /** The letters of a text, each with how far from its beginning it stands at a size. */
  placed(text: string, size: number): { letter: string; at: number }[] {
    let units = 0
    return [...text].map((letter) => {
      const at = (units / unitsPerEm) * size
      units += this.letter(letter).advance
      return { letter, at }
    })
  }

  /** A text as SVG paths, its baseline beginning at a point. `attributes` stand on all of it. */
  draw(text: string, x: number, y: number, size: number, attributes: string): string {
    const scale = size / unitsPerEm
    const paths = this.placed(text, unitsPerEm).map(({ letter, at }) => {
      const { path } = this.letter(letter)
      return path && `<path transform="translate(${at} 0)" d="${path}"/>`
    })
    return `<g ${attributes} transform="matrix(${scale} 0 0 ${-scale} ${round(x)} ${round(y)})">${paths.join('')}</g>`
  }
}

/** The faces of the images: headings in a serif, all else in a sans, as on the pages. */
export const faces = {
  title: new Letters({ family: 'noto-serif-sc', weight: 700 }),
  text: new Letters({ family: 'noto-sans-sc', weight: 400 }),
  strong: new Letters({ family: 'noto-sans-sc', weight: 600 }),
}

/** Loads the letters of texts in all faces. */
export async function loadLetters(texts: readonly string[]): Promise<void> {
  const all = texts.join('')
  for (const face of Object.values(faces)) await face.load(all)
}
