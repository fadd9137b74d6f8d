import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../../../core/day.ts'
import type { ClientId } from '../../../core/id.ts'
import { choose, type ListedClient, letterOf, pageSize, readChoice } from './client-list.ts'

function client(familyName: string, phase: ListedClient['phase'] = 'care'): ListedClient {
  const since = '2026-01-01' as Day
  return {
    clientId: familyName as ClientId,
    givenName: 'A',
    infix: '',
    familyName,
    birthDate: null,
    phase,
    since,
  }
}

const clients = fc.array(
  fc
    .record({ name: fc.constantFrom('Jansen', 'Özdemir', 'Élise', '’t Hart', 'Bakker'), phase: phases() })
    .map(({ name, phase }) => client(name, phase)),
  { maxLength: 200 },
)

function phases() {
  return fc.constantFrom('referral' as const, 'care' as const, 'aftercare' as const)
}

test('a name with an accent stands under its plain letter', () => {
  expect(['Özdemir', 'élise', 'Ångström', "'t Hart", ''].map(letterOf)).toEqual(['O', 'E', 'A', '', ''])
})

test('an address asks only what the list knows', () => {
  expect(readChoice({ letter: 'B', fase: 'care', vanaf: '50' })).toEqual({
    letter: 'B',
    phase: 'care',
    from: 50,
  })
  expect(readChoice({ letter: 'bb', fase: 'x', vanaf: '-1' })).toEqual({ letter: '', phase: '', from: 0 })
  expect(readChoice({ vanaf: '77' }).from).toBe(50)
})

test('the pages together are the whole choice, each client once', () => {
  fc.assert(
    fc.property(clients, phases(), (list, phase) => {
      const choice = { letter: '', phase, from: 0 } as const
      const { total } = choose(list, choice)
      const pages = Array.from({ length: Math.ceil(total / pageSize) }, (_, i) =>
        choose(list, { ...choice, from: i * pageSize }),
      )
      expect(pages.flatMap((page) => page.rows)).toEqual(list.filter((one) => one.phase === phase))
      expect(pages.every((page) => page.rows.length <= pageSize)).toBe(true)
    }),
  )
})

test('every letter that is offered leads to somebody', () => {
  fc.assert(
    fc.property(clients, (list) => {
      for (const letter of choose(list, { letter: '', phase: '', from: 0 }).letters)
        expect(choose(list, { letter, phase: '', from: 0 }).total).toBeGreaterThan(0)
    }),
  )
})

test('a page beyond the last is the first', () => {
  expect(choose([client('Jansen')], { letter: '', phase: '', from: 500 })).toMatchObject({
    start: 0,
    total: 1,
  })
})
