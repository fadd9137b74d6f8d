import type { Role } from './core/role.ts'
import { paths } from './links.ts'
import type { Route } from './platform/web.ts'
import { routes } from './routes.ts'

// The path itself before one with a name in it: /aanmeldingen/nieuw is no referral.
const patterns = routes
  .map((route) => ({ route, parts: paths[route.path].split(':').length }))
  .sort((a, b) => a.parts - b.parts)
  .map(({ route }) => ({ route, at: new RegExp(`^${paths[route.path].replace(/:\w+/g, '[^/]+')}$`) }))

/** The page that stands at a path, if any does. */
export function routeAt(path: string): Route | undefined {
  return patterns.find(({ at }) => at.test(path))?.route
}

/** Whether the page that a link of ours leads to is for this role; what is no page of ours is for everybody. */
export function isWithinReach(href: string, role: Role): boolean {
  const route = routeAt(href.replace(/[?#].*$/s, ''))
  return !Array.isArray(route?.for) || route.for.includes(role)
}
