/** A combobox whose list holds the agencies that match; what it needs is fetched when it is first used. */
import { bestMatches, fileFor, normalQuery, type SearchEntry, type SearchIndex } from '../search/match.ts'
import { fetchOnce } from './page.ts'

const shown = 10

async function find(base: string, text: string): Promise<SearchEntry[]> {
  const index = await fetchOnce<SearchIndex>(`${base}index.json`)
  const query = normalQuery(text, index.simplified)
  const file = query === '' ? null : fileFor(query, index)
  return file ? bestMatches(query, await fetchOnce<SearchEntry[]>(`${base}${file}.json`), shown + 1) : []
}

/** Starts to fetch what the first letter will need. */
async function warm(base: string): Promise<void> {
  const { files, split } = await fetchOnce<SearchIndex>(`${base}index.json`)
  if (split.length === 0 && files[0]) await fetchOnce(`${base}${files[0]}.json`)
}

function option(entry: SearchEntry, id: string): HTMLElement {
  const item = document.createElement('li')
  item.id = id
  item.role = 'option'
  item.lang = 'zh-CN'
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

/** Makes the box in `form` a combobox; `choose` is called with the agency that was chosen. */
export function agencyCombobox(form: HTMLElement, choose: (entry: SearchEntry) => void): HTMLInputElement {
  const input = form.querySelector('input') as HTMLInputElement
  const list = form.querySelector('[role=listbox]') as HTMLElement
  const popup = form.querySelector('[data-search-found]') as HTMLElement
  const status = form.querySelector('[role=status]') as HTMLElement
  const { index = '', count = '', more = '', none = '' } = form.dataset
  let found: readonly SearchEntry[] = []
  let active = -1
  let asked = 0

  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)
  input.setAttribute('aria-expanded', 'false')

  const options = () => [...list.querySelectorAll<HTMLElement>('[role=option]')]
  const close = () => {
    popup.hidden = true
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
  const show = (entries: readonly SearchEntry[]) => {
    found = entries.slice(0, shown)
    list.replaceChildren(...found.map((entry, i) => option(entry, `${list.id}-${i}`)))
    const words = entries.length > shown ? more : entries.length === 0 ? none : count
    status.textContent = words.replace('{n}', String(found.length))
    if (entries.length === 0) {
      const item = document.createElement('li')
      item.role = 'presentation'
      item.textContent = none
      list.append(item)
    }
    active = -1
    input.removeAttribute('aria-activedescendant')
    popup.hidden = false
    input.setAttribute('aria-expanded', 'true')
  }
  const ask = async () => {
    const mine = ++asked
    if (input.value.trim() === '') {
      status.textContent = ''
      close()
      return
    }
    const entries = await find(index, input.value)
    if (mine === asked) show(entries)
  }
  const take = (i: number) => {
    const entry = found[i]
    if (!entry) return
    close()
    choose(entry)
  }

  input.addEventListener('focus', () => void warm(index), { once: true })
  input.addEventListener('input', () => void ask())
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (popup.hidden) void ask()
      else activate(event.key === 'ArrowDown' ? active + 1 : Math.max(active, 0) - 1)
    } else if (event.key === 'Escape') {
      if (popup.hidden) input.value = ''
      close()
      event.preventDefault()
    } else if (event.key === 'Enter' && !popup.hidden) {
      const chosen = active >= 0 ? active : found.length === 1 ? 0 : -1
      if (chosen < 0) return
      event.preventDefault()
      take(chosen)
    }
  })
  // The list must not take the focus from the box, or it would close before the click.
  popup.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const chosen = (event.target as HTMLElement).closest<HTMLElement>('[role=option]')
    if (chosen) take(options().indexOf(chosen))
  })
  form.addEventListener('focusout', (event) => {
    if (!form.contains((event as FocusEvent).relatedTarget as Node | null)) close()
  })
  return input
}
