/** One field of a form in a page: what it holds, and what may be chosen. */
export type PageField = {
  name: string
  type: string
  value: string
  options: string[]
  maxlength: number
  numeric: boolean
}

/** A form of a page that posts. */
export type PageForm = { action: string; multipart: boolean; fields: PageField[]; button: string[] }

/** The forms of a page that post, as a browser would fill them in; `at` is the address of the page. */
export function formsIn(html: string, at: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, tag = '', inner = '']) => {
    if (attribute(tag, 'method') !== 'post') return []
    const multipart = attribute(tag, 'enctype') === 'multipart/form-data'
    const button = /<button\b[^>]*\bname="([^"]*)"[^>]*\bvalue="([^"]*)"/.exec(inner)?.slice(1) ?? []
    return [{ action: attribute(tag, 'action') || at, multipart, fields: merged(fieldsIn(inner)), button }]
  })
}

function fieldsIn(inner: string): PageField[] {
  const inputs = [...inner.matchAll(/<input\b([^>]*)>/g)].map(([, tag = '']) => inputOf(tag))
  const areas = [...inner.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)].map(
    ([, tag = '', text = '']) => ({ ...inputOf(tag), type: 'textarea', value: unescaped(text).trim() }),
  )
  const selects = [...inner.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].map(
    ([, tag = '', list = '']) => selectOf(tag, list),
  )
  return [...inputs, ...areas, ...selects].filter((field) => field.name !== '')
}

function inputOf(tag: string): PageField {
  const type = attribute(tag, 'type') || 'text'
  const value = attribute(tag, 'value')
  const chosen = !['radio', 'checkbox'].includes(type) || /\bchecked\b/.test(tag)
  return {
    name: attribute(tag, 'name'),
    type,
    value: chosen ? value : '',
    options: ['radio', 'checkbox'].includes(type) ? [value] : [],
    maxlength: Number(attribute(tag, 'maxlength') || 0),
    numeric: attribute(tag, 'inputmode') === 'numeric',
  }
}

function selectOf(tag: string, list: string): PageField {
  const options = [...list.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => ({
    value: attribute(option, 'value'),
    chosen: /\bselected\b/.test(option),
  }))
  const value = options.find((option) => option.chosen)?.value ?? ''
  return {
    ...inputOf(tag),
    type: 'select',
    value,
    options: options.map((option) => option.value).filter(Boolean),
  }
}

// Buttons of one choice are one field.
function merged(fields: PageField[]): PageField[] {
  const byName = new Map<string, PageField>()
  for (const field of fields) {
    const earlier = byName.get(field.name)
    if (!earlier) byName.set(field.name, field)
    else
      byName.set(field.name, {
        ...earlier,
        value: earlier.value || field.value,
        options: [...earlier.options, ...field.options],
      })
  }
  return [...byName.values()]
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
}
