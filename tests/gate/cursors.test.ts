import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openTestDatabase } from '../support/database.ts'
import { openDossier } from '../support/gate.ts'
import { makeWorld, tokenOf } from '../support/people.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
afterAll(() => database.close())

test('a held cursor does not hand its rows to the next user of the connection', async () => {
  const ticket = await openDossier(database, await tokenOf(database, workers.practitioner), clients.inCare.id)
  await database.app.transaction().execute(async (tx) => {
    await sql`select access.use(${ticket})`.execute(tx)
    await sql`declare kept cursor with hold for select id from contacts.contacts`.execute(tx)
    expect((await sql`fetch 1 from kept`.execute(tx)).rows).toHaveLength(1)
  })
  for (let i = 0; i < 20; i++) {
    const next = database.app.transaction().execute((tx) => sql`fetch all from kept`.execute(tx))
    await expect(next).rejects.toMatchObject({ code: '34000' })
  }
})
