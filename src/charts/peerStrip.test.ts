import { describe, expect, test } from 'vitest'
import type { Peers, PeerWidth } from '../stats/peers.ts'
import { peersOfAll } from '../stats/peers.ts'
import type { VolumePoint } from '../stats/volumes.ts'
import { agency } from './invented.ts'
import { drawPeerStrip, reportsPerDot, shownInStrips } from './peerStrip.ts'

/** The peers of the first of many agencies of one kind, each with a figure. */
function peersOf(figures: readonly number[]): Peers {
  const points = figures.map(
    (received, i): VolumePoint => ({
      report_id: `${i}`,
      agency_id: `${i}`,
      name: `${i}`,
      year: 2024,
      scope: 'own_body',
      aggregate: false,
      activity: received === 0 ? 'zero' : 'some',
      received,
    }),
  )
  return peersOfAll(
    points,
    points.map(({ agency_id }) => agency(agency_id)),
  ).get('0') as Peers
}
const spread = (count: number) => Array.from({ length: count }, (_, i) => (i * 7919) % 1009)
const dotsIn = (peers: Peers) =>
  drawPeerStrip(peers, 'zh', 'wide').shapes.flatMap((shape) => (shape.kind === 'dots' ? shape.points : []))

describe('the strip of peers', () => {
  test('has a dot a report up to 200 of them, and whole dots of several beyond', () => {
    for (const count of [3, 60, 200]) expect(dotsIn(peersOf(spread(count)))).toHaveLength(count)
    const many = peersOf(spread(5000))
    expect(reportsPerDot(many)).toBeGreaterThanOrEqual(25)
    const dots = dotsIn(many)
    expect(dots.length * reportsPerDot(many)).toBeGreaterThan(4500)
    expect(dots.length * reportsPerDot(many)).toBeLessThan(5500)
  })

  test('of thousands mostly stays as it is when there is one more', () => {
    const figures = spread(5040)
    const shown = Array.from({ length: 40 }, (_, i) =>
      JSON.stringify(shownInStrips(peersOf(figures.slice(0, 5000 + i)))),
    )
    const changes = shown.slice(1).filter((one, i) => one !== shown[i])
    expect(changes.length).toBeLessThan(8)
  })

  test('shows rare figures too', () => {
    const width: PeerWidth = 'level_type_province'
    const peers = peersOf([...Array.from({ length: 3000 }, () => 0), 900])
    expect(peers.shown.group.width).not.toBe(width)
    expect(dotsIn(peers).some(([x]) => x > 500)).toBe(true)
  })
})
