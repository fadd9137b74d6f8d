import { setCookie } from 'hono/cookie'
import { type Ctx, typed } from '../../../platform/web.ts'
import { cookieRules, isToken, keptFormCookie } from '../rules/cookie.ts'
import { keptSeconds } from '../rules/kept-form.ts'
import { insertKeptForm, whoseWas } from '../store/kept-forms.ts'

// A long report is ten thousand characters; what is larger was never typed.
const atMost = 64 * 1024

/**
 * Keeps what was posted by somebody whose session had ended, sealed, for the same person; files are left out. Who that
 * was the database says, by the token. False when nothing was kept: nobody's session, or too large.
 */
export async function keepForm(c: Ctx): Promise<boolean> {
  const { house, token } = c.var
  const personId = isToken(token) ? await whoseWas(house, token) : null
  if (!personId) return false
  const input = await typed(c)
  if (JSON.stringify(input).length > atMost) return false
  const id = await insertKeptForm(house, personId, { path: c.req.path, input })
  setCookie(c, keptFormCookie, id, { ...cookieRules(house.config.PUBLIC_URL), maxAge: keptSeconds })
  return true
}
