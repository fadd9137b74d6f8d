import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { lines, makeWorld, put, tokenOf } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import { link } from '../../../links.ts'

const database = await openTestDatabase()
const { workers, clients, teams } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())
const { inCare, neighbour } = clients
const formOf = (client: { id: string }) => `href="${link('newContact', { clientId: client.id })}`

for (const [starts_at, minutes] of [
  ['2026-11-24T13:00:00Z', 45],
  ['2026-11-25T08:00:00Z', 50],
])
  await asRoot(database, (tx) =>
    put(tx, 'agenda.appointments', {
      ...{ id: newId(), client_id: inCare.id, episode_id: inCare.episode },
      ...{ kind: 'visit', minutes, place: 'thuis', starts_at, person_id: workers.practitioner.id },
    }),
  )

async function pageOf(person: (typeof workers)[keyof typeof workers]) {
  return (await app.as(await tokenOf(database, person))).get(link('contactFor'))
}

test('the first page leads to it, and whom one sees today is one tap from the form', async () => {
  const me = await app.as(await tokenOf(database, workers.practitioner))
  expect((await me.get(link('day'))).text).toContain(`href="${link('contactFor')}?team=`)
  const page = await pageOf(workers.practitioner)
  expect(page).toMatchObject({ status: 200, heading: 'Contact vastleggen' })
  expect(page.text).toMatch(/Afspraken van vandaag[\s\S]*14:00/)
  expect(page.text).toContain(
    `${formOf(inCare)}?soort=visit&amp;dag=24-11-2026&amp;tijd=14%3A00&amp;minuten=45"`,
  )
  expect(page.text).not.toContain(formOf(neighbour))
})

test('of the days to come nothing stands under today', async () => {
  const me = await app.as(await tokenOf(database, workers.practitioner))
  expect((await me.get(link('agenda'))).text).toMatch(/14:00[\s\S]*09:00/)
  const { text } = await pageOf(workers.practitioner)
  expect(text).toContain('14:00')
  expect(text).not.toContain('09:00')
  expect(text).not.toContain('minuten=50')
})

test('what was written down of an appointment is not asked again, here and on the first page', async () => {
  const me = await app.as(await tokenOf(database, workers.practitioner))
  const starts = { starts_at: '2026-11-24T08:30:00Z', kind: 'office', minutes: 30, place: 'hier' }
  await asRoot(database, (tx) =>
    put(tx, 'agenda.appointments', {
      ...{
        id: newId(),
        client_id: inCare.id,
        episode_id: inCare.episode,
        person_id: workers.practitioner.id,
      },
      ...starts,
    }),
  )
  const asks = async (page: 'day' | 'contactFor') => (await me.get(link(page))).text.includes('tijd=09%3A30')
  expect([await asks('day'), await asks('contactFor')]).toEqual([true, true])
  const contact = { kind: 'office', day: '24-11-2026', time: '09:30', usual: '30', how: 'draft', report: '' }
  expect((await me.post(link('newContact', { clientId: inCare.id }), contact)).status).toBe(303)
  expect([await asks('day'), await asks('contactFor')]).toEqual([false, false])
  expect((await me.get(link('day'))).text).toContain('tijd=14%3A00')
})

test('the day of somebody else is not on it', async () => {
  expect((await pageOf(workers.second)).text).not.toContain(`${formOf(inCare)}?soort`)
})

test('for whom one has a part stands on it by name, and no report is opened for that', async () => {
  const me = workers.elsewhere
  const about = { person_id: me.id, organisation_id: me.organisation, during: '[2026-01-01,)' }
  await asRoot(database, async (tx) => {
    await put(tx, 'staff.memberships', {
      ...{ id: newId(), team_id: teams.north, role: me.role, function: 'case-manager' },
      ...about,
    })
    await put(tx, 'care.assignments', {
      ...{ id: newId(), client_id: neighbour.id, episode_id: neighbour.episode, part: 'lead-practitioner' },
      ...about,
    })
  })
  const { text } = await pageOf(me)
  expect(text).toMatch(/Mijn mensen[\s\S]*Meijer/)
  expect(text).toContain(`${formOf(neighbour)}"`)
  expect(text).not.toContain(formOf(clients.referred))
  const [line] = (await lines(database, sql`person_id = ${me.id} and event = 'list'`)).slice(-1)
  expect(line?.sections).toEqual(['list', 'agenda'])
  await asRoot(database, (tx) =>
    sql`update care.assignments set during = '[2026-01-01,2026-11-24)' where person_id = ${me.id}`.execute(
      tx,
    ),
  )
  expect((await pageOf(me)).text).not.toContain(formOf(neighbour))
})

test('who is looked for leads to the form, not to the dossier; too little is asked again', async () => {
  const me = await app.as(await tokenOf(database, workers.practitioner))
  const posted = await me.post(link('contactFor'), { familyName: 'Jansen' })
  expect(posted.status).toBe(303)
  const found = await me.get(posted.to ?? '')
  expect(found.text).toContain(`${formOf(inCare)}"`)
  expect(found.text).not.toContain(`href="${link('dossier', { clientId: inCare.id })}"`)
  expect((await me.post(link('contactFor'), { familyName: '' })).status).toBe(422)
})

test('who writes no reports has not this page', async () => {
  expect((await pageOf(workers.secretary)).status).toBe(404)
})
