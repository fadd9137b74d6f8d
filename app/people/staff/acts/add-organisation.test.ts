import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atTestMoment } from '../../../../tests/support/clock.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, tokenOf, type World } from '../../../../tests/support/people.ts'
import type { Day } from '../../../core/day.ts'
import { NotFound } from '../../../core/outcome.ts'
import type { Role } from '../../../core/role.ts'
import type { Asker } from '../../../platform/database.ts'
import type { Database } from '../../../platform/engine.ts'
import { addMembership } from './add-membership.ts'
import { addMunicipality } from './add-municipality.ts'
import { addOrganisation } from './add-organisation.ts'
import { addTeam } from './add-team.ts'
import { addWorker } from './add-worker.ts'
import { endAgreement } from './end-agreement.ts'
import { endMembership } from './end-membership.ts'
import { setArea } from './set-area.ts'
import { signAgreement } from './sign-agreement.ts'

let database: Database
let world: World
const day = '2026-11-01' as Day

beforeAll(async () => {
  database = await openTestDatabase()
  world = await makeWorld(database)
  await asRoot(database, (tx) =>
    sql`insert into staff.municipalities (code, region_id, name) select '0106', id, 'Assen' from staff.regions limit 1`.execute(
      tx,
    ),
  )
})
afterAll(() => database.close())

async function askerOf(who: keyof World['workers']): Promise<Asker> {
  return { database, token: await tokenOf(database, world.workers[who]) }
}

const deeds: [string, (asker: Asker) => Promise<unknown>][] = [
  ['add an organisation', (a) => addOrganisation(a, { name: 'N', kind: 'other', agb: '', signedOn: null })],
  ['sign an agreement', (a) => signAgreement(a, world.organisations.unsigned, { from: day, until: null })],
  ['end an agreement', async (a) => endAgreement(a, await oneOf('staff.agreements'), day)],
  ['add a team', (a) => addTeam(a, { name: 'T', address: '', phone: '' })],
  ['add a municipality', (a) => addMunicipality(a, { code: '0114', name: 'Emmen' })],
  [
    'set an area',
    (a) => setArea(a, { postcode4: '9402', municipality: '0106', neighbourhood: 'N', team: null }),
  ],
  [
    'add a worker',
    (a) => addWorker(a, { givenName: 'A', familyName: 'B', email: 'a@example.org', phone: '', ...post() }),
  ],
  ['add a membership', (a) => addMembership(a, world.workers.second.id, post())],
  ['end a membership', async (a) => endMembership(a, await oneOf('staff.memberships'), day)],
]

function post() {
  return {
    organisation: world.organisations.ggz,
    function: 'psychologist',
    team: world.teams.north,
    from: day,
  }
}

async function oneOf(table: string): Promise<string> {
  const { rows } = await asRoot(database, (tx) =>
    sql<{ id: string }>`select id from ${sql.table(table)} order by id desc limit 1`.execute(tx),
  )
  return rows[0]?.id ?? ''
}

test.each(deeds)('an administrator may %s; nobody else may', async (_, deed) => {
  const others = (Object.keys(world.workers) as (keyof World['workers'])[]).filter(
    (who) => world.workers[who].role !== ('administrator' satisfies Role),
  )
  for (const who of ['practitioner', 'secretary', 'privacyOfficer', 'projectLeader'] as const) {
    expect(others).toContain(who)
    const asker = await askerOf(who)
    await expect(
      atTestMoment(() => deed(asker)),
      who,
    ).rejects.toBeInstanceOf(NotFound)
  }
  const admin = await askerOf('administrator')
  await atTestMoment(() => deed(admin))
})
