import { expect, test } from 'vitest'
import type { DossierEvent } from '../../dossier/door.ts'
import { chosenOf } from './beside.ts'
import { toldOf } from './story.ts'

const now = new Date('2026-11-24T09:00:00Z')
const event = (kind: string, at: string) =>
  ({ kind, at: new Date(at), rowId: '01a2016e-9f67-7c52-97a0-6d00e1ff2a33', body: {} }) as DossierEvent

test('an appointment is told only where no report of that day tells how it went', () => {
  const visit = event('contacts.visit', '2026-11-20T10:00:00Z')
  const planned = event('agenda.visit', '2026-11-20T09:30:00Z')
  const missed = event('agenda.visit', '2026-11-19T09:30:00Z')
  expect(toldOf([visit, planned, missed], now)).toEqual([visit, missed])
})

test('what is still to come is no story yet', () => {
  const coming = event('agenda.visit', '2026-11-25T09:30:00Z')
  expect(toldOf([coming], now)).toEqual([])
})

test('who stands beside two people sees the first, or the one asked for, and nobody else', () => {
  const people = [
    { clientId: 'a' as never, givenName: 'Anna' },
    { clientId: 'b' as never, givenName: 'Bert' },
  ]
  expect(chosenOf(people, undefined)?.givenName).toBe('Anna')
  expect(chosenOf(people, 'b')?.givenName).toBe('Bert')
  expect(chosenOf(people, 'c')).toBeUndefined()
})
