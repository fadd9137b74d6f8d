import { deleteCookie, getCookie } from 'hono/cookie'
import { isId } from '../../../core/id.ts'
import type { Ctx } from '../../../platform/web.ts'
import { cookieRules, keptFormCookie } from '../rules/cookie.ts'
import { deleteKeptForm, findKeptForm, type KeptForm } from '../store/kept-forms.ts'

/**
 * The form that waits for whoever has signed in in this browser; null when there is none. One that waited for somebody
 * else, or too long, is destroyed.
 */
export async function openKeptForm(c: Ctx, personId: string): Promise<{ id: string; form: KeptForm } | null> {
  const { house } = c.var
  const id = getCookie(c, keptFormCookie)
  if (id === undefined) return null
  const form = isId(id) ? await findKeptForm(house, id, personId) : null
  if (form) return { id, form }
  deleteCookie(c, keptFormCookie, cookieRules(house.config.PUBLIC_URL))
  if (isId(id)) await deleteKeptForm(house, id)
  return null
}
