import { docxLayouts } from './docx.ts'
import { htmlLayouts } from './html.ts'
import type { Layout } from './layout.ts'
import { packed } from './packed.ts'

/** A report alone in an archive, in a folder in a folder, as sites offer it to be downloaded. */
function archived(id: string, share: number, inner: Layout): Layout {
  return {
    id,
    about: `${inner.about}, in an archive`,
    share,
    render: (report, random) => {
      const { bytes, extension } = inner.render(report, random)
      const name = `年度报告/${report.year}年/${report.agency.name}.${extension}`
      return { bytes: packed({ [name]: bytes }), extension: 'zip' }
    },
  }
}

export const zipLayouts: readonly Layout[] = [
  archived('zip-html', 1, htmlLayouts[0] as Layout),
  archived('zip-docx', 1, docxLayouts[0] as Layout),
]
