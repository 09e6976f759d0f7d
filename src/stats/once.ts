/**
 * What is worked out of an object once, however many pages ask for it; forgotten together with the object. It is kept
 * with the object, where no copy of it and nothing that goes over its properties meets it. A map of weak keys would hold
 * it until all of a thread is looked through for garbage, and pages are made of a hundred thousand reports.
 */
export function onceFor<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const key = Symbol('once')
  return (of) => {
    const known = of as Of & { [key]?: { readonly made: Made } }
    const found = known[key]
    if (found) return found.made
    const made = make(of)
    Object.defineProperty(of, key, { value: { made } })
    return made
  }
}
