/** Why a compound file (.doc, .xls) cannot be read. */
export class OleError extends Error {}

const endOfChain = 0xfffffffe
const sectorLimit = 0xfffffffa

interface Sectors {
  readonly data: DataView
  readonly size: number
  readonly count: number
  /** The next sector of each. */
  readonly next: readonly number[]
  /** How many sectors may still be visited: each belongs to one chain, and no chain is followed more than twice. */
  left: number
}

/**
 * The names of the streams in a compound file, by which Word and Excel files are told apart. Follows every
 * chain of sectors with a count, since the library that reads the text follows a ring of them for ever.
 *
 * @throws OleError when the file is damaged
 */
export function oleStreams(bytes: Uint8Array): Set<string> {
  if (bytes.length < 512) throw new OleError('truncated')
  const sectors = readSectors(bytes)
  const directory = chain(sectors, sectors.data.getUint32(48, true))
  chain(sectors, sectors.data.getUint32(60, true))
  const names = new Set<string>()
  for (const sector of directory) {
    const start = (sector + 1) * sectors.size
    for (let at = start; at < start + sectors.size && at + 128 <= bytes.length; at += 128) {
      readDirectoryEntry(bytes, sectors, at, names)
    }
  }
  checkShortChains(sectors)
  return names
}

function readDirectoryEntry(bytes: Uint8Array, sectors: Sectors, at: number, names: Set<string>): void {
  const { data } = sectors
  const length = data.getUint16(at + 64, true)
  const type = data.getUint8(at + 66)
  if (length < 2 || length > 64 || type === 0) return
  names.add(new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2)))
  const size = data.getUint32(at + 120, true)
  const large = type === 5 || size >= data.getUint32(56, true)
  if (size > 0 && large && type !== 1) chain(sectors, data.getUint32(at + 116, true))
}

function readSectors(bytes: Uint8Array): Sectors {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = data.getUint16(30, true)
  if (shift !== 9 && shift !== 12) throw new OleError(`sector size 2^${shift}`)
  const size = 2 ** shift
  const count = Math.ceil(bytes.length / size) - 1
  const tables = tableSectors(data, size, count)
  const next: number[] = []
  for (const sector of tables) {
    const start = (sector + 1) * size
    for (let at = start; at < start + size && at + 4 <= bytes.length; at += 4)
      next.push(data.getUint32(at, true))
  }
  return { data, size, count, next, left: 4 * (count + 1) }
}

/** Where the allocation table stands: 109 sectors are listed in the header, more in sectors of their own. */
function tableSectors(data: DataView, size: number, count: number): number[] {
  const wanted = data.getUint32(44, true)
  if (wanted > count || data.getUint32(72, true) > count || data.getUint32(64, true) > count) {
    throw new OleError('damaged header')
  }
  const found: number[] = []
  const take = (at: number) => {
    const sector = data.getUint32(at, true)
    if (sector < count && found.length < wanted) found.push(sector)
  }
  for (let i = 0; i < 109; i += 1) take(76 + 4 * i)
  let list = data.getUint32(68, true)
  for (let read = 0; list < count; read += 1) {
    if (read > count) throw new OleError('a chain of sectors is a ring')
    const start = (list + 1) * size
    if (start + size > data.byteLength) throw new OleError('truncated')
    for (let at = start; at < start + size - 4; at += 4) take(at)
    list = data.getUint32(start + size - 4, true)
  }
  if (found.length < wanted) throw new OleError('damaged allocation table')
  return found
}

function chain(sectors: Sectors, first: number): number[] {
  const { next, count } = sectors
  const found: number[] = []
  for (let sector = first; sector < sectorLimit; sector = next[sector] ?? endOfChain) {
    if (sector >= count) throw new OleError('damaged chain of sectors')
    if (found.length > count) throw new OleError('a chain of sectors is a ring')
    if (sectors.left <= 0) throw new OleError('chains of sectors overlap')
    sectors.left -= 1
    found.push(sector)
  }
  return found
}

/** Short sectors have a table of their own; no chain in it may come back to where it was. */
function checkShortChains(sectors: Sectors): void {
  const { data, size } = sectors
  const next: number[] = []
  for (const sector of chain(sectors, data.getUint32(60, true))) {
    const start = (sector + 1) * size
    for (let at = start; at < start + size && at + 4 <= data.byteLength; at += 4)
      next.push(data.getUint32(at, true))
  }
  // Each sector is visited once: a ring is a visit to a sector that the same walk has seen.
  const seenIn = new Array<number>(next.length).fill(-1)
  for (let start = 0; start < next.length; start += 1) {
    for (let at = start; at < next.length && seenIn[at] !== start; at = next[at] as number) {
      if (seenIn[at] !== -1) break
      seenIn[at] = start
      if (seenIn[next[at] as number] === start) throw new OleError('a chain of sectors is a ring')
    }
  }
}
