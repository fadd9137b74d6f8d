import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deedOf, type Kind, partsOf } from './look.ts'

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
