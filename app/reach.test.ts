import { expect, test } from 'vitest'
import { newId } from './core/id.ts'
import { roles } from './core/role.ts'
import { paths } from './links.ts'
import { isWithinReach } from './reach.ts'
import { routes } from './routes.ts'

// Which page a link leads to, and for whom that is: the same answer as the table of routes gives.

test('a link to each page is for the roles of that page, whatever it asks', () => {
  expect(new Set(routes.map(({ path }) => paths[path])).size).toBe(routes.length)
  for (const route of routes) {
    const href = paths[route.path].replace(/:\w+/g, () => newId())
    const whose = roles.filter((role) => !Array.isArray(route.for) || route.for.includes(role))
    for (const end of ['', '?team=1', '#inhoud', '?a=/x#b'])
      expect(
        roles.filter((role) => isWithinReach(href + end, role)),
        href,
      ).toEqual(whose)
  }
})

test('what is no page of ours is for everybody', () => {
  for (const href of ['#inhoud', 'https://voorbeeld.nl', 'mailto:a@voorbeeld.nl', '/clienten/x/y/z'])
    expect(roles.every((role) => isWithinReach(href, role))).toBe(true)
})
