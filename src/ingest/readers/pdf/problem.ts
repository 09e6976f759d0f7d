/** Why a PDF gives no document. */
export type PdfProblemCode = 'encrypted' | 'damaged' | 'image_only'

const messages: Record<PdfProblemCode, string> = {
  encrypted: 'The PDF is protected by a password.',
  damaged: 'The PDF is damaged: it cannot be opened, or has no pages.',
  image_only:
    'The PDF has no readable text: its pages are images, or its fonts do not say which characters they draw.',
}

/** A PDF that cannot be read, and why; nothing of it is guessed. */
export class PdfProblem extends Error {
  readonly code: PdfProblemCode

  constructor(code: PdfProblemCode, detail = '') {
    super(detail === '' ? messages[code] : `${messages[code]} ${detail}`)
    this.name = 'PdfProblem'
    this.code = code
  }
}
