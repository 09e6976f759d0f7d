/** What the search knows of one agency; short keys, because files hold hundreds of them. */
export interface SearchEntry {
  /** Its id, which is the step of its address. */
  readonly id: string
  readonly name: string
  /** Other and earlier names. */
  readonly also: readonly string[]
  /** The places above it. */
  readonly place: string
  /** The name in pinyin, a space between syllables. */
  readonly pinyin: string
  /** Number of its level from the nation down: of two that match alike, the higher comes first. */
  readonly level: number
}

/** How well an entry matches: smaller is better, null is not at all. */
export type Score = number | null

/** A question in the form in which it is compared: small letters, simplified characters, half-width. */
export function normalQuery(text: string, simplified: Readonly<Record<string, string>>): string {
  const plain = text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ')
  return [...plain].map((character) => simplified[character] ?? character).join('')
}

const isLatin = (word: string): boolean => /^[a-z0-9' ]+$/.test(word)

/** Whether all characters of a word come in a text in their order: 沭阳发改局 in 沭阳县发展和改革局. */
function isSpread(word: string, text: string): boolean {
  let at = -1
  for (const character of word) {
    at = text.indexOf(character, at + 1)
    if (at < 0) return false
  }
  return true
}

/** Whether letters spell syllables from the `i`-th on, each in full or by its beginning: `syfz`, `shuyangfz`. */
function spells(letters: string, syllables: readonly string[], i: number): boolean {
  if (letters === '') return true
  const syllable = syllables[i]
  if (syllable === undefined) return false
  for (let length = Math.min(syllable.length, letters.length); length > 0; length -= 1) {
    if (syllable.startsWith(letters.slice(0, length)) && spells(letters.slice(length), syllables, i + 1))
      return true
  }
  return false
}

function latinScore(word: string, entry: SearchEntry): Score {
  const letters = word.replace(/[ ']/g, '')
  const syllables = entry.pinyin.split(' ')
  if (letters === syllables.join('')) return 0
  const from = syllables.findIndex((_, i) => spells(letters, syllables, i))
  if (from >= 0) return from === 0 ? 1 : 2
  return entry.name.toLowerCase().includes(word) ? 2 : null
}

function wordScore(word: string, entry: SearchEntry): Score {
  if (isLatin(word)) return latinScore(word, entry)
  if (entry.name === word) return 0
  if (entry.name.startsWith(word)) return 1
  if (entry.name.includes(word)) return 2
  if (entry.also.some((name) => name.includes(word))) return 3
  return isSpread(word, entry.place + entry.name) ? 4 : null
}

/** How well an entry answers a question: every word of it must match, or all of them run together; the better counts. */
export function scoreOf(query: string, entry: SearchEntry): Score {
  const words = query.split(' ')
  const scores = words.map((word) => wordScore(word, entry))
  const each = scores.every((score) => score !== null) ? Math.max(...scores) : null
  const together = words.length > 1 ? wordScore(words.join(''), entry) : null
  return each !== null && together !== null ? Math.min(each, together) : (each ?? together)
}

/** The entries that answer a question, the best first. */
export function bestMatches(query: string, entries: readonly SearchEntry[], most: number): SearchEntry[] {
  if (query === '') return []
  const scored = entries.flatMap((entry) => {
    const score = scoreOf(query, entry)
    return score === null ? [] : [{ entry, score }]
  })
  return scored
    .sort(
      (a, b) =>
        a.score - b.score ||
        a.entry.level - b.entry.level ||
        a.entry.name.length - b.entry.name.length ||
        (a.entry.id < b.entry.id ? -1 : 1),
    )
    .slice(0, most)
    .map(({ entry }) => entry)
}

/** Which beginnings of a question have their entries in which file. */
export interface SearchIndex {
  readonly files: readonly string[]
  /** Numbers of files by beginning. */
  readonly keys: Readonly<Record<string, number>>
  /** Those keys of which longer ones have files too; the file of the key itself holds the best only. */
  readonly split: readonly string[]
  /** Simplified characters of the names by their traditional forms. */
  readonly simplified: Readonly<Record<string, string>>
}

/** The file in which a question is answered; null where no name can match. */
export function fileFor(query: string, { files, keys, split }: SearchIndex): string | null {
  const letters = isLatin(query) ? query.replace(/[ ']/g, '') : (query.split(' ')[0] ?? '')
  const characters = [...letters]
  let key = ''
  for (let length = 0; length <= characters.length; length += 1) {
    const next = characters.slice(0, length).join('')
    if (!Object.hasOwn(keys, next)) return null
    key = next
    if (!split.includes(key)) break
  }
  return files[keys[key] ?? -1] ?? null
}
