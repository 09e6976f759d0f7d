import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatLocator, type Locator } from '../model/locator.ts'
import { placeAt, rowPlaceAt } from './locators.ts'

/** Numbers of places, with those up to which they are remembered, and beyond. */
const number = fc.oneof(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 4090, max: 4100 }))
const locators: fc.Arbitrary<Locator> = fc.oneof(
  fc.record({ line: number }),
  fc.record({ line: number, cell: number }),
  fc.record({ page: number, line: number }),
  fc.record({ page: number, line: number, cell: number }),
  fc.record({ table: number, row: number, cell: number }),
  fc.record({ paragraph: number }),
)

test('the place of any cell is its own, and that of its row is without the cell', () => {
  fc.assert(
    fc.property(fc.array(locators, { minLength: 1, maxLength: 50 }), (all) => {
      for (const at of all) {
        const locator = formatLocator(at)
        expect(placeAt(at)).toMatchObject({ locator, anchor: locator.replace(/,? /g, '-') })
        expect(rowPlaceAt(at).locator).toBe(locator.replace(/, cell \d+$/, ''))
      }
    }),
    { numRuns: 500 },
  )
})
