/** Explore: what is chosen in the form is fetched, summed up, drawn and listed; the choice stands in the address. */
import {
  type ExploreIndex,
  type ExploreRow,
  isWeak,
  numberOf,
  type Question,
  rowsFor,
  type Sorting,
  slicesFor,
  sorted,
  sortKeys,
  sumYears,
  toCsv,
  type Value,
  type YearSum,
} from '../explore/rows.ts'
import { formatInterval, formatNumber, formatShare } from '../i18n/numbers.ts'
import { levelWords, typeWords } from '../i18n/vocabulary.ts'
import { wilson } from '../stats/wilson.ts'
import { yearColumns, yearsToDraw } from './columns.ts'
import { download, fetchOnce, locale, make, say } from './page.ts'

const step = 100
const fields = ['measure', 'from', 'to', 'level', 'type', 'region', 'scope'] as const
const n = (value: number | null) => formatNumber(locale, value === null ? null : Math.round(value * 10) / 10)

function readForm(form: HTMLFormElement): Question {
  const data = new FormData(form)
  const text = (name: string) => String(data.get(name) ?? '')
  const [from, to] = [Number(text('from')), Number(text('to'))]
  return {
    measure: text('measure'),
    from: Math.min(from, to),
    to: Math.max(from, to),
    level: text('level'),
    type: text('type'),
    region: text('region'),
    scope: text('scope') === 'aggregate' ? 'aggregate' : 'single',
  }
}

/** Sets the form from the address; what the address does not say, or says wrongly, stays as it is by default. */
function readAddress(form: HTMLFormElement): void {
  const address = new URLSearchParams(location.search)
  for (const name of fields) {
    const field = form.elements.namedItem(name)
    if (!(field instanceof HTMLSelectElement)) continue
    const wanted = address.get(name)
    const known = [...field.options].some((option) => option.value === wanted)
    if (wanted !== null && known) field.value = wanted
  }
}

/** How the rows are sorted, as the address says it: `value-rising`; by default the latest year first. */
function readSorting(): Sorting {
  const [by, way] = (new URLSearchParams(location.search).get('sort') ?? '').split('-')
  const known = sortKeys.find((key) => key === by)
  return known ? { by: known, rising: way === 'rising' } : { by: 'year', rising: false }
}

function writeAddress(form: HTMLFormElement, { by, rising }: Sorting): void {
  const data = new FormData(form)
  const address = new URLSearchParams(
    fields.flatMap((name) => (data.get(name) ? [[name, String(data.get(name))]] : [])),
  )
  address.set('sort', `${by}-${rising ? 'rising' : 'falling'}`)
  history.replaceState(null, '', `?${address}`)
}

function finding(
  years: readonly YearSum[],
  kind: 'count' | 'share',
  question: Question,
  rows: number,
  median: number | null,
) {
  if (rows === 0) return say('none')
  if (question.scope === 'aggregate') return say('findingAggregate', { reports: n(rows) })
  const total = (key: 'known' | 'zero' | 'sum' | 'of') => years.reduce((sum, year) => sum + year[key], 0)
  const [known, zero, sum, of] = [total('known'), total('zero'), total('sum'), total('of')]
  const words = {
    reports: n(rows),
    known: n(known),
    zero: n(zero),
    sum: n(sum),
    of: n(of),
    median: n(median),
  }
  if (kind === 'count') return say('findingCount', words)
  const share = wilson(sum, of)
  return say('findingShare', {
    ...words,
    rate: share ? formatShare(locale, share.value) : '–',
    interval: share ? formatInterval(locale, share.lower, share.upper) : '–',
  })
}

const valueWords = (value: Value | undefined): string => {
  const number = numberOf(value)
  if (number === null) return '–'
  return typeof value === 'number' ? n(value) : formatShare(locale, number)
}

function tableRow(row: ExploreRow, measure: number, kind: 'count' | 'share', agencies: string): HTMLElement {
  const value = row.values[measure]
  const place = [row.province, row.city, row.county].join('')
  const link = make(
    'a',
    { href: `${agencies}${encodeURIComponent(row.id)}/#y${row.year}`, lang: 'zh-CN' },
    row.name,
  )
  const kinds = [levelWords, typeWords].map((words, i) => {
    const term = (words as Readonly<Record<string, { zh: string; en: string }>>)[i ? row.type : row.level]
    return term?.[locale] ?? ''
  })
  const about = make('span', { className: 'place' }, [place, ...kinds].filter(Boolean).join(' · '))
  return make(
    'tr',
    { className: isWeak(value) ? 'weak' : '' },
    make('th', { scope: 'row', className: 'stay' }, link, about),
    make('td', { className: 'n' }, String(row.year)),
    make('td', { className: 'n' }, valueWords(value)),
    ...(kind === 'share'
      ? [make('td', { className: 'n' }, Array.isArray(value) ? `${n(value[0])}／${n(value[1])}` : '')]
      : []),
  )
}

