import { spell } from '../slug.ts'
import { above } from './chain.ts'
import type { Evidence } from './evidence.ts'
import { plainName, shortForm } from './forms.ts'
import type { Division } from './load.ts'

/** Words of a host: 'lezhi' of www.lezhi.gov.cn; those that every host has are none. */
const wordsOfHost = (host: string): string[] =>
  host.split('.').filter((word) => !['www', 'gov', 'cn'].includes(word))

/** Words of a path: whole folders, and what stands between other signs in a folder or file name. */
const wordsOfPath = (path: string): string[] => {
  const steps = path.toLowerCase().split('/')
  return [...steps, ...steps.flatMap((step) => step.split(/[^a-z]+/))]
}

const spelled = (name: string): string => spell(name).replaceAll(' ', '')

/** A word in pinyin that is the name of a place: a host leaves out its ending, a file name may not. */
function isNameOf(word: string, division: Division, kind: 'host' | 'path'): boolean {
  const name = plainName(division.name)
  if (word === spelled(name)) return true
  return kind === 'host' && word === spelled(shortForm(name) ?? name)
}

/** Each word of hosts or paths that is, in pinyin, the name of a place is evidence for the candidates in it. */
export function fromSpelled(
  kind: 'host' | 'path',
  texts: readonly string[],
  candidates: readonly Division[],
): Evidence[] {
  return texts.flatMap((text) => {
    const words = new Set(kind === 'host' ? wordsOfHost(text) : wordsOfPath(text))
    return [...words]
      .filter((word) => word.length > 3)
      .flatMap((word): Evidence[] => {
        const keeps = candidates.filter((one) =>
          (kind === 'host' ? [one, ...above(one)] : above(one)).some((place) => isNameOf(word, place, kind)),
        )
        return keeps.length ? [{ kind, words: word, keeps }] : []
      })
  })
}
