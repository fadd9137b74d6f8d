import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../app/core/id.ts'
import { asApp, asRoot, openTestDatabase, stateOf } from '../support/database.ts'
import { type Client, makeWorld, type Person } from '../support/people.ts'
import { wordsIn } from '../support/words.ts'

const database = await openTestDatabase()
const { workers, clients, organisations } = await makeWorld(database)
afterAll(() => database.close())

const { open, sees, act, only } = wordsIn(database)
const { practitioner, supporter } = workers
const living = { organisation_id: organisations.living }
const byLaw = ['agenda', 'identity', 'list', 'referral']

const record = (client: Client, section: string | null, allows: boolean, id = newId()) =>
  sql`select consent.record(${id}, ${client.id}, ${section}, ${organisations.living}, null, null, ${allows}, null, 'client')`

test("the client's word is recorded by who may, in the dossier that is opened for it", async () => {
  const attempt = (person: Person, opened: Client, about = opened) =>
    stateOf(act(person, opened, (tx) => record(about, 'reports', true).execute(tx)))
  expect(await attempt(workers.trainee, clients.inCare)).toBe('42501')
  expect(await attempt(practitioner, clients.inCare, clients.neighbour)).toBe('42501')
  const reading = asApp(database, await open(practitioner, clients.inCare), (tx) =>
    record(clients.inCare, 'reports', true).execute(tx),
  )
  expect(await stateOf(reading)).toBe('42501')
  expect(await attempt(practitioner, clients.inCare)).toBe('')
  expect(await attempt(clients.inCare.person, clients.inCare)).toBe('')
  expect(await sees(supporter, clients.inCare)).toContain('reports')
})

test('a new word ends the one before it; a withdrawal leaves none standing; neither is deleted', async () => {
  await only(clients.referred)
  await act(clients.referred.person, clients.referred, (tx) =>
    record(clients.referred, 'reports', true).execute(tx),
  )
  await asRoot(database, (tx) =>
    sql`update consent.grants set during = '[2026-11-01,)' where client_id = ${clients.referred.id}`.execute(
      tx,
    ),
  )
  await act(clients.referred.person, clients.referred, (tx) =>
    record(clients.referred, 'reports', false).execute(tx),
  )
  await act(clients.referred.person, clients.referred, (tx) =>
    sql`select consent.withdraw(${clients.referred.id}, 'reports', ${organisations.living}, null, null)`.execute(
      tx,
    ),
  )
  const { rows } = await asRoot(database, (tx) =>
    sql`select allows, during::text, recorded_by from consent.grants where client_id = ${clients.referred.id} order by recorded_at, allows desc`.execute(
      tx,
    ),
  )
  const recorded_by = clients.referred.person.id
  expect(rows).toEqual([
    { allows: true, during: '[2026-11-01,2026-11-24)', recorded_by },
    { allows: false, during: '[2026-11-24,2026-11-25)', recorded_by },
  ])
})

const lift = (client: Client, sections: string[] | null) =>
  sql`select consent.lift(${client.id}, ${sections}::text[], ${organisations.living}, null, null, 'client')`

test('whoever may see any part sees that the person is a client, as long as that part', async () => {
  await only(clients.inCare, ['identity', true, { person_id: workers.wmoConsultant.id }])
  expect(await sees(workers.wmoConsultant, clients.inCare)).toEqual(['identity', 'list'])
  await only(clients.inCare, ['reports', true, { person_id: workers.wmoConsultant.id }])
  expect(await sees(workers.wmoConsultant, clients.inCare)).toBeNull()
})

test('who no longer shields anything lifts every shield, and keeps what was allowed', async () => {
  await only(clients.inCare, ['plan', false, living], ['referral', false, living], ['reports', true, living])
  expect(await sees(supporter, clients.inCare)).toEqual(['agenda', 'identity', 'list', 'reports'])
  await act(clients.inCare.person, clients.inCare, (tx) => lift(clients.inCare, null).execute(tx))
  expect(await sees(supporter, clients.inCare)).toEqual([...byLaw, 'reports'])
})

test('showing one part again of a dossier that was shielded whole keeps the rest shielded', async () => {
  await only(clients.inCare, [null, false, living])
  expect(await sees(supporter, clients.inCare)).toBeNull()
  await act(clients.inCare.person, clients.inCare, (tx) =>
    lift(clients.inCare, ['identity', 'referral']).execute(tx),
  )
  expect(await sees(supporter, clients.inCare)).toEqual(['identity', 'list', 'referral'])
})

test('a word is about a part that there is, and lets in nobody whom the client did not name', async () => {
  const about = (section: string, person: string | null, allows: boolean) =>
    stateOf(
      act(clients.inCare.person, clients.inCare, (tx) =>
        sql`select consent.record(${newId()}, ${clients.inCare.id}, ${section},
          ${person ? null : organisations.living}, null, ${person}, ${allows}, null, 'client')`.execute(tx),
      ),
    )
  expect(await about('raports', null, true)).toBe('22023')
  expect(await about('reports', newId(), true)).toBe('42501')
  expect(await about('reports', newId(), false)).toBe('42501')
  expect(await about('reports', workers.practitioner.id, true)).toBe('42501')
  expect(await about('reports', workers.practitioner.id, false)).toBe('')
  expect(await about('reports', clients.inCare.relative.id, true)).toBe('')
  expect(await about('plan', workers.wmoConsultant.id, true)).toBe('')
  expect(await about('reports', workers.wmoConsultant.id, true)).toBe('42501')
})

test('what stands: a worker sees what is allowed, not what is shielded; the client sees every word', async () => {
  await only(clients.neighbour, ['reports', true, living], ['plan', false, { person_id: supporter.id }])
  const standing = async (person: Person, asked = clients.neighbour) =>
    asApp(database, await open(person, clients.neighbour), async (tx) =>
      (await sql<{ allows: boolean }>`select * from consent.standing(${asked.id})`.execute(tx)).rows.map(
        (row) => row.allows,
      ),
    )
  expect(await standing(practitioner)).toEqual([true])
  expect((await standing(clients.neighbour.person)).sort()).toEqual([false, true])
  await only(clients.inCare, ['reports', true, living])
  expect(await standing(practitioner, clients.inCare)).toEqual([])
})

test('the client refuses what comes after death, and nobody else does so unasked', async () => {
  const refuse = (person: Person) =>
    stateOf(
      act(person, clients.inCare, (tx) =>
        sql`select consent.refuse_after_death(${clients.inCare.id})`.execute(tx),
      ),
    )
  expect(await refuse(workers.trainee)).toBe('42501')
  expect(await refuse(clients.inCare.person)).toBe('')
  const { rows } = await asRoot(database, (tx) =>
    sql`select recorded_by from consent.after_death_refusals where client_id = ${clients.inCare.id}`.execute(
      tx,
    ),
  )
  expect(rows).toEqual([{ recorded_by: clients.inCare.person.id }])
})
