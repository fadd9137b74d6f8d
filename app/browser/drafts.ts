import { onceField } from '../core/form'

// What is typed in a form with data-draft stays in this tab until it was sent: a network that stops, a page that is left
// by mistake, lose nothing. With it goes what the form was made from (its version, the id of what it makes), so that old
// words never pass for a change of newer ones. Passwords, files and a bsn are never kept, nor by which a form is taken once;
// signing out throws all of it away, and so does the arrival of somebody else.
const prefix = 'concept:'
const kept = `input:not([type=password], [type=file], [name=bsn], [name=${onceField}]), textarea, select`

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Typed = Record<string, string[]>

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.querySelectorAll<Field>(kept)].filter((field) => field.name !== '')
}

function isChoice(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')
}

/** Who looks at this page; nobody is signed in without. */
function person(): string | undefined {
  return document.body.dataset.person
}

function keyOf(form: HTMLFormElement): string {
  return `${prefix}${person()}:${form.dataset.draft}`
}

function keep(form: HTMLFormElement): void {
  const typed: Typed = {}
  for (const field of fieldsOf(form)) {
    const values = typed[field.name] ?? []
    typed[field.name] = values
    if (!isChoice(field) || field.checked) values.push(field.value)
  }
  sessionStorage.setItem(keyOf(form), JSON.stringify(typed))
}

// A form that came back shows what was typed already.
function restore(form: HTMLFormElement): void {
  const text = sessionStorage.getItem(keyOf(form))
  if (!text || 'typed' in form.dataset) return
  const typed = JSON.parse(text) as Typed
  for (const field of fieldsOf(form)) fill(field, typed[field.name])
  form.querySelector('[data-draft-back]')?.removeAttribute('hidden')
}

function fill(field: Field, values: string[] | undefined): void {
  if (!values) return
  if (isChoice(field)) {
    field.checked = values.includes(field.value)
    return
  }
  const value = values.shift()
  if (value !== undefined && mayHold(field, value)) field.value = value
}

function mayHold(field: Field, value: string): boolean {
  return !(field instanceof HTMLSelectElement) || [...field.options].some((option) => option.value === value)
}

function formOf(event: Event): HTMLFormElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLFormElement>('form[data-draft]') : null
}

// Somebody else may sign in where a session ended.
function forgetOthers(): void {
  if (!person()) return
  const others = Object.keys(sessionStorage).filter((key) => !key.startsWith(`${prefix}${person()}:`))
  for (const key of others.filter((each) => each.startsWith(prefix))) sessionStorage.removeItem(key)
}

type Sent = CustomEvent<{ success: boolean; fetchResponse?: { response: Response } }>

// To sign in first is no success: then what was typed may be all there is.
function isDone({ detail }: Sent): boolean {
  const answer = detail.fetchResponse?.response
  return detail.success && answer !== undefined && new URL(answer.url).pathname !== '/aanmelden'
}

/** Keeps drafts on this page and on those that follow. */
export function keepDrafts(): void {
  document.addEventListener('input', (event) => {
    const form = formOf(event)
    if (form) keep(form)
  })
  document.addEventListener('turbo:load', () => {
    forgetOthers()
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) restore(form)
  })
  document.addEventListener('turbo:submit-end', (event) => {
    const form = formOf(event)
    if (form && isDone(event as Sent)) sessionStorage.removeItem(keyOf(form))
  })
  // The button beside a draft that was put back: without it, the page is as the server has it.
  document.addEventListener('reset', (event) => {
    const form = formOf(event)
    if (!form) return
    sessionStorage.removeItem(keyOf(form))
    location.reload()
  })
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (form instanceof HTMLFormElement && form.getAttribute('action') === '/afmelden') sessionStorage.clear()
  })
}
