import type { Pictured } from '../i18n/addresses.ts'

/** The size of a picture for sharing that the networks ask for, in pixels. */
export const cardSize = { width: 1200, height: 630 } as const

/**
 * Up to so many agencies each has a picture of its own. One takes 24 KB and about 6 ms of processor time: of 10,000 that
 * is 30 s on two cores and 240 MB, beyond which they would take more than they are worth.
 */
const mostPictured = 10_000

/** The picture of an agency, where there are not too many of them; without one it shares that of the overview. */
export const agencyPicture = (agencyId: string, agencies: number): Pictured | undefined =>
  agencies <= mostPictured ? { kind: 'agencies', id: agencyId } : undefined
