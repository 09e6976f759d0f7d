import { escapeXml } from '../../charts/svg.ts'
import { cellAnchor } from '../../i18n/addresses.ts'
import { plainLabel } from '../../i18n/formLabels.ts'
import type { Locale } from '../../i18n/locale.ts'
import { cellWords } from '../../i18n/statutory.ts'
import { type CellId, formCell } from '../../model/cells.ts'
import { correctedCell } from '../../model/correction.ts'
import type { Report } from '../../model/report.ts'
import { cellsNotTaken } from '../../model/rowNotTaken.ts'
import { onceFor } from '../../stats/once.ts'

type Labels = Readonly<Record<Locale, string>>

/**
 * A place of the source with a figure that the dataset uses, or with the words of a row of which it takes none: the
 * label of its cell, and where it stands on the profile.
 */
export interface UsedPlace {
  readonly kind: 'used' | 'refused'
  readonly label: Labels
  readonly anchor: string
  /** Both as the markup of a link has them, behind the address of the profile: `#y2023.a title="…"`. */
  readonly attributes: Labels
}

const inEach = (labelIn: (locale: Locale) => string): Labels => ({ zh: labelIn('zh'), en: labelIn('en') })

/** A place by its label and its anchor. */
export const usedPlace = (label: Labels, anchor: string, kind: UsedPlace['kind'] = 'used'): UsedPlace => ({
  kind,
  label,
  anchor,
  attributes: inEach((locale) => `#${anchor} title="${escapeXml(label[locale])}"`),
})

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

/** The places of cells by year: the same in every report of one. */
const placesOfYears = new Map<number | null, Map<string, UsedPlace>>()

function placesOfYear(year: number | null): Map<string, UsedPlace> {
  const known = placesOfYears.get(year) ?? new Map<string, UsedPlace>()
  placesOfYears.set(year, known)
  return known
}

function placeOfCell(places: Map<string, UsedPlace>, year: number | null, id: CellId): UsedPlace {
  const known = places.get(id)
  if (known !== undefined) return known
  const made = usedPlace(labelsOf(id), cellAnchor(year, id))
  places.set(id, made)
  return made
}

/** The places of a source that lead to its profile, by locator: for the pages of the source in all languages. */
export const usedPlaces = onceFor((report: Report): ReadonlyMap<string, UsedPlace> => {
  const used = new Map<string, UsedPlace>()
  const places = placesOfYear(report.year)
  const notTaken = cellsNotTaken(report.issues)
  const refused = new Map<string, RefusedPlace>()
  for (const { cell_id, locator } of report.cells) {
    if (locator === '') continue
    if (notTaken.has(cell_id)) {
      addRefused(refused, report, cell_id as CellId, locator)
      continue
    }
    const place = placeOfCell(places, report.year, cell_id as CellId)
    const corrected = correctedCell(report.issues, cell_id)
    const own =
      corrected === undefined
        ? place
        : usedPlace(
            inEach((locale) => `${place.label[locale]} (${cellWords.corrected[locale]} ${corrected})`),
            place.anchor,
          )
    const earlier = used.get(locator)
    // Several cells can stand on one line of a text that keeps no places inside it.
    used.set(locator, earlier ? together(earlier, own) : own)
  }
  for (const [locator, place] of refused) {
    const own = refusedPlace(place, report.year)
    const taken = used.get(locator)
    used.set(locator, taken ? together(taken, own) : own)
  }
  return used
})

/** A place with the words of rows that fit no columns: which rows they are, and what maintainers say their cells are. */
interface RefusedPlace {
  readonly first: CellId
  /** The labels of the rows, by their ids. */
  readonly rows: Map<string, Labels>
  readonly corrections: { readonly id: CellId; readonly to: string }[]
}

function addRefused(
  places: Map<string, RefusedPlace>,
  { issues }: Report,
  id: CellId,
  locator: string,
): void {
  const place: RefusedPlace = places.get(locator) ?? { first: id, rows: new Map(), corrections: [] }
  places.set(locator, place)
  const { row, row_zh: zh, row_en: en } = formCell(id)
  place.rows.set(
    row,
    inEach((locale) => plainLabel({ zh, en }, locale)),
  )
  const to = correctedCell(issues, id)
  if (to !== undefined) place.corrections.push({ id, to })
}

function refusedPlace({ first, rows, corrections }: RefusedPlace, year: number | null): UsedPlace {
  const label = inEach((locale) =>
    [
      [...rows.values()].map((row) => row[locale]).join('; '),
      cellWords.rowUnreadable[locale],
      ...corrections.map(({ id, to }) => `${labelsOf(id)[locale]} (${cellWords.corrected[locale]} ${to})`),
    ].join(' · '),
  )
  return usedPlace(label, cellAnchor(year, first), 'refused')
}

const together = ({ label, anchor }: UsedPlace, other: UsedPlace): UsedPlace =>
  usedPlace(
    inEach((locale) => `${label[locale]}; ${other.label[locale]}`),
    anchor,
  )
