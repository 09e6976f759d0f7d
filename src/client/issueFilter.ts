/** Makes a page of issues searchable: rows carry what they are found by in `data-issue`; others are hidden. */
function searchIssues(form: HTMLFormElement): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-issue]')]
  const count = form.querySelector<HTMLElement>('[data-issue-count]')
  const none = document.querySelector<HTMLElement>('[data-issue-none]')
  const show = () => {
    const words = String(new FormData(form).get('q') ?? '')
      .toLowerCase()
      .split(/\s+/)
    let shown = 0
    for (const row of rows) {
      row.hidden = !words.every((word) => row.dataset['issue']?.includes(word))
      if (!row.hidden) shown += 1
    }
    const text = form.dataset['count'] ?? ''
    if (count) count.textContent = text.replace('{n}', String(shown)).replace('{all}', String(rows.length))
    if (none) none.hidden = shown > 0
  }
  form.hidden = false
  show()
  form.addEventListener('input', show)
  form.addEventListener('submit', (event) => event.preventDefault())
  // The field is emptied only after the event.
  form.addEventListener('reset', () => setTimeout(show))
}

const issueForm = document.querySelector<HTMLFormElement>('[data-issue-filter]')
if (issueForm) searchIssues(issueForm)
