import { createContext } from 'hono/jsx'
import type { FormState } from '../core/form'

/** What somebody sent to this page when the session had ended; null on almost every page. */
export const KeptFormContext = createContext<FormState['input'] | null>(null)

/** The field that says which form of a page was sent, where it has more than one. */
export const formField = '_formulier'
