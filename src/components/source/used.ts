import { cellAnchor } from '../../i18n/addresses.ts'
import { plainLabel } from '../../i18n/formLabels.ts'
import type { Locale } from '../../i18n/locale.ts'
import { cellWords } from '../../i18n/statutory.ts'
import { type CellId, formCell } from '../../model/cells.ts'
import { correctedCell } from '../../model/correction.ts'
import type { Report } from '../../model/report.ts'
import { onceFor } from '../../stats/once.ts'

type Labels = Readonly<Record<Locale, string>>

/** A place of the source that the dataset uses: the label of its cell, and where it stands on the profile. */
export interface UsedPlace {
  readonly label: Labels
  readonly anchor: string
}

const inEach = (labelIn: (locale: Locale) => string): Labels => ({ zh: labelIn('zh'), en: labelIn('en') })

const labels = new Map<CellId, Labels>()

/** The row and the column of a cell, the same in every report. */
function labelsOf(id: CellId): Labels {
  const known = labels.get(id)
  if (known !== undefined) return known
  const { row_zh, row_en, column_zh, column_en } = formCell(id)
  const made = inEach((locale) => {
    const row = plainLabel({ zh: row_zh, en: row_en }, locale)
    return `${row} · ${plainLabel({ zh: column_zh, en: column_en }, locale)}`
  })
  labels.set(id, made)
  return made
}

/** The places of a source that the dataset uses, by locator: for the pages of the source in all languages. */
export const usedPlaces = onceFor((report: Report): ReadonlyMap<string, UsedPlace> => {
  const places = new Map<string, UsedPlace>()
  for (const { cell_id, locator } of report.cells) {
    if (locator === '') continue
    const corrected = correctedCell(report.issues, cell_id)
    const printed = labelsOf(cell_id as CellId)
    const label =
      corrected === undefined
        ? printed
        : inEach((locale) => `${printed[locale]} (${cellWords.corrected[locale]} ${corrected})`)
    const earlier = places.get(locator)
    // Several cells can stand on one line of a text that keeps no places inside it.
    places.set(
      locator,
      earlier
        ? { ...earlier, label: inEach((locale) => `${earlier.label[locale]}; ${label[locale]}`) }
        : { label, anchor: cellAnchor(report.year, cell_id) },
    )
  }
  return places
})
