import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deedOf, type Kind, type Look, momentsOf, partsOf } from './look.ts'

const kinds: Kind[] = [
  'dossier',
  'emergency',
  'list',
  'search',
  'many',
  'register',
  'job',
  'export',
  'rights',
  'refused',
]

test.each([
  [['list', 'dossier'], false, 'read'],
  [['dossier'], true, 'wrote'],
  [['list'], false, 'listed'],
  [['list', 'search'], false, 'found'],
  [['refused'], false, 'tried'],
  [['job'], false, 'delivered'],
  [['register', 'dossier'], true, 'registered'],
  [['dossier', 'rights'], true, 'rights'],
] as const)('%j (wrote: %s) is called %s', (did, wrote, deed) => {
  expect(deedOf({ kinds: [...did], wrote })).toBe(deed)
})

test('an emergency is never hidden behind anything else', () => {
  fc.assert(
    fc.property(fc.subarray(kinds), fc.boolean(), (did, wrote) => {
      expect(deedOf({ kinds: did, wrote }) === 'emergency').toBe(did.includes('emergency'))
    }),
  )
})

test('parts that every opening brings along are not said', () => {
  expect(partsOf(['list', 'reports', 'log', 'notes'])).toEqual(['reports'])
})

test('a client is not made to think that somebody told something', () => {
  const open = ['reports', 'in-confidence']
  expect(partsOf(open, 'client')).toEqual(['reports'])
  expect(partsOf(open, 'staff')).toEqual(open)
})

test('the time that is said is of what is said, and that the dossier was open later is said beside it', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 9, minute))
  const look = (kindsAt: Partial<Record<Kind, number>>): Look => ({
    day: '2026-11-24',
    lastAt: at(59),
    personId: 'p',
    person: 'Anouk',
    function: '',
    role: 'secretariat',
    organisation: '',
    kinds: Object.keys(kindsAt) as Kind[],
    kindsAt: Object.values(kindsAt).map(at),
    sections: [],
    wrote: true,
  })
  expect(momentsOf(look({ dossier: 48, list: 50, register: 43 }))).toEqual({ at: at(43), until: at(48) })
  expect(momentsOf(look({ dossier: 41, register: 43 }))).toEqual({ at: at(43), until: null })
  expect(momentsOf(look({ dossier: 20, list: 50, many: 30 }))).toEqual({ at: at(30), until: null })
})
