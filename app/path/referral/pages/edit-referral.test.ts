import { afterAll, expect, test } from 'vitest'
import { openApp, plain } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { lines } from '../../../../tests/support/gate.ts'
import { makeWorld, type Person, tokenOf } from '../../../../tests/support/people.ts'
import { link } from '../../../links.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

async function as(person: Person) {
  return app.as(await tokenOf(database, person))
}

async function referralOf(client: { id: string }) {
  const row = await asRoot(database, (tx) =>
    tx
      .selectFrom('referral.referrals')
      .selectAll()
      .where('client_id', '=', client.id)
      .executeTakeFirstOrThrow(),
  )
  return { of: { clientId: client.id, referralId: row.id }, row }
}

const fields = { source: 'oggz', referrer: 'Wijkagent', ownQuestion: 'Rust aan mijn hoofd.' }

test('a mistake is put right: the clocks stay where they were, and what it said before is shown', async () => {
  const { of, row } = await referralOf(clients.inCare)
  const desk = await as(workers.secretary)
  const form = await desk.get(link('editReferral', of))
  expect(form.text).toMatch(/name="receivedOn"[^>]*value="01-01-2021"/)
  const saved = await desk.post(link('editReferral', of), {
    ...fields,
    receivedOn: '01-01-2021',
    version: String(row.version),
  })
  expect(saved.status).toBe(303)
  const after = await referralOf(clients.inCare)
  expect(after.row).toMatchObject({ source: 'oggz', received_on: row.received_on, version: row.version + 1 })
  const page = plain((await desk.get(link('referral', of))).text)
  expect(page).toContain('Wie aanmeldt was: huisarts; nu: OGGZ')
  expect(page).not.toContain('Binnengekomen was:')
})

test('a corrected day of receipt moves the clocks, and the page says so', async () => {
  const { of, row } = await referralOf(clients.referred)
  const desk = await as(workers.secretary)
  const sent = { ...fields, version: String(row.version) }
  const late = await desk.post(link('editReferral', of), { ...sent, receivedOn: '06-01-2021' })
  expect(late.status).toBe(422)
  expect(late.wrong).toEqual(['receivedOn'])
  expect(late.text).toContain('Wijkagent')
  const saved = await desk.post(link('editReferral', of), { ...sent, receivedOn: '29-12-2020' })
  expect(saved.status).toBe(303)
  expect((await referralOf(clients.referred)).row.received_on).toBe('2020-12-29')
  const page = plain((await desk.get(link('referral', of))).text)
  expect(page).toContain('Binnengekomen was: 1 jan 2021; nu: 29 dec 2020')
  const list = await (await as(workers.practitioner)).get('/wachtlijst')
  expect(list.text).toContain('na 14 dagen')
})

test('two people correct one referral: the second sees both versions, and nothing is lost', async () => {
  const { of, row } = await referralOf(clients.aftercare)
  const [first, second] = [await as(workers.secretary), await as(workers.practitioner)]
  const sent = { ...fields, receivedOn: '01-01-2021', version: String(row.version) }
  await first.post(link('editReferral', of), { ...sent, referrer: 'Dokter Hoek' })
  const late = await second.post(link('editReferral', of), { ...sent, referrer: 'Dokter Duin' })
  expect(late.status).toBe(422)
  expect(late.text).toContain('Dokter Hoek')
  expect(late.text).toContain('Dokter Duin')
  expect((await referralOf(clients.aftercare)).row.referrer).toBe('Dokter Hoek')
  const again = await second.post(link('editReferral', of), {
    ...sent,
    referrer: 'Dokter Duin',
    version: String(row.version + 1),
  })
  expect(again.status).toBe(303)
})

test('another team, a trainee and whoever may not write correct nothing', async () => {
  const theirs = await referralOf(clients.southern)
  expect((await (await as(workers.southern)).get(link('editReferral', theirs.of))).status).toBe(200)
  const sent = { ...fields, receivedOn: '01-01-2021', version: String(theirs.row.version) }
  for (const person of [workers.practitioner, workers.trainee, workers.projectLeader]) {
    const browser = await as(person)
    expect((await browser.get(link('editReferral', theirs.of))).status).toBe(404)
    expect((await browser.post(link('editReferral', theirs.of), sent)).status).toBe(404)
  }
  expect((await referralOf(clients.southern)).row.version).toBe(theirs.row.version)
  const own = await referralOf(clients.inCare)
  expect((await (await as(workers.trainee)).get(link('editReferral', own.of))).status).toBe(404)
})

test('a correction stands in the log as a change', async () => {
  const { of, row } = await referralOf(clients.neighbour)
  const desk = await as(workers.secretary)
  await desk.post(link('editReferral', of), {
    ...fields,
    receivedOn: '01-01-2021',
    version: String(row.version),
  })
  const log = (await lines(database)).filter((line) => line.client_id === of.clientId)
  expect(log.at(-1)).toMatchObject({ action: 'U', granted: true, role: 'secretariat' })
})
