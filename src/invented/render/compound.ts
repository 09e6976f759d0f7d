/** The parts of a compound file, which .doc files are: sectors in chains, a table of chains, a directory. */
const sectorSize = 512
const endOfChain = 0xfffffffe
const free = 0xffffffff
const ofTable = 0xfffffffd
/** Smaller streams would be kept in sectors of another size. */
const leastStream = 4096

const sectorsOf = (bytes: number): number => Math.ceil(bytes / sectorSize)

/** One entry of the directory: its name, what it is, its neighbours, and where its content begins. */
function directoryEntry(
  name: string,
  {
    type,
    left = free,
    child = free,
    start = endOfChain,
    size = 0,
  }: Record<'type', number> & Partial<Record<'left' | 'child' | 'start' | 'size', number>>,
): Buffer {
  const entry = Buffer.alloc(128)
  entry.write(name, 'utf16le')
  entry.writeUInt16LE(name === '' ? 0 : 2 * name.length + 2, 64)
  entry.writeUInt8(type, 66)
  entry.writeUInt8(1, 67)
  for (const [i, number] of [left, free, child].entries()) entry.writeUInt32LE(number, 68 + 4 * i)
  entry.writeUInt32LE(start, 116)
  entry.writeUInt32LE(size, 120)
  return entry
}

interface Stream {
  readonly name: string
  readonly content: Buffer
}

/**
 * A compound file of two streams.
 *
 * @param streams the one whose name is shorter first, as the order of the directory demands
 */
export function compoundFile(streams: readonly [[string, Buffer], [string, Buffer]]): Uint8Array {
  const [first, second] = streams.map(([name, content]) => ({
    name,
    content: Buffer.concat([content, Buffer.alloc(Math.max(0, leastStream - content.length))]),
  })) as [Stream, Stream]
  const lengths = [1, sectorsOf(first.content.length), sectorsOf(second.content.length)] as const
  const used = lengths.reduce((sum, length) => sum + length, 0)
  let tables = 1
  while (tables * (sectorSize / 4) < used + tables) tables += 1
  const about = ({ content }: Stream, start: number) => ({ type: 2, start, size: content.length })
  const directory = Buffer.concat([
    directoryEntry('Root Entry', { type: 5, child: 2 }),
    directoryEntry(first.name, about(first, lengths[0])),
    directoryEntry(second.name, { ...about(second, lengths[0] + lengths[1]), left: 1 }),
    directoryEntry('', { type: 0 }),
  ])
  const padded = [first, second].map(({ content }) =>
    Buffer.concat([content, Buffer.alloc(sectorsOf(content.length) * sectorSize - content.length)]),
  )
  const chains = chainTable(lengths, tables)
  return new Uint8Array(Buffer.concat([header(used, tables), directory, ...padded, chains]))
}

/** The next sector of each, for chains that lie one behind the other; the table itself comes last. */
function chainTable(lengths: readonly number[], tables: number): Buffer {
  const table = Buffer.alloc(tables * sectorSize, 0xff)
  let sector = 0
  for (const length of lengths) {
    for (let i = 1; i <= length; i += 1) {
      table.writeUInt32LE(i === length ? endOfChain : sector + 1, 4 * sector)
      sector += 1
    }
  }
  for (let i = 0; i < tables; i += 1) table.writeUInt32LE(ofTable, 4 * (sector + i))
  return table
}

function header(firstTable: number, tables: number): Buffer {
  const bytes = Buffer.alloc(sectorSize)
  bytes.write('d0cf11e0a1b11ae1', 'hex')
  for (const [at, number] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    bytes.writeUInt16LE(number, at)
  for (const [at, number] of [
    [44, tables],
    [48, 0],
    [56, leastStream],
    [60, endOfChain],
    [68, endOfChain],
  ] as const)
    bytes.writeUInt32LE(number, at)
  for (let i = 0; i < 109; i += 1) bytes.writeUInt32LE(i < tables ? firstTable + i : free, 76 + 4 * i)
  return bytes
}
