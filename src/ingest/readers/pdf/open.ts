import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { PdfProblem } from './problem.ts'

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

/** Images are not read. Only those small enough to be a ruling line, a point stretched out, are decoded. */
const imageLimit = 16

/** Where the package lies: its character maps and fonts are files beside its code. */
const packageFolder = (): string => dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

let loaded: Promise<Pdfjs> | undefined

/** The library takes half a second to load: it is loaded with the first PDF, not with the program. */
export function loadPdfjs(): Promise<Pdfjs> {
  loaded ??= import('pdfjs-dist/legacy/build/pdf.mjs')
  return loaded
}

/**
 * Opens a PDF. Nothing is fetched from anywhere but the package's own folders, no code of the file is run
 * (without a page to show it on, its scripts are never looked at), and no fonts of the machine are used.
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const pdfjs = await loadPdfjs()
  const folder = packageFolder()
  const task = pdfjs.getDocument({
    // The library takes the buffer over; the caller keeps its own.
    data: new Uint8Array(bytes),
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    wasmUrl: `${join(folder, 'wasm')}/`,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    fontExtraProperties: true,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: imageLimit,
    enableXfa: false,
    stopAtErrors: false,
  } as Parameters<Pdfjs['getDocument']>[0])
  pdfjs.GlobalWorkerOptions.workerSrc ||= pathToFileURL(join(folder, 'legacy/build/pdf.worker.mjs')).href
  try {
    const pdf = await task.promise
    if (pdf.numPages < 1) throw new PdfProblem('damaged')
    return pdf
  } catch (error) {
    await task.destroy().catch(() => undefined)
    throw problemOf(error)
  }
}

/** What the library throws, as a problem of the file. */
export function problemOf(error: unknown): PdfProblem {
  if (error instanceof PdfProblem) return error
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  return name === 'PasswordException' ? new PdfProblem('encrypted') : new PdfProblem('damaged', message)
}