/** The sums of the years under what they are; nothing of nothing. `room` is how wide it may be, in pixels. */
function drawing(years: readonly YearSum[], kind: 'count' | 'share', asked: Question, room: number): Node[] {
  const title = say(kind === 'count' ? 'chartCount' : 'chartShare')
  const width = Math.max(320, Math.min(760, room))
  const shared = yearsToDraw(years, { first: asked.from, last: asked.to }, width)
  const columns = yearColumns(years, { kind, locale, title, width, height: 220, shared })
  if (columns.length === 0) return []
  const isGapless = years.filter((year) => year.known > 0).length > shared.last - shared.first
  return [
    make('figcaption', {}, isGapless ? title : `${title}${locale === 'zh' ? '。' : '. '}${say('marks')}`),
    ...columns,
  ]
}

function start(form: HTMLFormElement): void {
  const part = <T extends Element>(name: string) => document.querySelector(`[data-explore-${name}]`) as T
  const heads = [...document.querySelectorAll<HTMLButtonElement>('[data-explore-sort]')]
  const [status, chart, body, more, parts] = [
    part<HTMLElement>('finding'),
    part<HTMLElement>('chart'),
    part<HTMLElement>('rows'),
    part<HTMLButtonElement>('more'),
    part<HTMLElement>('parts'),
  ]
  const { data = '', agencies = '' } = form.dataset
  let [asked, shown, sorting] = [0, step, readSorting()]
  let found: ExploreRow[] = []
  let measure = 0
  let index: ExploreIndex | undefined

  const list = () => {
    const all = sorted(found, measure, sorting)
    const kind = index?.measures[measure]?.kind ?? 'count'
    body.replaceChildren(...all.slice(0, shown).map((row) => tableRow(row, measure, kind, agencies)))
    parts.hidden = kind === 'count'
    more.hidden = all.length <= shown
    more.textContent = say('more', { n: n(Math.min(step, all.length - shown)) })
    for (const head of heads) {
      const isIt = head.dataset['exploreSort'] === sorting.by
      const way = isIt ? (sorting.rising ? 'ascending' : 'descending') : 'none'
      head.closest('th')?.setAttribute('aria-sort', way)
    }
  }
  const show = async () => {
    const mine = ++asked
    const question = readForm(form)
    try {
      const known = await fetchOnce<ExploreIndex>(`${data}index.json`)
      const files = slicesFor(question, known.slices).map(({ file }) =>
        fetchOnce<ExploreRow[]>(`${data}${file}.json`),
      )
      const rows = (await Promise.all(files)).flat()
      if (mine !== asked) return
      index = known
      measure = known.measures.findIndex(({ id }) => id === question.measure)
      found = rowsFor(question, rows)
      shown = step
      const kind = known.measures[measure]?.kind ?? 'count'
      const years = sumYears(found, measure)
      const whole = sumYears(
        found.map((row) => ({ ...row, year: 0 })),
        measure,
      )[0]
      status.textContent = finding(years, kind, question, found.length, whole?.median ?? null)
      const drawn = question.scope === 'aggregate' ? [] : years
      chart.replaceChildren(...drawing(drawn, kind, question, chart.clientWidth))
      list()
    } catch {
      if (mine === asked) status.textContent = say('failed')
    }
  }
  readAddress(form)
  void show()
  form.addEventListener('change', () => {
    writeAddress(form, sorting)
    void show()
  })
  form.addEventListener('submit', (event) => event.preventDefault())
  more.addEventListener('click', () => {
    shown += step
    list()
  })
  for (const head of heads) {
    head.addEventListener('click', () => {
      const by = sortKeys.find((key) => key === head.dataset['exploreSort']) ?? 'year'
      // Figures and years begin with the highest, agencies with the first.
      sorting = { by, rising: sorting.by === by ? !sorting.rising : by === 'agency' }
      writeAddress(form, sorting)
      list()
    })
  }
  part<HTMLButtonElement>('download').addEventListener('click', () => {
    if (index)
      download(
        `gongkai-${readForm(form).measure}.csv`,
        toCsv(found, index.measures, [readForm(form).measure]),
      )
  })
  addEventListener('popstate', () => {
    readAddress(form)
    sorting = readSorting()
    void show()
  })
}

const form = document.querySelector<HTMLFormElement>('[data-explore]')
if (form) start(form)
