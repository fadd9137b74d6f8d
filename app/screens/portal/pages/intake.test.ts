import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openApp, plain } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, type Person, tokenOf } from '../../../../tests/support/people.ts'
import { type Referred, referToWait } from '../../../../tests/support/refer.ts'
import { newId } from '../../../core/id.ts'
import { link, paths } from '../../../links.ts'

const database = await openTestDatabase()
const { workers } = await makeWorld(database)
const app = openApp(database)
const desk = app.as(await tokenOf(database, workers.secretary))
afterAll(() => database.close())

const plan = {
  day: '30-11-2026',
  time: '10:00',
  minutes: '60',
  place: 'Lindelaan 12',
  person: workers.practitioner.id,
  withWhom: 'Sanne Vos',
}

/** Somebody who waits, with an intake planned, and who reads along. */
async function invite() {
  const of = await referToWait(desk)
  const person: Person = { id: newId(), role: 'client', organisation: null }
  await asRoot(database, (tx) =>
    sql`update clients.clients set person_id = ${person.id} where id = ${of.clientId}`.execute(tx),
  )
  expect((await desk.post(link('planIntake', of), plan)).status).toBe(303)
  return { of, reader: app.as(await tokenOf(database, person)) }
}

async function intakeOf({ clientId }: Referred): Promise<string> {
  const [row] = await asRoot(database, (tx) =>
    tx.selectFrom('agenda.appointments').select('id').where('client_id', '=', clientId).execute(),
  )
  return link('appointment', { clientId, appointmentId: row?.id ?? '' })
}

test('an intake that is moved is one appointment, on the new day, with who else is there', async () => {
  const { of, reader } = await invite()
  expect(plain((await reader.get(paths.portal)).text)).toContain('maandag 30 november 2026, 10:00')
  const moved = { ...plan, what: 'move', version: '1', day: '02-12-2026', about: 'Bram Kok' }
  expect((await desk.post(await intakeOf(of), moved)).status).toBe(303)
  for (const page of [paths.portal, paths.portalAgenda]) {
    const words = plain((await reader.get(page)).text)
    expect(words).toContain('woensdag 2 december 2026, 10:00')
    expect(words).toContain('Ook erbij: Bram Kok')
    expect(words).not.toContain('30 november')
    expect(words.match(/Eerste gesprek/g)).toHaveLength(1)
  }
})

test('an intake that is cancelled is not announced, and the agenda says why', async () => {
  const { of, reader } = await invite()
  const cancel = { what: 'cancel', cancelledFor: 'team', reason: 'ziek' }
  expect((await desk.post(await intakeOf(of), cancel)).status).toBe(303)
  expect(plain((await reader.get(paths.portal)).text)).not.toContain('30 november')
  const words = plain((await reader.get(paths.portalAgenda)).text)
  expect(words).toMatch(/maandag 30 november 2026, 10:00 +gaat niet door.*Waarom niet: ziek/)
})

test('planned again from the referral, the portal announces the new day and says that the old one has another', async () => {
  const { of, reader } = await invite()
  expect((await desk.post(link('planIntake', of), { ...plan, day: '26-11-2026' })).status).toBe(303)
  expect(plain((await reader.get(paths.portal)).text)).toContain('donderdag 26 november 2026')
  expect(plain((await reader.get(paths.portalAgenda)).text)).toMatch(
    /Dit komt nog.*26 november 2026.*Dit gaat niet door.*30 november 2026, 10:00 +gaat niet door.*Verzet naar do 26 nov 2026, 10:00\./,
  )
})
