import { createContext, useContext } from 'hono/jsx'
import type { Lang } from '../core/texts'
import { texts } from './texts'

/** The language of the page; `Document` and `Form` provide it, Dutch where nobody does. */
export const LangContext = createContext<Lang>('nl')

/** The ui floor's own words in the language of the page. */
export function useWords() {
  return texts[useContext(LangContext)]
}
