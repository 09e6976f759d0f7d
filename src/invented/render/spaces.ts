import { bareRows, type Grid } from './grid.ts'
import { encodeUtf8, type Layout, textLayout, type WriteTable } from './layout.ts'
import { pageOf } from './page.ts'

const rowsOf = (grid: Grid): string[][] =>
  bareRows(grid).map((row) => row.map((text) => text.replaceAll('\n', '')).filter((text) => text !== ''))

const writeSpaced =
  (gap: string): WriteTable =>
  (grid) =>
    rowsOf(grid)
      .map((row) => row.join(gap))
      .join('\n')

/** Figures stand before their label, as text drawn later in a PDF comes out first. */
const writeNumbersFirst: WriteTable = (grid) =>
  grid.rows
    .map((row) => {
      const values = row.filter((cell) => !cell.label && cell.text !== '').map((cell) => cell.text)
      const labels = row.filter((cell) => cell.label).map((cell) => cell.text)
      return [...values, ...labels].join(' ')
    })
    .join('\n')

/** A long label is broken in two with its figures between, as PDF text comes out line by line. */
const writeWrapped: WriteTable = (grid, random) =>
  grid.rows
    .map((row) => {
      const values = row.filter((cell) => !cell.label && cell.text !== '').map((cell) => cell.text)
      const labels = row.filter((cell) => cell.label).map((cell) => cell.text)
      const last = labels.at(-1) ?? ''
      if (last.length < 14 || values.length === 0) return [...labels, ...values].join(' ')
      const at = random.integer(6, last.length - 4)
      const before = [...labels.slice(0, -1), last.slice(0, at)].join(' ')
      return random.chance(0.5)
        ? `${before}\n${values.join(' ')}\n${last.slice(at)}`
        : `${before}\n${last.slice(at)} ${values.join(' ')}`
    })
    .join('\n')

/** The whole report on one line, cells and paragraphs alike between spaces. */
const oneLine: Layout = {
  id: 'one-line',
  about: 'the whole report on one line',
  share: 1,
  render: (report, random) => {
    const pieces = pageOf(report, random, { plain: true })
    const words = pieces.map((piece) =>
      piece.kind === 'table' ? rowsOf(piece.grid).flat().join(' ') : piece.text,
    )
    return { bytes: encodeUtf8(words.join(' ')), extension: 'txt' }
  },
}

const plain = { plain: true }
export const spaceLayouts: readonly Layout[] = [
  textLayout('spaces-single', 'cells between single spaces', 2, writeSpaced(' '), plain),
  textLayout('spaces-wide', 'cells between several spaces', 2, writeSpaced('    '), plain),
  textLayout('spaces-ideographic', 'cells between full-width spaces', 1, writeSpaced('　'), plain),
  textLayout('numbers-first', 'figures before their label', 1, writeNumbersFirst, plain),
  textLayout('wrapped-labels', 'long labels broken around their figures', 1, writeWrapped, plain),
  oneLine,
]
