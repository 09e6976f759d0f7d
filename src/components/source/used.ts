import { cellAnchor } from '../../i18n/addresses.ts'
import { plainLabel } from '../../i18n/formLabels.ts'
import type { Locale } from '../../i18n/locale.ts'
import { cellWords } from '../../i18n/statutory.ts'
import { type CellId, formCell } from '../../model/cells.ts'
import { correctedCell } from '../../model/correction.ts'
import type { Report } from '../../model/report.ts'

/** A place of the source that the dataset uses: the label of its cell, and where it stands on the profile. */
export interface UsedPlace {
  readonly label: string
  readonly anchor: string
}

const labels: Readonly<Record<Locale, Map<CellId, string>>> = { zh: new Map(), en: new Map() }

/** The row and the column of a cell, the same in every report. */
function labelOf(id: CellId, locale: Locale): string {
  const known = labels[locale].get(id)
  if (known !== undefined) return known
  const { row_zh, row_en, column_zh, column_en } = formCell(id)
  const row = plainLabel({ zh: row_zh, en: row_en }, locale)
  const label = `${row} · ${plainLabel({ zh: column_zh, en: column_en }, locale)}`
  labels[locale].set(id, label)
  return label
}

/** The places of a source that the dataset uses, by locator. */
export function usedPlaces(report: Report, locale: Locale): ReadonlyMap<string, UsedPlace> {
  const places = new Map<string, UsedPlace>()
  for (const { cell_id, locator } of report.cells) {
    if (locator === '') continue
    const corrected = correctedCell(report.issues, cell_id)
    const label =
      labelOf(cell_id as CellId, locale) +
      (corrected === undefined ? '' : ` (${cellWords.corrected[locale]} ${corrected})`)
    const earlier = places.get(locator)
    // Several cells can stand on one line of a text that keeps no places inside it.
    places.set(
      locator,
      earlier
        ? { ...earlier, label: `${earlier.label}; ${label}` }
        : { label, anchor: cellAnchor(report.year, cell_id) },
    )
  }
  return places
}
