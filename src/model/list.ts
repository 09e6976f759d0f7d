/**
 * What `map` gives, in an array of the kind that a literal is. The arrays of `map` are of another kind from the moment
 * when the code around it is compiled, and all that reads them is compiled anew: rows and cells are read in dozens of
 * places. Not for lists with holes.
 */
export function mapped<T, R>(list: readonly T[], make: (item: T, i: number) => R): R[] {
  const made: R[] = []
  for (let i = 0; i < list.length; i += 1) made.push(make(list[i] as T, i))
  return made
}
