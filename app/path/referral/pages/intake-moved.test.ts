import { afterAll, expect, test } from 'vitest'
import { type Answer, openApp, plain } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, tokenOf } from '../../../../tests/support/people.ts'
import { type Referred, referToWait } from '../../../../tests/support/refer.ts'
import { link, paths } from '../../../links.ts'
import { listAppointments } from '../../../office/agenda/door.ts'
import { readConfig } from '../../../platform/config.ts'

const database = await openTestDatabase()
const { workers } = await makeWorld(database)
const smtp = { config: readConfig({ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'team@example.org' }, false) }
const app = openApp(database, smtp)
const desk = app.as(await tokenOf(database, workers.secretary))
const worker = app.as(await tokenOf(database, workers.practitioner))
afterAll(() => database.close())

const plan = {
  day: '30-11-2026',
  time: '10:00',
  minutes: '60',
  place: 'Lindelaan 12',
  person: workers.practitioner.id,
  withWhom: 'Sanne Vos',
}
const later = {
  what: 'move',
  version: '1',
  day: '02-12-2026',
  time: '14:30',
  minutes: '45',
  place: 'Esweg 3',
  person: workers.second.id,
  about: 'Bram Kok',
}

async function planned(familyName: string, fields: Record<string, string> = {}): Promise<Referred> {
  const of = await referToWait(desk, { familyName, ...fields })
  expect((await desk.post(link('planIntake', of), plan)).status).toBe(303)
  return of
}

/** Appointments of an intake that go on, by their pages. */
async function intakesOf({ clientId }: Referred): Promise<string[]> {
  const all = await asRoot(database, (tx) => listAppointments(tx, clientId))
  const going = all.filter(({ kind, cancellation }) => kind === 'intake' && !cancellation)
  return going.map(({ id }) => link('appointment', { clientId, appointmentId: id }))
}

async function intakeOf(of: Referred): Promise<string> {
  const [page, ...more] = await intakesOf(of)
  expect(more).toEqual([])
  return page ?? ''
}

async function lineOf(familyName: string): Promise<string> {
  const { text } = await desk.get(paths.waitingList)
  return plain(text.split('<tr').find((row) => row.includes(familyName)) ?? '')
}

const letterOf = ({ text }: Answer) => plain(text.slice(text.indexOf('<article')))

test('an intake that is moved in the agenda is moved everywhere: letter, referral, waiting list', async () => {
  const of = await planned('Verzet')
  expect(letterOf(await desk.get(link('invitation', of)))).toContain('maandag 30 november 2026 om 10:00')
  expect((await worker.post(await intakeOf(of), later)).status).toBe(303)
  const letter = letterOf(await desk.get(link('invitation', of)))
  for (const words of ['woensdag 2 december 2026 om 14:30', '45 minuten', 'Esweg 3', 'Bram Kok'])
    expect(letter).toContain(words)
  for (const words of ['30 november', 'Lindelaan', 'Sanne Vos']) expect(letter).not.toContain(words)
  const page = plain((await desk.get(link('referral', of))).text)
  expect(page).toContain('2 dec 2026')
  expect(page).not.toContain('30 nov')
  expect(await lineOf('Verzet')).toContain('2 dec 14:30')
})

test('a letter that was mailed before the move says so, until it is mailed again', async () => {
  const of = await planned('Opnieuw', { email: 'opnieuw@example.org' })
  const invitation = link('invitation', of)
  expect((await desk.post(invitation, { to: 'client' })).status).toBe(303)
  expect((await desk.get(invitation)).text).not.toContain('is gemaild. Stuur de brief opnieuw')
  const moved = await worker.post(await intakeOf(of), later)
  expect((await worker.get(moved.to ?? '')).text).toContain('Stuur een nieuwe uitnodiging')
  expect((await desk.get(invitation)).text).toContain('is gemaild. Stuur de brief opnieuw')
  expect((await desk.post(invitation, { to: 'client' })).status).toBe(303)
  expect((await desk.get(invitation)).text).not.toContain('is gemaild. Stuur de brief opnieuw')
  const bodies = await asRoot(database, (tx) =>
    tx
      .selectFrom('documents.mails')
      .select('body')
      .where('client_id', '=', of.clientId)
      .orderBy('id')
      .execute(),
  )
  expect(bodies.map(({ body }) => /op (.*) om/.exec(body)?.[1])).toEqual([
    'maandag 30 november 2026',
    'woensdag 2 december 2026',
  ])
})

