/** Simplified characters by their traditional forms. */
export type Simplified = Readonly<Record<string, string>>

/**
 * A text in the form in which it is compared: small letters, half-width, simplified characters. It keeps its length,
 * so that a place in it is the same place in the text as printed.
 */
export function normalText(text: string, simplified: Simplified): string {
  let normal = ''
  for (const character of text) {
    const plain = character.normalize('NFKC').toLowerCase()
    const one = simplified[plain] ?? plain
    normal += one.length === character.length ? one : character
  }
  return normal
}

const runs = /[a-z0-9]+|\p{Script=Han}+/gu
const isLatin = (run: string): boolean => /^[a-z0-9]/.test(run)
/** No word that anyone looks for is longer. */
const longest = 24

const pairsOf = (run: string): string[] => {
  const characters = [...run]
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`)
}

/** What a text can be found by: its words and numbers, and every two characters that follow each other. */
export function termsOf(normal: string): Set<string> {
  const terms = new Set<string>()
  for (const [run] of normal.matchAll(runs)) {
    if (isLatin(run)) terms.add(run.slice(0, longest))
    else for (const pair of pairsOf(run)) terms.add(pair)
  }
  return terms
}

/** A question: its words, each of which a text must have as they are, and the terms by which to look for them. */
export interface Question {
  readonly words: readonly string[]
  /** None when the question is too short to look for. */
  readonly terms: readonly string[]
}

/** More terms say little more, and each is a file to load; texts tell the rest. */
const mostTerms = 6

/** The terms of words, first one of each word, then another of each: no word is left to its text alone. */
function inTurn(terms: readonly (readonly string[])[]): string[] {
  const most = Math.max(0, ...terms.map((ofWord) => ofWord.length))
  return Array.from({ length: most }, (_, i) => terms.flatMap((ofWord) => ofWord[i] ?? [])).flat()
}

/** Takes a question apart. Words are divided by spaces and punctuation. */
export function questionOf(text: string, simplified: Simplified): Question {
  const normal = normalText(text, simplified)
  const words = [...new Set(normal.split(/[\s\p{P}]+/u).filter(Boolean))]
  const terms = inTurn(words.map((word) => [...termsOf(word)]))
  return { words, terms: [...new Set(terms)].slice(0, mostTerms) }
}
