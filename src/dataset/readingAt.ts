import { ReadingCache } from './cache/cache.ts'
import { unpackPieces } from './cache/entry.ts'
import { type ReadingPieces, wholeOf } from './cache/pieces.ts'
import type { FileReading } from './report.ts'
import type { ReadingPlace } from './rowsOfFolder.ts'

/**
 * The pieces of the reading at a place.
 *
 * @throws LostEntry when it is not there or damaged
 */
export const piecesAt = (place: ReadingPlace): ReadingPieces =>
  'packed' in place
    ? unpackPieces(place.packed.packed)
    : new ReadingCache(place.cache, '').pieces(place.key, place.index)

/**
 * The reading at a place.
 *
 * @throws LostEntry as `piecesAt`
 */
export const readingAt = (place: ReadingPlace): FileReading => wholeOf(piecesAt(place))
