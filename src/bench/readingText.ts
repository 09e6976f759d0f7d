import { plainlyDecoded, readingBenchmark } from './reading.ts'

/** Reading text files, against reading, decoding and normalising them. */
export const readingText = readingBenchmark({
  name: 'reading-text',
  what: 'text files',
  extensions: ['txt', 'md'],
  floor: 'read, decode, NFKC',
  does: async (path) => (await plainlyDecoded(path)).normalize('NFKC'),
  limit: 8,
})
