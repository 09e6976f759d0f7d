/** Compare: two to six agencies side by side over the years. Which, stands in the address. */
import { type ExploreIndex, type ExploreRow, toCsv } from '../explore/rows.ts'
import { agencyCombobox } from './agencyCombobox.ts'
import { type Compared, measuresTable, nameOf, panels, yearsOf, yearsTable } from './comparison.ts'
import { download, fetchOnce, locale, make, say } from './page.ts'

const most = 6
/** Below this, the columns of a drawing would run into each other. */
const leastPanel = 250

/** The agencies of the address; ids hold no commas. */
const chosenIds = (): string[] => {
  const ids = (new URLSearchParams(location.search).get('a') ?? '').split(',').filter(Boolean)
  return [...new Set(ids)].slice(0, most)
}

/** Null for what is not there, as with the id of no agency; what could not be fetched stays an error. */
const noneIfGone = (error: unknown): null => {
  if (error instanceof Error && error.message.startsWith('404 ')) return null
  throw error
}

/** Sets a choice to what the address says, if it is one of those there are. */
function choose(select: HTMLSelectElement, wanted: string | null): void {
  if ([...select.options].some((option) => option.value === wanted)) select.value = wanted ?? ''
}

function start(root: HTMLElement): void {
  const part = <T extends HTMLElement>(name: string) => root.querySelector(`[data-compare-${name}]`) as T
  const [add, chips, select, year, status] = [
    part<HTMLFormElement>('add'),
    part('chosen'),
    part<HTMLSelectElement>('measure'),
    part<HTMLSelectElement>('year'),
    part('status'),
  ]
  const { data = '', explore = '', agencies: pages = '' } = root.dataset
  let agencies: Compared[] = []
  let index: ExploreIndex | undefined
  let asked = 0

  const write = (ids: readonly string[]) => {
    const address = new URLSearchParams(location.search)
    if (ids.length > 0) address.set('a', ids.join(','))
    else address.delete('a')
    address.set('measure', select.value)
    if (year.value) address.set('year', year.value)
    // Commas may stand in an address as they are, and read better.
    history.replaceState(null, '', `?${String(address).replaceAll('%2C', ',')}`)
  }
  const chip = (agency: Compared) => {
    const name = nameOf(agency)
    const remove = make('button', { type: 'button', ariaLabel: say('remove', { name }) }, '×')
    remove.addEventListener('click', () => {
      write(chosenIds().filter((id) => id !== agency.id))
      void show()
      input.focus()
    })
    return make('li', { lang: 'zh-CN' }, make('span', {}, name), remove)
  }
  const fill = (name: string, table: { head: readonly Node[]; rows: readonly Node[] }) => {
    part(`${name}-head`).replaceChildren(...table.head)
    part(`${name}-rows`).replaceChildren(...table.rows)
  }
  const draw = () => {
    const measures = index?.measures ?? []
    const i = measures.findIndex(({ id }) => id === select.value)
    const measure = measures[i]
    if (!measure) return
    fill('years', yearsTable(agencies, measure, i, pages))
    fill('one-year', measuresTable(agencies, measures, Number(year.value), pages))
    const drawing = part('panels')
    const fitting = Math.max(1, Math.floor(drawing.clientWidth / leastPanel))
    // Rows of about the same length: four that do not fit into one are two and two.
    const columns = Math.max(1, Math.ceil(agencies.length / Math.ceil(agencies.length / fitting)))
    drawing.style.setProperty('--columns', String(columns))
    drawing.replaceChildren(...panels(agencies, measure, i, Math.floor(drawing.clientWidth / columns) - 16))
    part('note').hidden = !agencies.some(({ rows }) => rows.some((row) => row.aggregate))
  }
  /** The years to choose from are those of the agencies; what was chosen stays where it can. */
  const offerYears = () => {
    const chosen = year.value || new URLSearchParams(location.search).get('year')
    const years = yearsOf(agencies).map(String)
    year.replaceChildren(...years.map((one) => make('option', { value: one }, one)))
    choose(year, chosen)
  }
  const statusOf = (unknown: readonly string[]): string => {
    if (unknown.length > 0) return say('unknownAgency', { ids: unknown.join(locale === 'zh' ? '、' : ', ') })
    return agencies.length === 1 ? say('another') : agencies.length >= most ? say('full') : ''
  }
  const show = async () => {
    const mine = ++asked
    const ids = chosenIds()
    try {
      const [known, ...rows] = await Promise.all([
        fetchOnce<ExploreIndex>(`${explore}index.json`),
        ...ids.map((id) =>
          fetchOnce<ExploreRow[]>(`${data}${encodeURIComponent(id)}.json`).catch(noneIfGone),
        ),
      ])
      if (mine !== asked) return
      index = known
      agencies = ids.flatMap((id, i) => (rows[i] ? [{ id, rows: rows[i] }] : []))
      chips.replaceChildren(...agencies.map(chip))
      status.textContent = statusOf(ids.filter((_, i) => !rows[i]))
      part('start').hidden = agencies.length > 0
      part('result').hidden = agencies.length === 0
      offerYears()
      draw()
    } catch {
      if (mine === asked) status.textContent = say('failed')
    }
  }
  const input = agencyCombobox(add, ({ id }) => {
    input.value = ''
    write([...chosenIds(), id].slice(0, most))
    void show()
  })
  add.addEventListener('submit', (event) => event.preventDefault())
  for (const choice of [select, year]) {
    choice.addEventListener('change', () => {
      write(chosenIds())
      draw()
    })
  }
  part('download').addEventListener('click', () => {
    const rows = agencies.flatMap((agency) => agency.rows)
    const all = index?.measures ?? []
    const ids = all.map(({ id }) => id)
    download('gongkai-compare.csv', toCsv(rows, all, ids))
  })
  choose(select, new URLSearchParams(location.search).get('measure'))
  void show()
  addEventListener('popstate', () => void show())
}

const root = document.querySelector<HTMLElement>('[data-compare]')
if (root) start(root)
