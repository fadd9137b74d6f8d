import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OrganisationId } from '../../../core/id.ts'
import { countSharing, type Together } from './caseload.ts'

const [ggz, vnn, living, welfare] = ['ggz', 'vnn', 'living', 'welfare'] as OrganisationId[] as [
  OrganisationId,
  OrganisationId,
  OrganisationId,
  OrganisationId,
]
const isWelfare = (id: OrganisationId) => id === welfare

const together = fc.array(
  fc.record({
    organisations: fc.subarray([ggz, vnn, living, welfare]),
    people: fc.integer({ min: 1, max: 200 }),
  }),
)

test('Assen, end of March 2020: 188 people, of whom 21 with two or more organisations', () => {
  const groups: Together[] = [
    { organisations: [ggz], people: 145 },
    { organisations: [ggz, living], people: 7 },
    { organisations: [ggz, vnn], people: 9 },
    { organisations: [ggz, vnn, living], people: 5 },
    { organisations: [living], people: 15 },
    { organisations: [vnn], people: 7 },
  ]
  const sharing = countSharing(groups, isWelfare)
  expect(sharing).toMatchObject({ people: 188, unique: 167, shared: 21, withoutOrganisation: 0 })
  expect(sharing.organisations).toEqual([
    { id: ggz, people: 166, unique: 145, shared: 21 },
    { id: living, people: 27, unique: 15, shared: 12 },
    { id: vnn, people: 21, unique: 7, shared: 14 },
  ])
})

test('welfare beside one care organisation is not sharing, and has people but no unique or shared', () => {
  const sharing = countSharing([{ organisations: [ggz, welfare], people: 5 }], isWelfare)
  expect(sharing).toMatchObject({ people: 5, unique: 5, shared: 0 })
  expect(sharing.organisations).toContainEqual({ id: welfare, people: 5, unique: null, shared: null })
})

test('with welfare alone, or nobody yet, a person is without a care organisation', () => {
  const groups = [
    { organisations: [welfare], people: 2 },
    { organisations: [], people: 3 },
  ]
  expect(countSharing(groups, isWelfare)).toMatchObject({ people: 5, withoutOrganisation: 5 })
})

test('unique, shared and without always add up to the people', () => {
  fc.assert(
    fc.property(together, (groups) => {
      const sharing = countSharing(groups, isWelfare)
      expect(sharing.people).toBe(groups.reduce((sum, { people }) => sum + people, 0))
      expect(sharing.unique + sharing.shared + sharing.withoutOrganisation).toBe(sharing.people)
    }),
  )
})

test('what each care organisation has alone adds up to the unique people, and its own two kinds to its people', () => {
  fc.assert(
    fc.property(together, (groups) => {
      const sharing = countSharing(groups, isWelfare)
      const alone = sharing.organisations.reduce((sum, { unique }) => sum + (unique ?? 0), 0)
      expect(alone).toBe(sharing.unique)
      for (const { people, unique, shared } of sharing.organisations)
        if (unique !== null) expect(unique + (shared ?? 0)).toBe(people)
    }),
  )
})
