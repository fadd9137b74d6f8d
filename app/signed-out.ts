import { link } from './links.ts'
import { dropKeptForm, keepForm, openKeptForm } from './people/accounts/door.ts'
import type { Ctx, Route } from './platform/web.ts'

/** Signing in comes first, then back to the page; what was posted waits there for the same person. */
export async function signInFirst(c: Ctx, route: Route): Promise<Response> {
  const back: Record<string, string> = route.get && c.req.path !== '/' ? { terug: c.req.path } : {}
  if (c.req.method === 'GET') return c.redirect(link('signIn', {}, back), 303)
  const isKept = route.get && !route.secret && (await keepForm(c))
  return c.redirect(link('signIn', {}, { ...back, gedaan: isKept ? 'bewaard' : 'niet-bewaard' }), 303)
}

/** A page on which a form waits is shown with what was typed in it; from then on the form is nowhere but there. */
export async function withKeptForm(c: Ctx, handler: NonNullable<Route['get']>): Promise<Response> {
  const kept = c.var.me && !isPrefetch(c) ? await openKeptForm(c, c.var.me.personId) : null
  if (kept?.form.path !== c.req.path) return handler(c)
  c.set('kept', kept.form)
  const response = await handler(c)
  if (response.status === 200) await dropKeptForm(c.var.house, kept.id)
  return response
}

// A browser that fetches ahead shows nothing to anybody.
function isPrefetch(c: Ctx): boolean {
  return [c.req.header('sec-purpose'), c.req.header('x-sec-purpose')].some((purpose) =>
    purpose?.includes('prefetch'),
  )
}
