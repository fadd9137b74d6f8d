import type { Option } from '../../../ui/choice.tsx'

/** Rows with an id and a name, as choices of a form. */
export function namedOptions(rows: { id: string; name: string }[]): Option[] {
  return rows.map(({ id, name }) => ({ value: id, label: name }))
}

/** Words by code, as choices of a form. */
export function codedOptions(labels: Record<string, string>): Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}
