import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, tokenOf } from '../../../../tests/support/people.ts'
import { referToWait } from '../../../../tests/support/refer.ts'
import { link } from '../../../links.ts'

const database = await openTestDatabase()
const { workers } = await makeWorld(database)
const app = openApp(database)
const desk = app.as(await tokenOf(database, workers.secretary))
const worker = app.as(await tokenOf(database, workers.practitioner))
afterAll(() => database.close())

function countCancelled(client: string) {
  return asRoot(database, (tx) =>
    tx
      .selectFrom('agenda.cancellations')
      .select('id')
      .where('client_id', '=', client as never)
      .execute(),
  ).then((rows) => rows.length)
}

test('an intake that was held earlier than planned takes its appointment out of the agenda', async () => {
  const of = await referToWait(desk, { relativeName: 'Sietske', relativeRelation: 'zus' })
  expect((await desk.get(link('planIntake', of))).text).toContain('Opgeschreven zijn: Sietske, zus')
  const plan = {
    day: '30-11-2026',
    time: '10:00',
    minutes: '60',
    place: 'Hier',
    person: workers.practitioner.id,
  }
  expect((await desk.post(link('planIntake', of), plan)).status).toBe(303)
  expect(await countCancelled(of.clientId)).toBe(0)
  const empty = await worker.get(link('intake', of))
  expect(empty.text).toMatch(/name="together"/)
  expect(empty.text).not.toMatch(/name="together"[^>]*checked/)
  expect(empty.text).toContain(link('consent', { clientId: of.clientId }))
  const report = { version: '0', heldOn: '24-11-2026', whereTo: 'Naar huis.' }
  const unsaid = await worker.post(link('intake', of), { ...report, do: 'sign' })
  expect([unsaid.status, unsaid.wrong]).toEqual([422, ['together']])
  expect((await worker.post(link('intake', of), { ...report, do: 'save' })).status).toBe(303)
  expect(await countCancelled(of.clientId)).toBe(0)
  const signed = { ...report, version: '1', together: 'with-client', do: 'sign' }
  expect((await worker.post(link('intake', of), signed)).status).toBe(303)
  expect(await countCancelled(of.clientId)).toBe(1)
})

test('within one day the course is told in its order, the latest on top, and a promise reads as a promise', async () => {
  const of = await referToWait(desk)
  await desk.post(link('earlyContact', of), {
    happenedOn: '24-11-2026',
    way: 'phone',
    minutes: '10',
    note: 'Belde.',
  })
  const { text } = await desk.get(link('referral', of))
  const course = text.slice(text.indexOf('Verloop'))
  const places = ['Beloofd: contact op', 'Op de wachtlijst voor een intake', 'Aanmelding ontvangen'].map(
    (words) => course.indexOf(words),
  )
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})
