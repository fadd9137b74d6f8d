import { expect, test } from 'vitest'
import { beyond, parts, type Right, seenBy, together, unseenBy } from './rights.ts'

const right = (section: string, over: Partial<Right> = {}): Right => ({
  section,
  circle: 'team',
  byRelation: 'BW 7:457 lid 2',
  byReferral: null,
  byConsent: null,
  byEmergency: null,
  writes: false,
  ...over,
})

test('each ground is said with its article', () => {
  const [seen] = seenBy([right('reports', { byConsent: 'BW 7:457 lid 1', byEmergency: 'AVG 9 lid 2 c' })])
  expect(seen?.grounds).toEqual([
    { ground: 'team', law: 'BW 7:457 lid 2' },
    { ground: 'consent', law: 'BW 7:457 lid 1' },
    { ground: 'emergency', law: 'AVG 9 lid 2 c' },
  ])
})

test('somebody who is named by the client is not called a member of the team', () => {
  const [seen] = seenBy([right('plan', { circle: 'named', byRelation: null, byConsent: 'AVG 9 lid 2 a' })])
  expect(seen?.grounds.map(({ ground }) => ground)).toEqual(['named'])
})

test('what is not among the rights is said not to be seen, and nothing is both', () => {
  const rights = [right('list'), right('agenda')]
  const seen = seenBy(rights).map(({ section }) => section)
  expect(unseenBy(rights)).toContain('in-confidence')
  expect([...seen, ...unseenBy(rights), 'own-reports'].sort()).toEqual([...parts].sort())
})

test('to register or to read the log is no part of a dossier', () => {
  const rights = [right('register', { circle: 'region' }), right('log', { circle: 'any' })]
  expect([seenBy(rights), beyond(rights)]).toEqual([[], ['register', 'log']])
})

test('who may open a dossier in an emergency reads that once', () => {
  const urgent = { byEmergency: 'AVG 9 lid 2 c' }
  expect(beyond([right('crisis', urgent), right('plan', urgent), right('notes')])).toEqual([
    'notes',
    'emergency',
  ])
})

test('parts on the same grounds are said together', () => {
  const groups = together(seenBy([right('plan'), right('identity'), right('crisis', { writes: true })]))
  expect(groups.map(({ sections }) => sections)).toEqual([['identity', 'plan'], ['crisis']])
})
