import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeApp } from '../app/app.tsx'
import type { OrganisationId } from '../app/core/id.ts'
import { signInAs } from '../app/people/accounts/door.ts'
import { readConfig } from '../app/platform/config.ts'
import { openTestDatabase } from '../tests/support/database.ts'
import { tellRegion } from './region.ts'

const secret = 'a secret for tests of more than thirty characters'

test('a tenth of the region is told through the doors, and every line of it stands in the log', async () => {
  const database = await openTestDatabase()
  const told: string[] = []
  await tellRegion(database, secret, {
    fraction: 1 / 10,
    progress: (team, now, of) => now === of && told.push(team),
  })
  expect(told).toEqual(['Assen', 'Emmen', 'De Wolden/Hoogeveen', 'Midden-Drenthe'])

  const person = await database.signin
    .transaction()
    .execute((tx) =>
      tx
        .selectFrom('accounts.demo_people')
        .selectAll()
        .where('slug', '=', 'casemanager-assen')
        .executeTakeFirstOrThrow(),
    )
  const token = await signInAs(
    database,
    person.person_id,
    'practitioner',
    person.organisation_id as OrganisationId,
  )
  const app = makeApp({
    config: readConfig({}, false),
    database,
    demo: true,
    assets: { css: '/style.css' },
    keys: { secret },
  })
  const board = await app.request('/herstelbord', { headers: { cookie: `ol=${token}` } })
  expect(board.status).toBe(200)
  expect(await board.text()).toContain('Noor Veldhuizen')

  const owner = database.owner
  if (!owner) throw new Error('tests have an owner')
  const { rows } = await sql<{ silent: number }>`select count(*)::int as silent from clients.clients c
    where not exists (select from access.log l where l.client_id = c.id and l.event = 'register')`.execute(
    owner,
  )
  expect(rows[0]?.silent).toBe(0)
}, 120_000)
