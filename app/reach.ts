import type { Role } from './core/role.ts'
import { paths } from './links.ts'
import type { Route } from './platform/web.ts'
import { routes } from './routes.ts'

const atPattern = new Map(routes.map((route) => [patternOf(paths[route.path]), route]))

/** The page that stands at a path, if any does. */
export function routeAt(path: string): Route | undefined {
  return atPattern.get(patternOf(path))
}

/** Whether the page that a link of ours leads to is for this role; what is no page of ours is for everybody. */
export function isWithinReach(href: string, role: Role): boolean {
  const route = routeAt(href.replace(/[?#].*$/s, ''))
  return !Array.isArray(route?.for) || route.for.includes(role)
}

// The path of a route, or an address of its page, with every name or id in it as the same word: each link of each page asks,
// so it is one look-up.
function patternOf(path: string): string {
  return path.replace(/\/(?::\w+|[\da-f-]{36})(?![^/])/g, '/:id')
}
