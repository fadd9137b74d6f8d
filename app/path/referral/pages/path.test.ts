import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { lastLine } from '../../../../tests/support/gate.ts'
import { makeWorld, type Person, tokenOf } from '../../../../tests/support/people.ts'
import { person as newPerson, refer } from '../../../../tests/support/refer.ts'
import { link, paths } from '../../../links.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

async function as(person: Person) {
  return app.as(await tokenOf(database, person))
}

test('who refers is looked for first: the name stands in no address', async () => {
  const browser = await as(workers.secretary)
  const answer = await browser.post(paths.newReferral, {
    step: 'search',
    givenName: 'Tjitske',
    familyName: 'Zwaag',
  })
  expect(answer.status).toBe(303)
  expect(answer.to).not.toContain('Zwaag')
  const page = await browser.get(answer.to ?? '')
  expect(page.text).toContain('Niemand met deze gegevens is hier bekend')
  expect(page.text).toMatch(/name="familyName"[^>]*value="Zwaag"/)
})

test('a referral without birth date, address or BSN is taken, registered in the log, and stands in the inbox', async () => {
  const of = await refer(await as(workers.secretary))
  expect(await lastLine(database, of.clientId)).toMatchObject({
    event: 'register',
    action: 'C',
    granted: true,
  })
  const inbox = await (await as(workers.secretary)).get(paths.referrals)
  expect(inbox.text).toContain('Tjitske van der Zwaag')
  expect(inbox.text).toContain('Ik wil weer slapen.')
})

test('what is wrong is said at its field, and nobody is registered', async () => {
  const count = () => asRoot(database, (tx) => tx.selectFrom('clients.clients').select('id').execute())
  const before = await count()
  const answer = await (await as(workers.secretary)).post(paths.newReferral, {
    ...newPerson,
    familyName: '',
    bsn: '123456789',
    source: 'gp',
  })
  expect(answer.status).toBe(422)
  expect(answer.wrong).toEqual(expect.arrayContaining(['familyName', 'bsn']))
  expect(answer.text).toContain('Tjitske')
  expect(await count()).toHaveLength(before.length)
})

test('who goes on the waiting list has a promised contact at once; without one the form comes back', async () => {
  const of = await refer(await as(workers.secretary))
  const browser = await as(workers.secretary)
  const without = await browser.post(link('triage', of), { outcome: 'waiting-list' })
  expect(without.status).toBe(422)
  expect(without.wrong).toEqual(['promisedFor'])
  const decided = await browser.post(link('triage', of), {
    outcome: 'waiting-list',
    promisedFor: '27-11-2026',
    promise: 'bellen',
  })
  expect(decided.status).toBe(303)
  const list = await browser.get(paths.waitingList)
  expect(list.text).toContain('27 nov bellen')
})

test('the GP who refers becomes the own GP when that is ticked, and not otherwise', async () => {
  const gp = { referrer: 'Praktijk Zon', referrerPhone: '0592 123456' }
  for (const ownGp of ['ja', '']) {
    const { clientId } = await refer(await as(workers.secretary), { ...gp, ownGp })
    const page = await (await as(workers.secretary)).get(link('identity', { clientId }))
    expect(page.status).toBe(200)
    expect(page.text.includes('Praktijk Zon')).toBe(ownGp === 'ja')
  }
})

test('from intake to care: the letter, the report that the client reads, and a first contact person', async () => {
  const of = await refer(await as(workers.secretary))
  const desk = await as(workers.secretary)
  await desk.post(link('triage', of), {
    outcome: 'waiting-list',
    promisedFor: '27-11-2026',
    promise: 'bellen',
  })
  const plan = {
    day: '30-11-2026',
    time: '10:00',
    minutes: '60',
    place: 'Lindelaan 12',
    person: workers.practitioner.id,
  }
  const offered = (await desk.get(link('planIntake', of))).text
  expect(offered).toContain(`value="${workers.practitioner.id}"`)
  expect(offered).not.toContain(`value="${workers.secretary.id}"`)
  const withDesk = await desk.post(link('planIntake', of), { ...plan, person: workers.secretary.id })
  expect([withDesk.status, withDesk.wrong]).toEqual([422, ['person']])
  const planned = await desk.post(link('planIntake', of), plan)
  expect(planned.to).toBe(link('invitation', of))
  const letter = await desk.get(link('invitation', of))
  for (const words of [
    'maandag 30 november 2026',
    '10:00',
    'Lindelaan 12',
    'meenemen',
    '24 uur',
    'identiteitsbewijs',
  ])
    expect(letter.text).toContain(words)

  const worker = await as(workers.practitioner)
  const report = {
    version: '0',
    heldOn: '24-11-2026',
    whereTo: 'Naar de muziekgroep.',
    together: 'with-client',
    do: 'sign',
  }
  expect((await worker.post(link('intake', of), report)).status).toBe(303)
  expect((await worker.get(link('intake', of))).text).toContain('Dit verslag is ondertekend')
  const talk = { heldOn: '24-11-2026', outcome: 'in-care', caseManager: workers.practitioner.id }
  expect((await worker.post(link('adviceTalk', of), talk)).status).toBe(303)
  expect((await worker.get(link('dossier', { clientId: of.clientId }))).text).toContain('in zorg sinds')
})

