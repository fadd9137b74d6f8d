import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openApp, plain } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { lines } from '../../../../tests/support/gate.ts'
import { makeWorld, type Person, put, tokenOf, word } from '../../../../tests/support/people.ts'
import { link, paths } from '../../../links.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

const client = clients.neighbour
const of = { clientId: client.id }
const x = workers.practitioner

async function as(person: Person) {
  return app.as(await tokenOf(database, person))
}

async function personOf(table: string, id: string): Promise<string | null> {
  const { rows } = await asRoot(database, (tx) =>
    sql<{ person_id: string | null }>`select person_id from ${sql.table(table)} where id = ${id}`.execute(tx),
  )
  return rows[0]?.person_id ?? null
}

const accounts = () => asRoot(database, (tx) => tx.selectFrom('accounts.users').select('id').execute())

test("whoever something is shielded from gets neither the client's own access, nor that of a made-up relative", async () => {
  await asRoot(database, async (tx) => {
    await sql`update clients.clients set person_id = null where id = ${client.id}`.execute(tx)
    await put(tx, 'consent.grants', word(client, 'reports', false, { person_id: x.id }))
  })
  const me = await as(x)
  await me.post(link('newRelative', of), { what: 'relative', name: 'Tante Verzonnen', relation: 'tante' })
  const { rows } = await asRoot(database, (tx) =>
    sql<{ id: string }>`select id from clients.relatives where name = 'Tante Verzonnen'`.execute(tx),
  )
  const aunt = rows[0]?.id ?? ''
  expect(aunt).not.toBe('')
  const before = await accounts()
  for (const besideId of [client.id, aunt]) {
    const page = await me.get(link('accessOf', { ...of, besideId }))
    expect([page.status, page.text.includes('data-turbo="false"')]).toEqual([200, false])
    expect(page.text).toContain('niet het hele dossier')
    const given = await me.post(link('accessOf', { ...of, besideId }))
    expect([given.status, given.text.includes('Startwachtwoord')]).toEqual([422, false])
  }
  expect(await accounts()).toEqual(before)
  expect(await personOf('clients.clients', client.id)).toBeNull()
  const colleague = await as(workers.second)
  for (const besideId of [client.id, aunt])
    expect((await colleague.post(link('accessOf', { ...of, besideId }))).status).toBe(200)
})

test('giving and taking access each leave a line with the name, and what was looked at keeps its name', async () => {
  const colleague = await as(workers.second)
  const holder = { id: (await personOf('clients.clients', client.id)) as Person['id'], organisation: null }
  await (await as({ ...holder, role: 'client' })).get(paths.portal)
  const looks = () => lines(database, sql`client_id = ${client.id} and person_id = ${holder.id}`)
  expect((await looks()).length).toBeGreaterThan(0)
  await colleague.post(link('accessOf', { ...of, besideId: client.id }), { do: 'end' })
  expect(await personOf('clients.clients', client.id)).toBeNull()
  const told = await lines(database, sql`event = 'rights' and client_id = ${client.id}`)
  expect(told.map(({ action, query }) => `${action} ${query}`)).toEqual([
    'C account Piet Meijer',
    'C account Tante Verzonnen',
    'D account Piet Meijer',
  ])
  const { rows } = await asRoot(database, (tx) =>
    sql<{ name: string }>`select accounts.name_of(${holder.id}) as name`.execute(tx),
  )
  expect(rows).toEqual([{ name: 'Piet Meijer' }])
  const log = plain((await (await as(workers.privacyOfficer)).get(paths.log)).text)
  expect(log).toContain('Gaf of maakte een account')
})
