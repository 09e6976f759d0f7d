import { join } from 'node:path'
import { expect, test } from 'vitest'
import { proposeAgencies } from '../src/dataset/proposeAgencies.ts'

test('the registry has every agency of the reports, and none of them is open', {
  timeout: 60_000,
}, async () => {
  const raw = join(import.meta.dirname, '..', 'data', 'raw')
  const { proposals, written } = await proposeAgencies({ raw }, [])
  expect([proposals, written]).toEqual([{ added: [], open: [], identical: [] }, 0])
})
