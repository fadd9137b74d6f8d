import type { PageField } from './forms.ts'
import { isFreeText } from './typing.ts'

/** What no field may choke on. A lone surrogate goes as its bytes: no form can be made to send one. */
export const bad: Record<string, string | string[] | null> = {
  NUL: 'a\0b',
  'lone surrogate': '\uD800',
  'very long': 'x'.repeat(21_000),
  'year 9999': '9999-12-31',
  'no day at all': '0000-00-00',
  '31 February': '31-02-2026',
  infinite: '1e309',
  negative: '-1',
  'not a number': 'NaN',
  'not an id': "' or 1=1",
  repeated: ['een', 'twee'],
  missing: null,
}
/** In free text only these are bad, or odd at least. */
const badInText = ['NUL', 'lone surrogate', 'very long', 'repeated', 'missing']
/** Of what is chosen, not typed. */
const badChoice = ['NUL', 'very long', 'infinite', 'not an id', 'repeated', 'missing']
const chosen = ['select', 'radio', 'checkbox', 'hidden']

/** Which of those are tried at a field. */
export function kindsFor(field: PageField): string[] {
  if (isFreeText(field)) return badInText
  return chosen.includes(field.type) ? badChoice : Object.keys(bad)
}

/** What is refused comes before what may be taken: after that there may be no form any more. */
export function byCare(a: PageField, b: PageField): number {
  const care = (field: PageField) => (field.type === 'hidden' ? 2 : Number(isFreeText(field)))
  return care(a) - care(b)
}
