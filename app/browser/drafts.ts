// What is typed in a form with data-draft stays in this tab until it was sent: a network that stops, a page that is left
// by mistake, lose nothing. Passwords, files and hidden fields are never kept; signing out throws all of it away.
const prefix = 'concept:'
const kept =
  'input:not([type=password]):not([type=file]):not([type=hidden]):not([name=bsn]), textarea, select'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.querySelectorAll<Field>(kept)].filter((field) => field.name !== '')
}

function isChoice(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')
}

function keep(form: HTMLFormElement): void {
  const typed = fieldsOf(form).map((field) => (isChoice(field) ? field.checked : field.value))
  sessionStorage.setItem(prefix + form.dataset.draft, JSON.stringify(typed))
}

// A form that came back with errors shows what was typed already; a draft of another shape is of an older page.
function restore(form: HTMLFormElement): void {
  const text = sessionStorage.getItem(prefix + form.dataset.draft)
  if (!text || document.querySelector('[role=alert]')) return
  const typed = JSON.parse(text) as (string | boolean)[]
  const fields = fieldsOf(form)
  if (typed.length !== fields.length) return
  for (const [i, field] of fields.entries()) {
    const value = typed[i]
    if (isChoice(field)) field.checked = value === true
    else if (typeof value === 'string') field.value = value
  }
}

function formOf(event: Event): HTMLFormElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLFormElement>('form[data-draft]') : null
}

/** Keeps drafts on this page and on those that follow. */
export function keepDrafts(): void {
  document.addEventListener('input', (event) => {
    const form = formOf(event)
    if (form) keep(form)
  })
  document.addEventListener('turbo:load', () => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) restore(form)
  })
  document.addEventListener('turbo:submit-end', (event) => {
    const form = formOf(event)
    const { success } = (event as CustomEvent<{ success: boolean }>).detail
    if (form && success) sessionStorage.removeItem(prefix + form.dataset.draft)
  })
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (form instanceof HTMLFormElement && form.getAttribute('action') === '/afmelden') sessionStorage.clear()
  })
}
