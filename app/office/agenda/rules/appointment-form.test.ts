import { expect, test } from 'vitest'
import type { Day } from '../../../core/day.ts'
import { parseForm } from '../../../core/form.ts'
import {
  type AppointmentForm,
  appointmentForm,
  cancellationForm,
  canRecord,
  planProblem,
} from './appointment-form.ts'

const person = '01900000-0000-7000-8000-000000000001'
const typed = { day: '27-11-2026', time: '9.30', minutes: '60', kind: 'visit', person }

test('when, how long, in which way and with whom is enough', () => {
  expect(parseForm(appointmentForm, typed)).toMatchObject({
    ok: true,
    value: { day: '2026-11-27', time: '09:30', minutes: 60, place: '', about: '' },
  })
})

test('what is missing or strange gives a code at its field', () => {
  const form = parseForm(appointmentForm, { ...typed, time: '25:00', minutes: '1000', person: 'iemand' })
  expect(form).toMatchObject({
    ok: false,
    state: { errors: { time: 'not-a-time', minutes: 'not-a-number', person: 'choose-one' } },
  })
  expect(parseForm(cancellationForm, { cancelledFor: 'weather' }).ok).toBe(false)
})

test('one plans from today on, with somebody who is around this client', () => {
  const form = { day: '2026-11-27' as Day, time: '10:00', person } as AppointmentForm
  const around = [{ personId: person }]
  expect(planProblem(form, { now: new Date('2026-11-27T00:00:00Z') }, around)).toBeNull()
  expect(planProblem(form, { now: new Date('2026-11-28T09:00:00Z') }, around)).toEqual({
    field: 'day',
    code: 'date-in-past',
  })
  expect(planProblem(form, { now: new Date('2026-11-27T00:00:00Z') }, [])).toEqual({
    field: 'person',
    code: 'choose-one',
  })
})

test('a moment that has passed is no plan, but an appointment that stands may keep its own', () => {
  const form = { day: '2026-11-27' as Day, time: '10:00', person } as AppointmentForm
  const around = [{ personId: person }]
  const now = new Date('2026-11-27T10:00:00Z')
  expect(planProblem(form, { now }, around)).toEqual({ field: 'time', code: 'time-in-past' })
  expect(planProblem({ ...form, time: '11:00' }, { now }, around)).toBeNull()
  expect(planProblem(form, { now, stands: new Date('2026-11-27T09:00:00Z') }, around)).toBeNull()
})

test('a contact is written down from the day of the appointment on, not by who plans only', () => {
  const day = '2026-11-24' as Day
  expect(canRecord(day, day, 'peer')).toBe(true)
  expect(canRecord(day, '2026-11-23' as Day, 'peer')).toBe(false)
  expect(canRecord(day, day, 'secretariat')).toBe(false)
})
