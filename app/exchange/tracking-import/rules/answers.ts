import { isId } from '../../../core/id.ts'
import type { Choice, FoundValue } from '../../../office/imports/door.ts'
import { type Around, codesOf } from './codes.ts'
import { fieldCodes, isCoded } from './fields.ts'

type Input = Record<string, string | string[]>

function first(input: Input, name: string): string {
  return [input[name] ?? ''].flat()[0] ?? ''
}

/** The field chosen for each of so many columns; '' where none, or one that does not exist. */
export function columnsIn(input: Input, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const field = first(input, `kolom-${i}`)
    return (fieldCodes as readonly string[]).includes(field) ? field : ''
  })
}

/** The values with the codes chosen for them; '' where none, or one that this field does not have. */
export function codesIn(input: Input, found: FoundValue[], around: Around): FoundValue[] {
  return found.map((value, i) => {
    const code = first(input, `waarde-${i}`)
    const exists = isCoded(value.field) && codesOf(value.field, around).some((known) => known.code === code)
    return { ...value, code: exists ? code : '' }
  })
}

/** What was chosen for each line on the page; anything else that came along is passed over. */
export function choicesIn(input: Input): Choice[] {
  return Object.keys(input).flatMap((name): Choice[] => {
    const line = Number(/^keuze-(\d{1,6})$/.exec(name)?.[1] ?? 0)
    const [choice, id] = first(input, name).split(':')
    if (line === 0) return []
    if (choice === 'same' && isId(id)) return [{ line, choice, sameAs: id ?? null }]
    return choice === 'new' || choice === 'skip' ? [{ line, choice, sameAs: null }] : []
  })
}