test('two people write one intake report: the second sees both versions', async () => {
  const of = await refer(await as(workers.secretary))
  const worker = await as(workers.practitioner)
  const first = {
    version: '0',
    heldOn: '24-11-2026',
    whereTo: 'Het eerste woord.',
    together: 'not-yet',
    do: 'save',
  }
  await worker.post(link('intake', of), first)
  await worker.post(link('intake', of), { ...first, version: '1', whereTo: 'Van een collega.' })
  const late = await worker.post(link('intake', of), { ...first, version: '1', whereTo: 'Mijn eigen tekst.' })
  expect(late.status).toBe(422)
  expect(late.text).toContain('Van een collega.')
  expect(late.text).toContain('Mijn eigen tekst.')
})

test("another team's referral is not there, whoever asks", async () => {
  const [row] = await asRoot(database, (tx) =>
    tx
      .selectFrom('referral.referrals')
      .select(['id', 'client_id'])
      .where('client_id', '=', clients.southern.id)
      .execute(),
  )
  const of = { clientId: clients.southern.id, referralId: row?.id ?? '' }
  expect(row).toBeDefined()
  for (const who of [workers.secretary, workers.practitioner]) {
    const browser = await as(who)
    expect((await browser.get(link('referral', of))).status).toBe(404)
    expect((await browser.post(link('triage', of), { outcome: 'consultation' })).status).toBe(404)
  }
})

test('who comes back has one talk and no new intake; the earlier story opens with permission', async () => {
  const desk = await as(workers.secretary)
  const search = { step: 'search', familyName: 'Bakker', givenName: 'Gert', birthDate: '03-02-1980' }
  const found = await desk.get((await desk.post(paths.newReferral, search)).to ?? '')
  expect(found.text).toContain(link('comeBack', { clientId: clients.left.id }))
  const other = await as(workers.secretary)
  expect((await other.get(link('comeBack', { clientId: clients.left.id }))).status).toBe(404)
  expect((await desk.get(link('comeBack', { clientId: clients.left.id }))).heading).toBe('Opnieuw aanmelden')
  expect((await desk.get(link('comeBack', { clientId: clients.inCare.id }))).status).toBe(404)
  const fields = { source: 'self', ownQuestion: 'Het gaat weer minder.' }
  const again = await desk.post(link('comeBack', { clientId: clients.left.id }), fields)
  expect(again.status).toBe(303)
  const [, referralId = ''] = /aanmelding\/([^/?]+)/.exec(again.to ?? '') ?? []
  const of = { clientId: clients.left.id, referralId }

  const worker = await as(workers.practitioner)
  const triage = await worker.get(link('triage', of))
  expect(triage.text).toContain('Op de wachtlijst voor een terugkomgesprek')
  expect(triage.text).toContain(`href="${link('returnTalk', of)}"`)
  const page = await worker.get(link('referral', of))
  expect(page.text).toContain('Was eerder in zorg')
  expect(page.text).not.toContain('intake gepland')
  expect(page.text).toContain(link('returnTalk', of))
  expect(page.text).not.toContain(`${link('intake', of)}"`)
  const story = () => worker.get(link('dossier', { clientId: clients.left.id }, { toon: 'contacts' }))
  expect((await story()).text).toContain('Er is nog niets opgeschreven')
  const talk = { heldOn: '24-11-2026', whereOn: 'Verder.', permission: 'yes', permissionBy: 'client' }
  expect((await worker.post(link('returnTalk', of), talk)).status).toBe(303)
  expect((await story()).text).not.toContain('Er is nog niets opgeschreven')
})
