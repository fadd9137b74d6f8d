import { keepSealed, keptSealed } from '../../../platform/sealed-cookie.ts'
import type { Ctx } from '../../../platform/web.ts'
import type { Search } from '../rules/person-form.ts'

const cookie = { name: 'ol-zoek', purpose: 'search', seconds: 600 }

/** Keeps who is looked for in the browser, sealed, for ten minutes: a name belongs in no address and no log of requests. */
export function rememberSearch(c: Ctx, search: Search): void {
  keepSealed(c, cookie, JSON.stringify(search))
}

/** Who was looked for in this session, at most ten minutes ago; null otherwise. */
export function rememberedSearch(c: Ctx): Search | null {
  const kept = keptSealed(c, cookie)
  return kept === null ? null : (JSON.parse(kept) as Search)
}
