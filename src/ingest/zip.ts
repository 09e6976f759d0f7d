import { crc32, inflateRawSync } from 'node:zlib'

/** One file in an archive, as its central directory states it. */
export interface ZipEntry {
  /** As stored, decoded; may hold anything, `..` included. */
  readonly name: string
  readonly folder: boolean
  readonly encrypted: boolean
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly crc: number
  readonly offset: number
}

/** What keeps a hostile archive from filling memory or disk. */
export const zipLimits = {
  entries: 10_000,
  entryBytes: 32 * 1024 * 1024,
  totalBytes: 200 * 1024 * 1024,
  ratio: 200,
  /** Small entries compress well without harm: a page of zeros is no bomb. */
  ratioFrom: 1024 * 1024,
} as const

/** Why an archive or an entry of it was refused. */
export class ZipError extends Error {}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Offset of the end-of-directory record, which stands at the end behind a comment of up to 65,535 bytes. */
function endOfDirectory(bytes: Uint8Array): number {
  const data = view(bytes)
  const first = Math.max(0, bytes.length - 22 - 65_535)
  for (let at = bytes.length - 22; at >= first; at -= 1) {
    if (data.getUint32(at, true) === 0x06054b50) return at
  }
  throw new ZipError('truncated: no central directory')
}

/** The name of an entry: UTF-8 where marked or valid, else GBK, which Chinese Windows writes unmarked. */
function decodeName(bytes: Uint8Array): string {
  for (const charset of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes)
    } catch {}
  }
  return Buffer.from(bytes).toString('latin1')
}

/**
 * The entries of an archive by its central directory. Nothing is unpacked.
 *
 * @throws ZipError when the directory is damaged or has more entries than `zipLimits` allows
 */
export function listZip(bytes: Uint8Array): ZipEntry[] {
  const data = view(bytes)
  const end = endOfDirectory(bytes)
  const count = data.getUint16(end + 10, true)
  if (count > zipLimits.entries) throw new ZipError(`${count} entries, limit ${zipLimits.entries}`)
  const entries: ZipEntry[] = []
  let at = data.getUint32(end + 16, true)
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || data.getUint32(at, true) !== 0x02014b50) {
      throw new ZipError('damaged central directory')
    }
    const nameLength = data.getUint16(at + 28, true)
    entries.push(readEntry(data, at, decodeName(bytes.subarray(at + 46, at + 46 + nameLength))))
    at += 46 + nameLength + data.getUint16(at + 30, true) + data.getUint16(at + 32, true)
  }
  return entries
}

function readEntry(data: DataView, at: number, name: string): ZipEntry {
  return {
    name,
    folder: /[\\/]$/.test(name),
    encrypted: (data.getUint16(at + 8, true) & 1) === 1,
    method: data.getUint16(at + 10, true),
    crc: data.getUint32(at + 16, true),
    packed: data.getUint32(at + 20, true),
    size: data.getUint32(at + 24, true),
    offset: data.getUint32(at + 42, true),
  }
}

/**
 * The content of one entry. Sizes that the archive states are not trusted: unpacking stops at the limit.
 *
 * @throws ZipError when the entry is encrypted, too large, packed suspiciously well, or damaged
 */
export function unzipEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  refuse(entry)
  const data = view(bytes)
  if (entry.offset + 30 > bytes.length || data.getUint32(entry.offset, true) !== 0x04034b50) {
    throw new ZipError('damaged entry')
  }
  const lengths = data.getUint16(entry.offset + 26, true) + data.getUint16(entry.offset + 28, true)
  const start = entry.offset + 30 + lengths
  const packed = bytes.subarray(start, start + entry.packed)
  const content = entry.method === 0 ? packed : inflate(packed, entry.size)
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new ZipError('damaged entry')
  return content
}

function refuse(entry: ZipEntry): void {
  if (entry.encrypted) throw new ZipError('encrypted')
  if (entry.method !== 0 && entry.method !== 8) throw new ZipError(`compression method ${entry.method}`)
  if (entry.size > zipLimits.entryBytes) {
    throw new ZipError(`${entry.size} bytes unpacked, limit ${zipLimits.entryBytes}`)
  }
  if (entry.size > zipLimits.ratioFrom && entry.size > entry.packed * zipLimits.ratio) {
    throw new ZipError(`compressed more than ${zipLimits.ratio} times`)
  }
}

function inflate(packed: Uint8Array, size: number): Uint8Array {
  try {
    // One byte more than stated, so that an entry that states too little is seen as damaged.
    return inflateRawSync(packed, { maxOutputLength: size + 1 })
  } catch {
    throw new ZipError('damaged entry')
  }
}
