/**
 * The search box of every page: a combobox whose list holds the agencies that match. What it needs is fetched
 * when the box is first used. Without this script the form leads to the list of agencies.
 */
import { bestMatches, fileFor, normalQuery, type SearchEntry, type SearchIndex } from '../search/match.ts'

const shown = 10

/** The files of the search, each fetched once. */
class Files {
  private readonly base: string
  private readonly known = new Map<string, Promise<unknown>>()
  constructor(base: string) {
    this.base = base
  }
  private fetched<T>(file: string): Promise<T> {
    const made = this.known.get(file) ?? fetch(`${this.base}${file}.json`).then((answer) => answer.json())
    this.known.set(file, made)
    return made as Promise<T>
  }
  private index = (): Promise<SearchIndex> => this.fetched<SearchIndex>('index')
  async find(text: string): Promise<SearchEntry[]> {
    const index = await this.index()
    const query = normalQuery(text, index.simplified)
    const file = query === '' ? null : fileFor(query, index)
    return file ? bestMatches(query, await this.fetched<SearchEntry[]>(file), shown + 1) : []
  }
  /** Starts to fetch what the first letter will need. */
  async warm(): Promise<void> {
    const { files, split } = await this.index()
    if (split.length === 0 && files[0]) await this.fetched(files[0])
  }
}

function option(entry: SearchEntry, i: number, agencies: string): HTMLElement {
  const item = document.createElement('li')
  item.id = `agency-search-${i}`
  item.role = 'option'
  item.lang = 'zh-CN'
  item.dataset['href'] = `${agencies}${encodeURIComponent(entry.id)}/`
  const name = document.createElement('span')
  name.textContent = entry.name
  item.append(name)
  const rest = [entry.place && !entry.name.startsWith(entry.place) ? entry.place : '', entry.also[0] ?? '']
  const small = document.createElement('span')
  small.className = 'small'
  small.textContent = rest.filter(Boolean).join(' · ')
  if (small.textContent) item.append(small)
  return item
}

function start(form: HTMLFormElement): void {
  const input = form.querySelector('input') as HTMLInputElement
  const list = form.querySelector('[role=listbox]') as HTMLElement
  const status = form.querySelector('[data-search-status]') as HTMLElement
  const { index = '', agency = '', count = '', more = '', none = '' } = form.dataset
  const files = new Files(index)
  let active = -1
  let asked = 0

  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)
  input.setAttribute('aria-expanded', 'false')

  const options = () => [...list.querySelectorAll<HTMLElement>('[role=option]')]
  const close = () => {
    list.hidden = true
    active = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const activate = (next: number) => {
    const all = options()
    active = all.length === 0 ? -1 : (next + all.length) % all.length
    all.forEach((one, i) => {
      one.setAttribute('aria-selected', String(i === active))
    })
    const chosen = all[active]
    if (!chosen) return
    input.setAttribute('aria-activedescendant', chosen.id)
    chosen.scrollIntoView({ block: 'nearest' })
  }
  const show = (found: readonly SearchEntry[]) => {
    const few = found.slice(0, shown)
    list.replaceChildren(...few.map((entry, i) => option(entry, i, agency)))
    const words = found.length > shown ? more : found.length === 0 ? none : count
    status.textContent = words.replace('{n}', String(few.length))
    if (found.length === 0) {
      const item = document.createElement('li')
      item.role = 'presentation'
      item.textContent = none
      list.append(item)
    }
    active = -1
    input.removeAttribute('aria-activedescendant')
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
  }
  const ask = async () => {
    const mine = ++asked
    if (input.value.trim() === '') {
      status.textContent = ''
      close()
      return
    }
    const found = await files.find(input.value)
    if (mine === asked) show(found)
  }
  const follow = (one: HTMLElement | undefined) => {
    if (one?.dataset['href']) location.assign(one.dataset['href'])
  }

  input.addEventListener('focus', () => void files.warm(), { once: true })
  input.addEventListener('input', () => void ask())
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (list.hidden) void ask()
      else activate(event.key === 'ArrowDown' ? active + 1 : Math.max(active, 0) - 1)
    } else if (event.key === 'Escape') {
      if (list.hidden) input.value = ''
      close()
      event.preventDefault()
    } else if (event.key === 'Enter' && !list.hidden) {
      const all = options()
      const chosen = all[active] ?? (all.length === 1 ? all[0] : undefined)
      if (chosen) event.preventDefault()
      follow(chosen)
    }
  })
  // The list must not take the focus from the box, or it would close before the click.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', (event) =>
    follow((event.target as HTMLElement).closest<HTMLElement>('[role=option]') ?? undefined),
  )
  form.addEventListener('focusout', (event) => {
    if (!form.contains(event.relatedTarget as Node | null)) close()
  })
  addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (target.closest('input, select, textarea, [contenteditable]')) return
    event.preventDefault()
    input.focus()
  })
}

const form = document.querySelector<HTMLFormElement>('[data-search-form]')
if (form) start(form)
