import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { type Browser, openApp, plain } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, type Person, tokenOf } from '../../../../tests/support/people.ts'
import { type Referred, refer, referToWait, waits } from '../../../../tests/support/refer.ts'
import { link, paths } from '../../../links.ts'

const database = await openTestDatabase()
const { workers } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

const as = async (person: Person): Promise<Browser> => app.as(await tokenOf(database, person))
const [desk, worker] = [await as(workers.secretary), await as(workers.practitioner)]

const plan = {
  day: '30-11-2026',
  time: '10:00',
  minutes: '60',
  place: 'Lindelaan 12',
  person: workers.practitioner.id,
}
const notNow = { nth: '1', heldOn: '24-11-2026', outcome: 'not-now', keepContact: 'elke maand een kaartje' }

/** The line of the waiting list with this family name, as a reader sees it. */
async function lineOf(familyName: string): Promise<string> {
  const { text } = await desk.get(paths.waitingList)
  return plain(text.split('<tr').find((row) => row.includes(familyName)) ?? '').replace(/^[^>]*>/, '')
}

/** The clock moves on: what was planned lies in the past. */
function pass(table: string, column: string, { clientId }: Referred): Promise<unknown> {
  return asRoot(database, (tx) =>
    sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)} - interval '20 days'
      where client_id = ${clientId}`.execute(tx),
  )
}

test('who wants no care now is kept in touch: a promise, a contact, and another talk that starts care', async () => {
  const of = await referToWait(desk, { familyName: 'Lijntje' })
  expect((await worker.post(link('adviceTalk', of), notNow)).status).toBe(303)
  const page = await worker.get(link('referral', of))
  for (const next of ['promise', 'earlyContact', 'adviceTalk'] as const)
    expect(page.text).toContain(`${link(next, of)}"`)
  expect(page.text).toContain('wij houden contact')
  expect(await lineOf('Lijntje')).toContain('27 nov bellen')
  await pass('referral.promises', 'promised_for', of)
  expect(await lineOf('Lijntje')).toContain('geen belofte')
  const promise = { promisedFor: '04-12-2026', promise: 'kaartje' }
  expect((await worker.post(link('promise', of), promise)).status).toBe(303)
  expect(await lineOf('Lijntje')).not.toContain('geen belofte')

  const again = { nth: '2', heldOn: '24-11-2026', outcome: 'in-care' }
  expect((await worker.post(link('adviceTalk', of), again)).status).toBe(303)
  expect((await worker.get(link('dossier', of))).text).toContain('in zorg sinds')
  expect(await lineOf('Lijntje')).toBe('')
  const taken = await worker.get(link('adviceTalk', of))
  expect(taken.text).toContain('Dit is al vastgelegd')
  expect(taken.text).not.toContain('name="outcome"')
})

test('a talk by who did not see the one before is refused with both versions', async () => {
  const of = await referToWait(desk)
  await worker.post(link('adviceTalk', of), notNow)
  const late = await worker.post(link('adviceTalk', of), {
    nth: '1',
    heldOn: '24-11-2026',
    outcome: 'in-care',
  })
  expect(late.status).toBe(422)
  expect(late.text).toContain('elke maand een kaartje')
  expect((await worker.post(link('adviceTalk', of), notNow)).status).toBe(303)
})

test('an intake that did not take place stays in sight until it is planned again, with why', async () => {
  const of = await referToWait(desk, { familyName: 'Gemist' })
  await desk.post(link('planIntake', of), plan)
  expect(await lineOf('Gemist')).not.toContain('intake niet gehouden')
  await pass('agenda.appointments', 'starts_at', of)
  expect(await lineOf('Gemist')).toContain('intake niet gehouden')
  const page = await worker.get(link('referral', of))
  expect(page.text).toContain('Ging hij niet door?')
  expect(page.text).toContain('dagen wachten op de intake')
  expect((await desk.get(paths.day)).text).toContain('intake niet gehouden')

  const without = await desk.post(link('planIntake', of), plan)
  expect([without.status, without.wrong]).toEqual([422, ['whyAgain']])
  expect((await desk.post(link('planIntake', of), { ...plan, whyAgain: 'Niet thuis.' })).status).toBe(303)
  expect(await lineOf('Gemist')).not.toContain('intake niet gehouden')
  const told = plain((await worker.get(link('referral', of))).text)
  expect(told).toMatch(/Intake opnieuw gepland: .*Niet thuis\..*Intake gepland: /)
})

test('an intake was held when its report says so, also for the desk that reads no reports', async () => {
  const of = await referToWait(desk, { familyName: 'Gehouden' })
  await desk.post(link('planIntake', of), plan)
  await pass('agenda.appointments', 'starts_at', of)
  const report = {
    version: '0',
    heldOn: '24-11-2026',
    whereTo: 'Verder.',
    together: 'with-client',
    do: 'sign',
  }
  expect((await worker.post(link('intake', of), report)).status).toBe(303)
  expect(await lineOf('Gehouden')).not.toContain('intake niet gehouden')
  for (const browser of [desk, worker]) {
    const page = await browser.get(link('referral', of))
    expect(page.text).toContain('dagen tot de intake')
    // Who holds no talks is told what comes, without a link to a page that is not theirs.
    expect(page.text).toContain('Houd het adviesgesprek')
    expect(page.text.includes(`${link('adviceTalk', of)}"`)).toBe(browser === worker)
  }
})

test('nothing happened before the referral came in, nothing still to come has happened, no promise lies in the past', async () => {
  const of = await refer(desk)
  const cases: [string, 'date-in-future' | string, Record<string, string>][] = [
    ['earlyContact', 'happenedOn', { way: 'phone', minutes: '15' }],
    ['wmoContact', 'involvedOn', { who: 'consulent' }],
    ['intake', 'heldOn', { version: '0', together: 'not-yet', do: 'save' }],
    ['adviceTalk', 'heldOn', { nth: '1', outcome: 'in-care' }],
    ['returnTalk', 'heldOn', { permission: 'no', permissionBy: 'client' }],
  ]
  for (const [page, field, fields] of cases)
    for (const day of ['31-12-2199', '25-11-2026', '01-01-1995']) {
      const answer = await worker.post(link(page as 'intake', of), { ...fields, [field]: day })
      expect([page, day, answer.status, answer.wrong]).toEqual([page, day, 422, [field]])
    }
  const coming: [string, string, Record<string, string>][] = [
    ['triage', 'promisedFor', waits],
    ['promise', 'promisedFor', {}],
    ['planIntake', 'day', plan],
  ]
  for (const [page, field, fields] of coming)
    for (const day of ['23-11-2026', '31-12-2199']) {
      const answer = await worker.post(link(page as 'intake', of), { ...fields, [field]: day })
      expect([page, day, answer.status, answer.wrong]).toEqual([page, day, 422, [field]])
    }
})
