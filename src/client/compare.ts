/** Compare: two to six agencies side by side over the years. Which, stands in the address. */
import { type ExploreIndex, type ExploreRow, numberOf, toCsv, type Value } from '../explore/rows.ts'
import { formatInterval, formatNumber, formatShare } from '../i18n/numbers.ts'
import { wilson } from '../stats/wilson.ts'
import { agencyCombobox } from './agencyCombobox.ts'
import { download, fetchOnce, locale, make, say } from './page.ts'

const most = 6

/** The agencies of the address; ids hold no commas. */
const chosenIds = (): string[] => {
  const ids = (new URLSearchParams(location.search).get('a') ?? '').split(',').filter(Boolean)
  return [...new Set(ids)].slice(0, most)
}

interface Agency {
  readonly id: string
  readonly rows: readonly ExploreRow[]
}

function words(value: Value | undefined): string {
  const number = numberOf(value)
  if (number === null) return '–'
  if (typeof value === 'number') return formatNumber(locale, value)
  const [part, whole] = value as readonly [number, number]
  const share = wilson(part, whole)
  const interval = share ? ` (${formatInterval(locale, share.lower, share.upper)})` : ''
  return `${formatShare(locale, number)} · ${formatNumber(locale, part)}／${formatNumber(locale, whole)}${interval}`
}

function start(root: HTMLElement): void {
  const part = <T extends HTMLElement>(name: string) => root.querySelector(`[data-compare-${name}]`) as T
  const [add, chips, select, head, body, note, status] = [
    part<HTMLFormElement>('add'),
    part('chosen'),
    part<HTMLSelectElement>('measure'),
    part('head'),
    part('rows'),
    part('note'),
    part('status'),
  ]
  const { data = '', explore = '', agencies: pages = '' } = root.dataset
  let agencies: Agency[] = []
  let index: ExploreIndex | undefined
  let asked = 0

  const write = (ids: readonly string[]) => {
    const address = new URLSearchParams(location.search)
    if (ids.length > 0) address.set('a', ids.join(','))
    else address.delete('a')
    address.set('measure', select.value)
    // Commas may stand in an address as they are, and read better.
    history.replaceState(null, '', `?${String(address).replaceAll('%2C', ',')}`)
  }
  const nameOf = ({ id, rows }: Agency) => rows.at(-1)?.name ?? id
  const chip = (agency: Agency) => {
    const name = nameOf(agency)
    const remove = make('button', { type: 'button', ariaLabel: say('remove', { name }) }, '×')
    remove.addEventListener('click', () => {
      write(chosenIds().filter((id) => id !== agency.id))
      void show()
      input.focus()
    })
    return make('li', { lang: 'zh-CN' }, make('span', {}, name), remove)
  }
  const table = () => {
    const measure = index?.measures.findIndex(({ id }) => id === select.value) ?? 0
    const years = [...new Set(agencies.flatMap(({ rows }) => rows.map((row) => row.year)))].sort(
      (a, b) => b - a,
    )
    head.replaceChildren(
      make('th', { scope: 'col', className: 'stay' }, say('year')),
      ...agencies.map((agency) =>
        make(
          'th',
          { scope: 'col', className: 'n', lang: 'zh-CN' },
          make('a', { href: `${pages}${encodeURIComponent(agency.id)}/` }, nameOf(agency)),
        ),
      ),
    )
    const cells = (year: number) =>
      agencies.map(({ rows }) => {
        const row = rows.find((one) => one.year === year)
        const text = row ? words(row.values[measure]) : '×'
        return make('td', { className: 'n' }, row?.aggregate ? `${text} *` : text)
      })
    body.replaceChildren(
      ...years.map((year) =>
        make('tr', {}, make('th', { scope: 'row', className: 'stay' }, String(year)), ...cells(year)),
      ),
    )
    note.hidden = !agencies.some(({ rows }) => rows.some((row) => row.aggregate))
  }
  const show = async () => {
    const mine = ++asked
    const ids = chosenIds()
    try {
      const [known, ...rows] = await Promise.all([
        fetchOnce<ExploreIndex>(`${explore}index.json`),
        ...ids.map((id) => fetchOnce<ExploreRow[]>(`${data}${encodeURIComponent(id)}.json`)),
      ])
      if (mine !== asked) return
      index = known
      agencies = ids.map((id, i) => ({ id, rows: rows[i] ?? [] }))
      chips.replaceChildren(...agencies.map(chip))
      status.textContent = ids.length === 0 ? say('empty') : ids.length >= most ? say('full') : ''
      part('result').hidden = ids.length === 0
      table()
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
  select.addEventListener('change', () => {
    write(chosenIds())
    table()
  })
  part('download').addEventListener('click', () => {
    const rows = agencies.flatMap((agency) => agency.rows)
    const all = index?.measures ?? []
    download(
      'gongkai-compare.csv',
      toCsv(
        rows,
        all,
        all.map(({ id }) => id),
      ),
    )
  })
  const wanted = new URLSearchParams(location.search).get('measure')
  if ([...select.options].some((option) => option.value === wanted)) select.value = wanted ?? ''
  void show()
  addEventListener('popstate', () => void show())
}

const root = document.querySelector<HTMLElement>('[data-compare]')
if (root) start(root)
