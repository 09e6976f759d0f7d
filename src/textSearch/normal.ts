/** Simplified characters by their traditional forms. */
export type Simplified = Readonly<Record<string, string>>

function normalCharacter(character: string, simplified: Simplified): string {
  const plain = character.normalize('NFKC').toLowerCase()
  const one = simplified[plain] ?? plain
  return one.length === character.length ? one : character
}

/** The characters of which the form is known: few, and each a thousand times in an index. */
const known = new WeakMap<Simplified, Map<string, string>>()

/**
 * A text in the form in which it is compared: small letters, half-width, simplified characters. It keeps its length,
 * so that a place in it is the same place in the text as printed.
 */
export function normalText(text: string, simplified: Simplified): string {
  const forms = known.get(simplified) ?? new Map<string, string>()
  known.set(simplified, forms)
  let normal = ''
  for (const character of text) {
    let form = forms.get(character)
    if (form === undefined) {
      form = normalCharacter(character, simplified)
      forms.set(character, form)
    }
    normal += form
  }
  return normal
}

const runs = /[a-z0-9]+|\p{Script=Han}+/gu
const isLatin = (run: string): boolean => /^[a-z0-9]/.test(run)
/** No word that anyone looks for is longer. */
const longest = 24

/** What a text can be found by: its words and numbers, and every two characters that follow each other. */
export function termsOf(normal: string): Set<string> {
  const terms = new Set<string>()
  for (const [run] of normal.matchAll(runs)) {
    if (isLatin(run)) terms.add(run.slice(0, longest))
    else addPairs(run, terms)
  }
  return terms
}

function addPairs(run: string, terms: Set<string>): void {
  let last = ''
  for (const character of run) {
    if (last) terms.add(last + character)
    last = character
  }
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
