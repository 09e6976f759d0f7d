/** The search in the text: what was asked stands in the address; what it needs is fetched when it is asked. */
import { sourceHref } from '../i18n/addresses.ts'
import { textSearchWords } from '../i18n/textSearch.ts'
import { undated } from '../textSearch/files.ts'
import { findInText, type Hit } from '../textSearch/find.ts'
import { questionOf, type Simplified } from '../textSearch/normal.ts'
import { fetchOnce, locale, make } from './page.ts'

/** How many places are shown at a time, and how many bytes may be loaded for them before the reader is asked. */
const shown = 10
const mostBytes = 180_000

type Words = typeof textSearchWords
const say = (key: keyof Words, values: Readonly<Record<string, string>> = {}): string =>
  textSearchWords[key][locale].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')

let loaded = 0
/** Fetches a file, and adds up what was sent for it, compressed. */
async function load<Content>(address: string): Promise<Content> {
  const content = await fetchOnce<Content>(address)
  for (const entry of performance.getEntriesByName(new URL(address, location.href).href))
    loaded += (entry as PerformanceResourceTiming).encodedBodySize
  performance.clearResourceTimings()
  return content
}

const yearWords = (year: string): string => (year === undated ? say('undated') : year)

function place({ year, report, name, heading, place, snippet }: Hit): HTMLElement {
  const words = snippet.map(({ text, isHit }) => (isHit ? make('mark', {}, text) : text))
  const label = [name, yearWords(year), heading].filter(Boolean).join(' · ')
  return make(
    'li',
    {},
    make('a', { href: `${sourceHref(locale, report)}#${place}`, lang: 'zh-CN' }, label),
    make('p', { lang: 'zh-CN' }, ...words),
  )
}

function start(form: HTMLFormElement): void {
  const status = document.querySelector('[data-text-status]') as HTMLElement
  const list = document.querySelector('[data-text-places]') as HTMLElement
  const more = document.querySelector('[data-text-more]') as HTMLButtonElement
  const [input, select] = [form.elements.namedItem('q'), form.elements.namedItem('year')] as [
    HTMLInputElement,
    HTMLSelectElement,
  ]
  const { index = '' } = form.dataset
  const allYears = [...select.options].map((option) => option.value).filter(Boolean)
  let places: AsyncGenerator<Hit | string> | undefined
  let asked = 0
  let count = 0
  let reached = ''

  /** Shows the next places; the focus goes to the first of them where a reader asked for more. */
  const goOn = async (mine: number) => {
    const before = count
    loaded = 0
    more.hidden = true
    for (;;) {
      const next = await places?.next()
      if (mine !== asked) return
      if (!next || next.done) break
      if (typeof next.value === 'string') reached = next.value
      else {
        list.append(place(next.value))
        list.hidden = false
        count += 1
      }
      if (count - before < shown && loaded < mostBytes) continue
      status.textContent = say(count > 0 ? 'paused' : 'noneYet', {
        n: String(count),
        year: yearWords(reached),
      })
      more.hidden = false
      return
    }
    const years = select.value ? (select.selectedOptions[0]?.text ?? '') : say('all')
    status.textContent = say(count > 0 ? 'found' : 'none', { n: String(count), years })
  }

  const ask = async () => {
    asked += 1
    const mine = asked
    count = 0
    list.replaceChildren()
    list.hidden = true
    more.hidden = true
    if (input.value.trim() === '') {
      status.textContent = ''
      return
    }
    status.textContent = say('busy')
    try {
      const simplified = await load<Simplified>(`${index}simplified.json`)
      if (mine !== asked) return
      const question = questionOf(input.value, simplified)
      if (question.terms.length === 0) {
        status.textContent = say('short')
        return
      }
      const years = select.value ? [select.value] : allYears
      places = findInText(question, years, simplified, (path) => load(`${index}${path}`))
      await goOn(mine)
    } catch {
      if (mine === asked) status.textContent = say('failed')
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const query = new URLSearchParams({
      q: input.value.trim(),
      ...(select.value ? { year: select.value } : {}),
    })
    history.replaceState(null, '', `?${query}`)
    void ask()
  })
  more.addEventListener('click', async () => {
    const before = list.children.length
    await goOn(asked).catch(() => {
      status.textContent = say('failed')
    })
    list.children[before]?.querySelector('a')?.focus()
  })

  const address = new URLSearchParams(location.search)
  const year = address.get('year') ?? ''
  input.value = address.get('q') ?? ''
  if (allYears.includes(year)) select.value = year
  if (input.value) void ask()
}

const form = document.querySelector<HTMLFormElement>('[data-text-search]')
if (form) start(form)
