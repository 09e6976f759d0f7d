/**
 * Makes the list of agencies searchable. Rows carry what they are found by in `data-search`, `data-level` and
 * `data-type`; those that do not match are hidden. The state stands in the address, so it can be kept and sent.
 */
interface Query {
  readonly q: string
  readonly level: string
  readonly type: string
}

const keys = ['q', 'level', 'type'] as const

function matches(row: HTMLElement, query: Query): boolean {
  const { search = '', level, type } = row.dataset
  if (query.level && level !== query.level) return false
  if (query.type && type !== query.type) return false
  return query.q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => search.includes(word))
}

function readForm(form: HTMLFormElement): Query {
  const data = new FormData(form)
  const text = (key: string) => String(data.get(key) ?? '').trim()
  return { q: text('q'), level: text('level'), type: text('type') }
}

function readAddress(form: HTMLFormElement): void {
  const address = new URLSearchParams(location.search)
  for (const key of keys) {
    const field = form.elements.namedItem(key)
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
      field.value = address.get(key) ?? ''
  }
}

function writeAddress(query: Query): void {
  const address = new URLSearchParams(keys.flatMap((key) => (query[key] ? [[key, query[key]]] : [])))
  history.replaceState(null, '', address.size ? `?${address}` : location.pathname)
}

function start(form: HTMLFormElement): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-search]')]
  const count = form.querySelector<HTMLElement>('[data-agency-count]')
  const none = document.querySelector<HTMLElement>('[data-agency-none]')
  const show = () => {
    const query = readForm(form)
    let shown = 0
    for (const row of rows) {
      row.hidden = !matches(row, query)
      if (!row.hidden) shown += 1
    }
    const words = form.dataset['count'] ?? ''
    if (count) count.textContent = words.replace('{n}', String(shown)).replace('{all}', String(rows.length))
    if (none) none.hidden = shown > 0
    return query
  }
  form.hidden = false
  readAddress(form)
  show()
  form.addEventListener('input', () => writeAddress(show()))
  form.addEventListener('submit', (event) => event.preventDefault())
  // The fields are emptied only after the event.
  form.addEventListener('reset', () => setTimeout(() => writeAddress(show())))
  addEventListener('popstate', () => {
    readAddress(form)
    show()
  })
}

const form = document.querySelector<HTMLFormElement>('[data-agency-filter]')
if (form) start(form)
