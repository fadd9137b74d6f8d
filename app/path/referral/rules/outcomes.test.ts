import { expect, test } from 'vitest'
import { talkForm } from './step-forms.ts'
import { triageForm } from './triage-form.ts'

const talked = { heldOn: '24-11-2026', ownWords: '', agreed: '', caseManager: '' }

test('what was filled in under another outcome of the triage is not part of the decision', () => {
  const typed = { together: '', reason: '', redirectTo: 'VNN', promisedFor: '27-11-2026', promise: '' }
  expect(triageForm.parse({ ...typed, outcome: 'redirect' }).redirectTo).toBe('VNN')
  expect(triageForm.parse({ ...typed, outcome: 'waiting-list' }).redirectTo).toBe('')
})

test('what was filled in under another outcome of the talk is not part of what was agreed', () => {
  const typed = { ...talked, elsewhere: 'VNN', keepContact: 'bellen', endsOn: '1-2-2027', talkOn: '5-2-2027' }
  const { elsewhere, keepContact, endsOn, talkOn } = talkForm.parse({ ...typed, outcome: 'elsewhere' })
  expect({ elsewhere, keepContact, endsOn, talkOn }).toEqual({
    elsewhere: 'VNN',
    keepContact: '',
    endsOn: null,
    talkOn: null,
  })
  expect(talkForm.safeParse({ ...typed, outcome: 'temporary' }).success).toBe(false)
})
