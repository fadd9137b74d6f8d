import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../../../core/day.ts'
import { parseForm } from '../../../core/form.ts'
import type { ClientId } from '../../../core/id.ts'
import { besideForm } from './beside-form.ts'
import { veiled } from './bsn-shown.ts'
import { deathForm } from './death-form.ts'
import { type Found, sortFound } from './found.ts'
import { differences, inputOf } from './identity-input.ts'
import { fullName, isSamePerson } from './name.ts'
import { identityForm, searchForm } from './person-form.ts'

function errors(result: ReturnType<typeof parseForm>): Record<string, string> {
  return result.ok ? {} : result.state.errors
}

const known = { givenName: 'Noor', familyName: 'Veen', gender: 'female', addressKind: 'none' }

test('two letters, a birth date or a telephone number is enough to search by', () => {
  expect(errors(parseForm(searchForm, { familyName: 'V' }))).toEqual({ familyName: 'search-needs-something' })
  expect(parseForm(searchForm, { familyName: 'Ve' }).ok).toBe(true)
  expect(parseForm(searchForm, { birthDate: '1-2-1990' }).ok).toBe(true)
  expect(parseForm(searchForm, { phone: '0592 123 456' }).ok).toBe(true)
})

test('no birth date, address, BSN or insurer is needed', () => {
  const result = parseForm(identityForm, known)
  expect(result.ok && result.value).toMatchObject({
    birthDate: null,
    bsn: null,
    insurer: '',
    interpreter: '',
  })
})

test('a BSN passes the eleven-check or is asked again', () => {
  expect(errors(parseForm(identityForm, { ...known, bsn: '123456789' }))).toEqual({ bsn: 'not-a-bsn' })
  expect(parseForm(identityForm, { ...known, bsn: '999990019' }).ok).toBe(true)
})

test('what is filled in beforehand parses to the same, and holds no BSN', () => {
  const result = parseForm(identityForm, { ...known, birthDate: '01-02-1990', bsn: '999990019' })
  if (!result.ok) throw new Error('did not parse')
  const { bsn, ...shown } = result.value
  const input = inputOf(shown)
  expect(Object.values(input)).not.toContain(bsn)
  const again = parseForm(identityForm, input)
  expect(again.ok && { ...again.value, bsn }).toEqual(result.value)
  expect(differences(input, { ...input, city: 'Assen ' })).toEqual(['city'])
  expect(differences(input, input)).toEqual([])
})

test('of a BSN no more than three digits are in sight', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{9}$/), (bsn) => {
      expect(veiled(bsn).replace(/\D/g, '')).toBe(bsn.slice(-3))
    }),
  )
})

test('nobody died in the future, or before birth', () => {
  const form = deathForm('2026-11-24' as Day, '1980-02-03' as Day)
  expect(errors(parseForm(form, { diedOn: '25-11-2026' }))).toEqual({ diedOn: 'date-in-future' })
  expect(errors(parseForm(form, { diedOn: '2-2-1980' }))).toEqual({ diedOn: 'before-birth' })
  expect(parseForm(form, { diedOn: '24-11-2026' }).ok).toBe(true)
})

test('a relative needs a relation, a representative a kind, a scope and a first day', () => {
  const who = { name: 'Mies' }
  expect(errors(parseForm(besideForm, { ...who, what: 'relative' }))).toEqual({ relation: 'required' })
  expect(errors(parseForm(besideForm, { ...who, what: 'representative' }))).toEqual({
    kind: 'choose-one',
    scope: 'choose-one',
    from: 'required',
  })
  const mentor = { ...who, what: 'representative', kind: 'mentor', scope: 'care', from: '2-1-2026' }
  expect(errors(parseForm(besideForm, { ...mentor, until: '1-1-2026' }))).toEqual({
    until: 'end-before-start',
  })
  expect(parseForm(besideForm, mentor).ok).toBe(true)
})

test('a name is written without gaps', () => {
  expect(fullName({ givenName: 'Noor', infix: '', familyName: 'Veen' })).toBe('Noor Veen')
  const noor = { givenName: 'Noor', infix: 'van der', familyName: 'Veen', birthDate: null }
  expect(isSamePerson(noor, { ...noor })).toBe(true)
  expect(isSamePerson(noor, { ...noor, birthDate: '1990-02-01' })).toBe(false)
})

test('of others a team is told once, with an id only where there is a choice to make', () => {
  const other = (team: string, phase: string, id: string | null): Found => ({
    clientId: id as ClientId | null,
    givenName: null,
    infix: null,
    familyName: null,
    birthDate: null,
    team,
    phase,
    leftOn: null,
    teamPhone: '',
  })
  const own = { ...other('Noord', 'care', 'a'), givenName: 'A', infix: '', familyName: 'B' }
  const sorted = sortFound([
    own,
    other('Zuid', 'care', null),
    other('Zuid', 'referral', null),
    other('Zuid', 'left', 'b'),
  ])
  expect(sorted.cards).toEqual([own])
  expect(sorted.known).toEqual([
    { team: 'Zuid', teamPhone: '', left: false, clientId: null },
    { team: 'Zuid', teamPhone: '', left: true, clientId: 'b' },
  ])
})
