import { readFile } from 'node:fs/promises'
import { load } from 'cheerio/slim'
import { strFromU8, unzipSync } from 'fflate'
import { openPdf } from '../ingest/readers/pdf/open.ts'
import { readingBenchmark } from './reading.ts'

// Formats that need a library for their text. No limit is set for them: each is held against what that library, or the
// parsing of what is packed, takes by itself. They take up to a hundred times as long as text, so that fewer are read.

const oneIn = 20

/** Reading Word documents, against what makes a web page of one. */
export const readingDocx = readingBenchmark({
  name: 'reading-docx',
  what: 'Word documents',
  extensions: ['docx'],
  floor: 'read, mammoth to HTML',
  does: async (path) => {
    const { default: mammoth } = await import('mammoth')
    return mammoth.convertToHtml({ buffer: await readFile(path) })
  },
  limit: null,
  oneIn,
})

/** Reading workbooks, against unpacking them and parsing all that is in them. */
export const readingXlsx = readingBenchmark({
  name: 'reading-xlsx',
  what: 'Excel workbooks',
  extensions: ['xlsx'],
  floor: 'read, unzip, cheerio load (htmlparser2)',
  does: async (path) => {
    const parts = Object.values(unzipSync(await readFile(path)))
    return parts.map((part) => load(strFromU8(part), { xml: true }))
  },
  limit: null,
  oneIn,
})

/** Reading PDF, against having the text of its pages. */
export const readingPdf = readingBenchmark({
  name: 'reading-pdf',
  what: 'PDF',
  extensions: ['pdf'],
  floor: 'read, text of pdf.js',
  does: async (path) => {
    const pdf = await openPdf(await readFile(path))
    for (let page = 1; page <= pdf.numPages; page += 1) await (await pdf.getPage(page)).getTextContent()
    await pdf.loadingTask.destroy()
  },
  limit: null,
  oneIn,
})
