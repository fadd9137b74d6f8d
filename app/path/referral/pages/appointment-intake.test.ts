import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, tokenOf } from '../../../../tests/support/people.ts'
import { referToWait } from '../../../../tests/support/refer.ts'
import { newId } from '../../../core/id.ts'
import { link } from '../../../links.ts'
import { listAppointments } from '../../../office/agenda/door.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const app = openApp(database)
const desk = app.as(await tokenOf(database, workers.secretary))
const worker = app.as(await tokenOf(database, workers.practitioner))
afterAll(() => database.close())

const of = await referToWait(desk)
const { clientId } = of
const plan = {
  day: '24-11-2026',
  time: '11:00',
  minutes: '60',
  place: 'Hier',
  person: workers.practitioner.id,
}
await desk.post(link('planIntake', of), plan)
const [intake] = await asRoot(database, (tx) => listAppointments(tx, clientId))
const appointmentId = intake?.id ?? ''
const toIntake = link('appointmentIntake', { clientId, appointmentId })

test('an appointment for an intake leads to the intake, not to the form of a contact', async () => {
  for (const page of [link('day'), link('contactFor'), link('appointment', { clientId, appointmentId })]) {
    const { text } = await worker.get(page)
    expect(text).toContain(`href="${toIntake}"`)
    expect(text).not.toContain(link('newContact', { clientId }))
  }
  expect((await worker.get(link('day'))).text).toContain('Intake houden')
  expect(await worker.get(toIntake)).toMatchObject({ status: 303, to: link('intake', of) })
})

test('who holds no intakes sees no way to it; another appointment, or another client, is none', async () => {
  expect((await desk.get(link('appointment', { clientId, appointmentId }))).text).not.toContain(toIntake)
  expect((await desk.get(toIntake)).status).toBe(404)
  const none = [
    { clientId, appointmentId: newId() },
    { clientId: clients.inCare.id, appointmentId },
  ]
  for (const path of none) expect((await worker.get(link('appointmentIntake', path))).status).toBe(404)
})

test('once there is a report the first page leads to it by another word', async () => {
  const report = { version: '0', heldOn: '24-11-2026', whereTo: 'Naar huis.', do: 'save' }
  expect((await worker.post(link('intake', of), report)).status).toBe(303)
  const { text } = await worker.get(link('day'))
  expect(text).toContain('Naar de intake')
  expect(text).not.toContain('Intake houden')
})
