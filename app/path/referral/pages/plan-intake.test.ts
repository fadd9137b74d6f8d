import { afterAll, expect, test } from 'vitest'
import { openApp, plain } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, tokenOf } from '../../../../tests/support/people.ts'
import { type Referred, referToWait } from '../../../../tests/support/refer.ts'
import { link } from '../../../links.ts'
import { listAppointments } from '../../../office/agenda/door.ts'

const database = await openTestDatabase()
const { workers } = await makeWorld(database)
const app = openApp(database)
const desk = app.as(await tokenOf(database, workers.secretary))
const worker = app.as(await tokenOf(database, workers.practitioner))
afterAll(() => database.close())

const plan = {
  day: '30-11-2026',
  time: '14:15',
  minutes: '45',
  place: 'Esweg 3',
  person: workers.practitioner.id,
  withWhom: 'Bram Kok',
  despite: '',
}

const appointmentsOf = ({ clientId }: Referred) => asRoot(database, (tx) => listAppointments(tx, clientId))

test('a moment that has passed is refused, also of today', async () => {
  const of = await referToWait(desk)
  const send = (time: string) => desk.post(link('planIntake', of), { ...plan, day: '24-11-2026', time })
  expect(await send('09:30')).toMatchObject({ status: 422, wrong: ['time'] })
  expect(await appointmentsOf(of)).toEqual([])
  expect((await send('10:30')).status).toBe(303)
})

test('where the worker has something else it asks once more; the plan before does not count', async () => {
  const [one, other] = [await referToWait(desk), await referToWait(desk)]
  expect((await desk.post(link('planIntake', one), plan)).status).toBe(303)
  const warned = await desk.post(link('planIntake', other), plan)
  expect(warned).toMatchObject({ status: 422, wrong: ['time'] })
  expect(warned.text).toContain('heeft dan al een afspraak')
  expect(await appointmentsOf(other)).toEqual([])
  const despite = /name="despite" value="([^"]+)"/.exec(warned.text)?.[1] ?? ''
  expect((await desk.post(link('planIntake', other), { ...plan, despite })).status).toBe(303)
  expect(await appointmentsOf(other)).toHaveLength(1)
  const later = { ...plan, day: '01-12-2026' }
  expect((await desk.post(link('planIntake', one), later)).status).toBe(303)
  expect((await desk.post(link('planIntake', one), { ...later, time: '14:30' })).status).toBe(303)
})

test('to plan anew begins with what stands, under its own words', async () => {
  const of = await referToWait(desk)
  expect((await desk.get(link('planIntake', of))).heading).toContain('Intake plannen')
  await desk.post(link('planIntake', of), { ...plan, day: '02-12-2026' })
  const page = await desk.get(link('planIntake', of))
  expect(page.heading).toContain('Andere dag of tijd')
  for (const [name, value] of Object.entries({
    day: '02-12-2026',
    time: '14:15',
    minutes: '45',
    place: 'Esweg 3',
  }))
    expect(page.text).toMatch(new RegExp(`name="${name}"[^>]*value="${value}"`))
  expect(page.text).toContain(`value="${workers.practitioner.id}" selected`)
  expect(page.text).toContain('value="Bram Kok"')
  const referral = plain((await desk.get(link('referral', of))).text)
  expect(referral).toContain('Andere dag of tijd')
  expect(referral).not.toContain('Intake plannen')
})

test('planned anew, the plan before is cancelled also when its moment has passed', async () => {
  const of = await referToWait(desk)
  await desk.post(link('planIntake', of), { ...plan, day: '03-12-2026' })
  await asRoot(database, (tx) =>
    tx
      .updateTable('agenda.appointments')
      .set({ starts_at: new Date('2026-11-23T09:00:00Z') })
      .where('client_id', '=', of.clientId)
      .execute(),
  )
  const missed = { ...plan, day: '04-12-2026', whyAgain: 'Was er niet.' }
  expect((await desk.post(link('planIntake', of), missed)).status).toBe(303)
  const [latest, before] = await appointmentsOf(of)
  expect(latest?.cancellation).toBeNull()
  expect(before?.cancellation).toMatchObject({ cause: 'planned-again' })
})

test('after the intake it is read, with who signed it, when, and whether it was written together', async () => {
  const of = await referToWait(desk)
  const report = { version: '0', heldOn: '24-11-2026', whereTo: 'Naar huis.', relativePresent: 'zus' }
  await worker.post(link('intake', of), { ...report, together: 'with-client', do: 'sign' })
  const referral = plain((await worker.get(link('referral', of))).text)
  expect(referral).toContain('Intake lezen')
  expect(referral).not.toContain('Intake houden')
  const words = plain((await worker.get(link('intake', of))).text)
  expect(words).toMatch(/Ondertekend door \S.*Ondertekend op di 24 nov 2026.*Ja, samen met de cliënt.*zus/)
})
