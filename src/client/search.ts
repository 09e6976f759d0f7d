/** The search of every page: leads to the agency that was chosen. Without it the form leads to the list of agencies. */
import { agencyCombobox } from './agencyCombobox.ts'

const form = document.querySelector<HTMLFormElement>('[data-search-form]')
if (form) {
  const input = agencyCombobox(form, ({ id }) =>
    location.assign(`${form.dataset['agency']}${encodeURIComponent(id)}/`),
  )
  const inText = form.querySelector<HTMLAnchorElement>('[data-search-text]')
  const page = inText?.href
  input.addEventListener('input', () => {
    if (inText) inText.href = `${page}?q=${encodeURIComponent(input.value.trim())}`
  })
  addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (target.closest('input, select, textarea, [contenteditable]')) return
    event.preventDefault()
    input.focus()
  })
}
