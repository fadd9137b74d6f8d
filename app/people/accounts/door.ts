import { getCookie } from 'hono/cookie'
import { asker, type Ctx } from '../../platform/web.ts'
import { isToken, sessionCookie } from './rules/cookie.ts'
import { findMe } from './store/sessions.ts'

/** What was posted after a session ended waits, sealed, for the same person; and is opened when that person is back. */
export { keepForm } from './acts/keep-form.ts'
/** Joins an account to the client, relative or representative it belongs to. */
export { linkPerson } from './acts/link-person.ts'
/** The form that waits for whoever signed in in this browser; one of somebody else is destroyed. */
export { openKeptForm } from './acts/open-kept-form.ts'
/** Region, first organisation and first administrator of an empty database; the administrator's person id. */
export { setUp } from './acts/set-up.ts'
/** The token of a session without proof, for tests and the demo; NotFound in a real database. */
export { signInAs } from './acts/sign-in-as.ts'
/** Adds somebody to the cast on the sign-in page of a demo, `sort` in the order of the story; refused in a real database. */
export { insertDemoPerson as addDemoPerson } from './store/demo-people.ts'
/** The posts and sides that a person can sign in as. */
export { entriesOf } from './store/entries.ts'
/** Destroys a kept form; clearKeptForms those that nobody came back for, a part of cleaning up. */
export { clearKeptForms, deleteKeptForm as dropKeptForm } from './store/kept-forms.ts'
/** Whether there is a region yet; before that there is nobody to sign in, and setting up asks for the code. */
export { isSetUp, setUpCode } from './store/set-up.ts'
/** Name of the session cookie, for tests and tools that carry a token. */
export { sessionCookie }
/** Puts who is signed in beside the request, from the session cookie; nobody when it ended. */
export async function whoIsAsking(c: Ctx): Promise<void> {
  const token = getCookie(c, sessionCookie(c.var.house.config.PUBLIC_URL))
  if (!isToken(token)) return
  c.set('token', token)
  c.set('me', await findMe(asker(c)))
}
