import { expect, test, vi } from 'vitest'
import { onceFor } from './once.ts'

test('is worked out once for each object, whatever comes of it, and not for its copies', () => {
  const make = vi.fn(({ n }: { readonly n: number }) => (n > 0 ? n : undefined))
  const of = onceFor(make)
  const [one, none] = [{ n: 1 }, { n: 0 }]
  expect([of(one), of(one), of(none), of(none)]).toEqual([1, 1, undefined, undefined])
  expect(make).toHaveBeenCalledTimes(2)
  expect(of({ ...one, n: 2 })).toBe(2)
})

test('two functions of one object do not meet, and nothing of them is seen in it', () => {
  const one = { n: 1 }
  const [double, half] = [onceFor(({ n }: typeof one) => 2 * n), onceFor(({ n }: typeof one) => n / 2)]
  expect([double(one), half(one), double(one), half(one)]).toEqual([2, 0.5, 2, 0.5])
  expect(one).toEqual({ n: 1 })
  expect(Object.keys(one)).toEqual(['n'])
  expect(JSON.stringify(one)).toBe('{"n":1}')
})
