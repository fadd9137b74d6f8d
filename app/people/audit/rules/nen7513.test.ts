import { expect, test } from 'vitest'
import type { Line } from './line.ts'
import { eventCode, heading, isConsent, outcomeOf, rowOf } from './nen7513.ts'

const line: Line = {
  id: 'regel',
  moment: new Date('2026-11-24T09:12:00Z'),
  writtenAt: new Date('2026-11-24T09:12:00Z'),
  event: 'dossier',
  action: 'R',
  granted: true,
  personId: 'persoon',
  person: 'Bram de Boer',
  function: 'casemanager',
  role: 'practitioner',
  organisation: 'GGZ',
  clientId: 'client',
  team: '',
  sections: ['list', 'reports'],
  basis: ['BW 7:457 lid 2', 'BW 7:457 lid 1, Wabvpz 15a'],
  purpose: 'care',
  reason: '',
  query: '',
  sessionId: 'sessie',
  device: 'Firefox',
}
const cell = (over: Partial<Line>, field: string) =>
  rowOf({ ...line, ...over }, 'bron')[heading.indexOf(field)]

test('the fields that NEN 7513 names are there, under their own names', () => {
  expect(heading).toEqual(
    expect.arrayContaining(
      ['gebeurteniscode', 'actiecode', 'datum_tijd', 'resultaat', 'gebruikers_id', 'gebruikersrol'].concat(
        ['verantwoordelijke_gebruiker', 'organisatie', 'autorisatieprotocol', 'behandelrelatieprotocol'],
        ['toestemmingsprofiel', 'netwerkadres_of_werkplek', 'logbron_id', 'client_identificatie'],
        ['object_identificatortype', 'object_identificator', 'zoekvraag', 'reden'],
      ),
    ),
  )
})

test('events have their codes, and a refusal is told from a success', () => {
  expect([eventCode('dossier'), eventCode('search'), eventCode('export')]).toEqual([
    '110110',
    '110112',
    '110106',
  ])
  expect([outcomeOf(true), outcomeOf(false)]).toEqual(['0', '4'])
  expect(cell({}, 'datum_tijd')).toBe('2026-11-24T09:12:00.000Z')
})

test('grounds of treatment and of consent stand apart', () => {
  expect(cell({}, 'behandelrelatieprotocol')).toBe('BW 7:457 lid 2')
  expect(cell({}, 'toestemmingsprofiel')).toBe('BW 7:457 lid 1, Wabvpz 15a')
  expect([isConsent('AVG 9 lid 2 c, BW 7:453'), isConsent('AVG 9 lid 2 a')]).toEqual([false, true])
})

test('a list is about a team, a search about its question', () => {
  expect(cell({ event: 'list', clientId: null, team: 'Assen' }, 'object_identificator')).toBe('Assen')
  expect(cell({ event: 'search', query: 'own jansen' }, 'zoekvraag')).toBe('own jansen')
})
