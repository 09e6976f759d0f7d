import { expect, test } from 'vitest'
import { KeptResponse } from './keptResponse.ts'

test('hands out the very text or bytes that it was made with', () => {
  const bytes = new Uint8Array([1, 2, 3])
  expect(new KeptResponse('页').kept).toBe('页')
  expect(new KeptResponse(bytes).kept).toBe(bytes)
})

test('is a response like any other in all else', async () => {
  const moved = new KeptResponse(null, { status: 301, headers: { location: '/a/' } })
  expect([moved.status, moved.headers.get('location'), moved.body]).toEqual([301, '/a/', null])
  expect(await new KeptResponse(new Blob(['页'])).text()).toBe('页')
  expect(moved).toBeInstanceOf(Response)
})
