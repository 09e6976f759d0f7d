import type { TableId } from '../../model/form.ts'
import type { Random } from '../random.ts'
import { widthOf } from './grid.ts'
import type { Layout } from './layout.ts'
import { type PageOptions, type Piece, pageOf } from './page.ts'
import { writePdf } from './pdfFile.ts'
import { PageSetter, type Setting } from './pdfPages.ts'

/** Relative widths of the columns before the figures; every figure has the same. */
const labelWidths: Readonly<Record<TableId, readonly number[]>> = {
  disclosure: [3],
  requests: [1.6, 3.2, 7],
  disputes: [],
}

function setPieces(pieces: readonly Piece[], setting: Setting): PageSetter {
  const setter = new PageSetter(setting)
  for (const piece of pieces) {
    if (piece.kind === 'paragraph') setter.paragraph(piece.text)
    else if (piece.kind !== 'table') setter.line(piece.text)
    else {
      const labels = labelWidths[piece.grid.table]
      const figures = Array.from({ length: widthOf(piece.grid) - labels.length }, () => 2)
      setter.table(piece.grid, [...labels, ...figures])
    }
  }
  return setter
}

function pdfLayout(
  id: string,
  about: string,
  share: number,
  settingOf: (random: Random) => Partial<Setting>,
  options: PageOptions = {},
): Layout {
  const usual: Setting = {
    width: 595,
    height: 842,
    size: 9,
    rules: 'all',
    align: 'centre',
    repeatHead: false,
    rotate: 0,
  }
  return {
    id,
    about,
    share,
    render: (report, random) => {
      const setting = { ...usual, ...settingOf(random) }
      const setter = setPieces(pageOf(report, random, options), setting)
      if (!setter.fits) throw new Error(`${id}: a row is higher than a page of ${setting.height} points`)
      return { bytes: writePdf(setter.sheets(), true), extension: 'pdf' }
    },
  }
}

const aligned = (random: Random) => random.pick(['left', 'centre', 'right'] as const)

export const pdfLayouts: readonly Layout[] = [
  pdfLayout('pdf-ruled', 'PDF with ruling lines', 6, (random) => ({
    size: random.pick([7.5, 9, 10.5]),
    align: aligned(random),
  })),
  pdfLayout(
    'pdf-pages',
    'PDF, tables over short pages, the header again on each',
    2,
    (random) => ({ height: random.integer(400, 600), repeatHead: true }),
    { wrapped: true },
  ),
  pdfLayout('pdf-pages-bare', 'PDF, tables over short pages, no header but on the first', 1, (random) => ({
    height: random.integer(400, 600),
    align: aligned(random),
  })),
  pdfLayout('pdf-unruled', 'PDF without ruling lines', 1, (random) => ({
    rules: 'none',
    size: random.pick([7, 8]),
    align: aligned(random),
  })),
  pdfLayout('pdf-lines-across', 'PDF with lines between rows only', 1, (random) => ({
    rules: 'across',
    size: 8,
    align: aligned(random),
  })),
]
