import { load } from 'cheerio/slim'
import { plainlyDecoded, readingBenchmark } from './reading.ts'

/** Reading web pages, against reading, decoding and parsing them. */
export const readingHtml = readingBenchmark({
  name: 'reading-html',
  what: 'web pages',
  extensions: ['html'],
  floor: 'read, decode, cheerio load (htmlparser2)',
  does: async (path) => load(await plainlyDecoded(path)),
  limit: 2.5,
})
