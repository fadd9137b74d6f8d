import { expect, test } from 'vitest'
import { plain } from '../../../../tests/support/app.ts'
import { testDay } from '../../../../tests/support/clock.ts'
import type { Look } from '../rules/look.ts'
import { Looks } from './looks.tsx'

const at = (time: string) => new Date(`${testDay}T${time}:00Z`)
const look: Look = {
  day: testDay,
  lastAt: at('09:50'),
  personId: 'p',
  person: 'Anouk Mulderij',
  function: 'zorgsecretariaat',
  role: 'secretariat',
  organisation: 'GGZ Drenthe',
  kinds: ['dossier', 'list', 'register'],
  kindsAt: [at('09:48'), at('09:50'), at('09:43')],
  sections: [],
  wrote: true,
}

function shown(...looks: Look[]): string {
  return String(<Looks looks={looks} lang="nl" today={testDay} voice="client" />)
}

test('the time beside what somebody did is of that, and a later look at the dossier is said too', () => {
  expect(plain(shown(look))).toBe(
    'AM Anouk Mulderij , zorgsecretariaat bij GGZ Drenthe schreef je in · vandaag 10:43, en keek daarna nog tot 10:48',
  )
})

test('what was sent by itself has no person, no post and no empty circle', () => {
  const sent = {
    ...look,
    person: '',
    function: '',
    role: 'job',
    kinds: ['job' as const],
    kindsAt: [at('09:47')],
  }
  const markup = shown(sent)
  expect(plain(markup)).toBe('Automatisch verstuurd een mail die je team schreef · vandaag 10:47')
  expect(markup).toMatch(/class="avatar[^>]*><svg/)
})
