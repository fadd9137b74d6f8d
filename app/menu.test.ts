import { expect, test } from 'vitest'
import { roles, usesPortal } from './core/role.ts'
import { menuOf } from './menu.ts'
import { routes } from './routes.ts'

test.each(roles)('every entry in the menu of a %s leads to a page of that role', (role) => {
  const closed = menuOf(role).filter(({ path }) => {
    const route = routes.find((one) => one.path === path)
    return !route?.get || (Array.isArray(route.for) && !route.for.includes(role))
  })
  expect(closed.map(({ path }) => path)).toEqual([])
})

test('whoever works here finds what the own role may see', () => {
  const without = roles.filter(
    (role) => !usesPortal(role) && !menuOf(role).some(({ path }) => path === 'honest'),
  )
  expect(without).toEqual([])
})
