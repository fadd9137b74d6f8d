import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Appointment, nextOf, splitAt } from './appointment.ts'

const now = new Date('2026-11-24T09:00:00Z')
const appointment = (at: string, over: Partial<Appointment> = {}): Appointment => ({
  id: at,
  at: new Date(at),
  kind: 'visit',
  minutes: 60,
  place: '',
  about: '',
  person: '',
  isCancelled: false,
  cause: null,
  reason: '',
  movedTo: null,
  ...over,
})

test('an appointment that is going on is still to come', () => {
  const [coming, past] = splitAt([appointment('2026-11-24T08:30:00Z')], now)
  expect([coming.length, past.length]).toEqual([1, 0])
})

test('the next appointment is the first that was not cancelled', () => {
  const tomorrow = appointment('2026-11-25T09:00:00Z', { isCancelled: true })
  const later = appointment('2026-11-26T09:00:00Z')
  expect(nextOf([later, tomorrow], now)).toBe(later)
  expect(nextOf([tomorrow], now)).toBeUndefined()
})

test('nothing is lost or doubled, what comes goes forward in time and what was goes back', () => {
  const days = fc.array(fc.integer({ min: -100, max: 100 }).filter((hours) => hours !== 0))
  fc.assert(
    fc.property(days, (hours) => {
      const all = hours.map((hour) => appointment(new Date(now.getTime() + hour * 3_600_000).toISOString()))
      const [coming, past] = splitAt(all, now)
      const times = (list: Appointment[]) => list.map(({ at }) => at.getTime())
      expect([...coming, ...past].length).toBe(all.length)
      expect(times(coming)).toEqual(times(coming).sort((a, b) => a - b))
      expect(times(past)).toEqual(times(past).sort((a, b) => b - a))
    }),
  )
})