test('an intake that is cancelled in the agenda is no plan: no letter, and the waiting list asks for another', async () => {
  const of = await planned('Afgezegd')
  const cancel = { what: 'cancel', cancelledFor: 'client', reason: 'griep' }
  const intake = await intakeOf(of)
  expect((await worker.post(intake, cancel)).status).toBe(303)
  const gone = await worker.get(intake)
  expect(gone.text).not.toContain(link('newAppointment', { clientId: of.clientId }))
  expect(gone.text).toContain('vanuit de aanmelding')
  const page = await desk.get(link('referral', of))
  expect(plain(page.text)).toContain('Intake afgezegd: de cliënt zei af: griep')
  expect(page.text).toContain(`${link('planIntake', of)}"`)
  expect(page.text).not.toContain(`${link('invitation', of)}"`)
  expect((await desk.get(link('invitation', of))).status).toBe(404)
  expect((await desk.post(link('invitation', of), { to: 'client' })).status).toBe(404)
  const line = await lineOf('Afgezegd')
  expect(line).toContain('intake afgezegd')
  expect(line).not.toContain('30 nov')
  expect(plain((await desk.get(paths.day)).text)).toContain('intake afgezegd')

  expect((await desk.post(link('planIntake', of), { ...plan, day: '03-12-2026' })).status).toBe(303)
  expect(await lineOf('Afgezegd')).not.toContain('intake afgezegd')
  expect(letterOf(await desk.get(link('invitation', of)))).toContain('donderdag 3 december')
})

test('planned again from the referral, the appointment before does not go on, and says why in both languages', async () => {
  const of = await planned('Tweemaal')
  const before = await intakeOf(of)
  expect((await desk.post(link('planIntake', of), { ...plan, day: '04-12-2026' })).status).toBe(303)
  expect(await intakeOf(of)).not.toBe(before)
  expect((await worker.get(before)).text).toContain('verzet naar vr 4 dec 2026, 10:00')
  const agenda = plain((await worker.get(link('agenda', {}, { week: '2026-11-30' }))).text)
  expect(agenda).toMatch(/Gaat niet door.*verzet naar vr 4 dec 2026, 10:00/)
  expect(plain((await worker.get(link('dossier', of, { toon: 'agenda' }))).text)).toContain(
    'verzet naar vr 4 dec',
  )
  expect(plain((await desk.get(link('referral', of))).text)).not.toContain('Intake afgezegd')

  const report = { version: '0', heldOn: '24-11-2026', together: 'with-client', do: 'sign' }
  const held = await intakeOf(of)
  expect((await worker.post(link('intake', of), report)).status).toBe(303)
  expect((await worker.get(held)).text).toContain('Het gesprek is al geweest.')
  const english = app.as(await tokenOf(database, workers.practitioner))
  english.cookies.set('taal', 'en')
  expect((await english.get(held)).text).toContain('The talk has been held already.')
})

test('the agenda plans no intake of its own, makes none of another, and an intake stays one', async () => {
  const of = await referToWait(desk)
  const blank = await worker.get(link('newAppointment', of))
  expect(blank.text).not.toContain('value="intake"')
  expect(blank.text).toContain(`href="${paths.waitingList}"`)
  const typed = { ...plan, kind: 'intake', about: '' }
  expect(await worker.post(link('newAppointment', of), typed)).toMatchObject({ status: 422, wrong: ['kind'] })
  const { to } = await worker.post(link('newAppointment', of), { ...typed, kind: 'visit' })
  const visit = (to ?? '').replace(/\?.*/, '')
  expect(await worker.post(visit, { ...later, kind: 'intake' })).toMatchObject({
    status: 422,
    wrong: ['verzetten-kind'],
  })
  expect(await intakesOf(of)).toEqual([])

  expect((await desk.post(link('planIntake', of), plan)).status).toBe(303)
  const intake = await intakeOf(of)
  expect((await worker.get(intake)).text).not.toContain('name="kind"')
  expect(await worker.post(intake, { ...later, place: '' })).toMatchObject({ wrong: ['verzetten-place'] })
  expect((await worker.post(intake, { ...later, kind: 'visit' })).status).toBe(303)
  expect(await intakeOf(of)).toBe(intake)
})
