import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, type Person, tokenOf } from '../../../../tests/support/people.ts'
import { person } from '../../../../tests/support/refer.ts'
import { link, paths } from '../../../links.ts'

const database = await openTestDatabase()
const { workers, clients, teams } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

async function as(who: Person) {
  return app.as(await tokenOf(database, who))
}

function countPeople() {
  return asRoot(database, (tx) => tx.selectFrom('clients.clients').select('id').execute()).then(
    (all) => all.length,
  )
}

const known = { ...person, givenName: 'Jan', infix: '', familyName: 'Janssen', source: 'gp' }

test('who has the name and birth date of a client is not stored a second time without a word', async () => {
  const desk = await as(workers.secretary)
  const before = await countPeople()
  const refused = await desk.post(paths.newReferral, { ...known, familyName: 'JANSSEN' })
  expect([refused.status, refused.wrong]).toEqual([422, ['isOther']])
  expect(refused.text).toContain('Leg de verwijsbrief bij dit dossier')
  expect(refused.text).toContain(
    link('newFile', { clientId: clients.inCare.id }, { soort: 'referral-letter' }),
  )
  expect(await countPeople()).toBe(before)
  const stored = await desk.post(paths.newReferral, { ...known, isOther: 'ja' })
  expect(stored.status).toBe(303)
  expect(await countPeople()).toBe(before + 1)
})

test('a birth date of somebody else tells two people of one name apart', async () => {
  const desk = await as(workers.secretary)
  const namesake = { ...known, givenName: 'Piet', familyName: 'Meijer' }
  expect((await desk.post(paths.newReferral, { ...namesake, birthDate: '03-02-1980' })).status).toBe(422)
  expect((await desk.post(paths.newReferral, { ...namesake, birthDate: '04-02-1980' })).status).toBe(303)
})

test('what is wrong behind a fold stands in an open one', async () => {
  const desk = await as(workers.secretary)
  const page = await desk.post(paths.newReferral, {
    ...person,
    givenName: 'Wiep',
    source: 'gp',
    bsn: '123456789',
  })
  expect([page.status, page.wrong]).toEqual([422, ['bsn']])
  expect(page.text).toMatch(/<details class="disclosure" open/)
})

test('who left the own team is told as such, with the way back', async () => {
  const desk = await as(workers.secretary)
  await desk.post(paths.search, {
    familyName: 'Bakker',
    givenName: 'Gert',
    birthDate: '03-02-1980',
    everywhere: 'ja',
  })
  const page = await desk.get(link('search', {}, { gevonden: 'ja' }))
  expect(page.text).toContain('Was eerder in zorg bij uw team')
  expect(page.text).toContain(link('comeBack', { clientId: clients.left.id }))
  expect(page.text).toContain('value="03-02-1980"')
})

test('who works in the own team is handed to another team, and the page says so without showing the person', async () => {
  const desk = await as(workers.secretary)
  const colleague = { ...person, givenName: 'Eelkje', source: 'self', colleagueOf: teams.north }
  const refused = await desk.post(paths.newReferral, colleague)
  expect([refused.status, refused.wrong]).toEqual([422, ['handledBy']])
  const stored = await desk.post(paths.newReferral, { ...colleague, handledBy: teams.south })
  expect(stored.status).toBe(303)
  const page = await desk.get(stored.to ?? '')
  expect(page.status).toBe(200)
  expect(page.text).toContain('afgeschermd voor team Team north. Team Team south neemt haar op')
  expect(page.text).not.toContain('Eelkje')
  const other = await as(workers.southern)
  expect((await other.get(link('referrals', {}, { team: teams.south }))).text).toContain('Eelkje')
})
