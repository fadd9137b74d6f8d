import { expect, test } from 'vitest'
import { testDay } from '../../../../tests/support/clock.ts'
import { talkForm } from './talk-form.ts'
import { triageForm } from './triage-form.ts'

const talked = { heldOn: '24-11-2026', ownWords: '', agreed: '', caseManager: '' }

test('what was filled in under another outcome of the triage is not part of the decision', () => {
  const typed = { together: '', reason: '', redirectTo: 'VNN', promisedFor: '27-11-2026', promise: '' }
  const form = triageForm({ today: testDay })
  expect(form.parse({ ...typed, outcome: 'redirect' }).redirectTo).toBe('VNN')
  expect(form.parse({ ...typed, outcome: 'waiting-list' }).redirectTo).toBe('')
})

test('what was filled in under another outcome of the talk is not part of what was agreed', () => {
  const typed = { ...talked, elsewhere: 'VNN', keepContact: 'bellen', endsOn: '1-2-2027', talkOn: '5-2-2027' }
  const form = talkForm({ from: testDay, today: testDay }, { organisations: [], caseManagers: [] })
  const { elsewhere, keepContact, endsOn, talkOn } = form.parse({ ...typed, outcome: 'elsewhere' })
  expect({ elsewhere, keepContact, endsOn, talkOn }).toEqual({
    elsewhere: 'VNN',
    keepContact: '',
    endsOn: null,
    talkOn: null,
  })
  expect(form.safeParse({ ...typed, outcome: 'temporary' }).success).toBe(false)
})
