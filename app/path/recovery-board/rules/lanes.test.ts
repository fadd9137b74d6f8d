import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../../../core/day.ts'
import type { ClientId } from '../../../core/id.ts'
import { type BoardLine, signsOf } from './card.ts'
import { choicesFor, inOrder, isShown, lanesOf, mayMove, orderOf, selections, sightOf } from './lanes.ts'

const today = '2026-11-24' as Day
const line: BoardLine = {
  clientId: 'c' as ClientId,
  givenName: 'Noor',
  infix: '',
  familyName: 'Veen',
  carePhase: 'care',
  lastDay: null,
  phase: 2,
  phaseSince: '2026-01-01' as Day,
  previousPhase: null,
  ownQuestion: 'Ik wil weer slapen',
  lastContactOn: '2026-11-20' as Day,
  organisations: 1,
  shared: false,
  endsOn: null,
  mine: false,
  seesContacts: true,
  seesPhases: true,
}

test('three weeks without contact is quiet, a day less is not', () => {
  expect(signsOf({ ...line, lastContactOn: addDays(today, -20) }, today)).toMatchObject({
    quietDays: 20,
    isQuiet: false,
  })
  expect(signsOf({ ...line, lastContactOn: addDays(today, -21) }, today).isQuiet).toBe(true)
})

test('who never had a contact is said so; what may not be seen is never called absent', () => {
  const never = { ...line, lastContactOn: null }
  expect(signsOf(never, today)).toMatchObject({ hasNoContact: true, quietDays: null, isQuiet: false })
  expect(signsOf({ ...never, seesContacts: false }, today).hasNoContact).toBe(false)
})

test('a year in one phase asks to look anew', () => {
  expect(signsOf({ ...line, phaseSince: addDays(today, -364) }, today).isLongSame).toBe(false)
  expect(signsOf({ ...line, phaseSince: addDays(today, -365) }, today).isLongSame).toBe(true)
})

test('a change of phase is news for a month, whichever way it went', () => {
  const moved = { ...line, phase: 2 as const, previousPhase: 3 as const }
  expect(signsOf({ ...moved, phaseSince: addDays(today, -29) }, today).movedFrom).toBe(3)
  expect(signsOf({ ...moved, phaseSince: addDays(today, -30) }, today).movedFrom).toBeNull()
  expect(signsOf({ ...line, phaseSince: addDays(today, -3) }, today).movedFrom).toBeNull()
})

test('everybody stands in exactly one lane', () => {
  const phase = fc.constantFrom(null, 1 as const, 2 as const, 3 as const, 4 as const)
  fc.assert(
    fc.property(fc.array(phase), (all) => {
      const lines = all.map((one, i) => ({ ...line, clientId: `${i}` as ClientId, phase: one }))
      const lanes = lanesOf(lines)
      expect(lanes.map((lane) => lane.phase)).toEqual([0, 1, 2, 3, 4])
      expect(lanes.flatMap((lane) => lane.lines).length).toBe(lines.length)
      for (const lane of lanes) for (const one of lane.lines) expect(one.phase ?? 0).toBe(lane.phase)
    }),
  )
})

test('in care and aftercare share everyone between them', () => {
  for (const carePhase of ['care', 'aftercare'] as const) {
    const shown = selections.filter((one) => isShown({ ...line, carePhase }, one))
    expect(shown).toEqual(['everyone', carePhase])
  }
  expect(isShown({ ...line, mine: true }, 'mine')).toBe(true)
  expect(isShown({ ...line, shared: true }, 'shared')).toBe(true)
})

test('only who sees phases by care relation is told that nobody talked yet', () => {
  const unseen = { ...line, phase: null, seesPhases: false }
  expect(sightOf('practitioner', [unseen])).toBe('all')
  expect(sightOf('supporter', [unseen, line])).toBe('some')
  expect(sightOf('supporter', [unseen])).toBe('none')
  expect(sightOf('project-leader', [unseen])).toBe('none')
  expect([mayMove('supporter', line), mayMove('supporter', unseen), mayMove('peer', line)]).toEqual([
    true,
    false,
    false,
  ])
})

test('the longest quiet comes first; where contacts are unseen the family name says the order', () => {
  const [veen, aa] = [line, { ...line, familyName: 'Aa', lastContactOn: null }]
  expect([orderOf([veen, aa]), inOrder([veen, aa])]).toEqual(['quiet', [veen, aa]])
  const unseen = [veen, aa].map((one) => ({ ...one, seesContacts: false }))
  expect(orderOf(unseen)).toBe('name')
  expect(inOrder(unseen).map(({ familyName }) => familyName)).toEqual(['Aa', 'Veen'])
})

test("nobody chooses between nobody: one's own people only where one has some", () => {
  expect(choicesFor([line], 'everyone')).not.toContain('mine')
  expect(choicesFor([{ ...line, mine: true }], 'everyone')).toContain('mine')
  expect(choicesFor([line], 'mine')).toContain('mine')
})
