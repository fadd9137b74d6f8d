import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../app/core/id.ts'
import type { Tx } from '../../app/platform/database.ts'
import { asApp, asRoot, openTestDatabase, stateOf } from '../support/database.ts'
import { openDossier } from '../support/gate.ts'
import { makeWorld, type Person, put, tokenOf } from '../support/people.ts'

const database = await openTestDatabase()
const { workers, clients, teams } = await makeWorld(database)
afterAll(() => database.close())

async function ticketOf(person: Person, client = clients.inCare, action: 'R' | 'U' = 'U') {
  return openDossier(database, await tokenOf(database, person), client.id, { action })
}

async function act(person: Person, run: (tx: Tx) => Promise<unknown>, client = clients.inCare) {
  return asApp(database, await ticketOf(person, client), run)
}

const contact = (author: Person) => ({
  id: newId(),
  client_id: clients.inCare.id,
  happened_at: '2026-11-23T10:00:00Z',
  kind: 'visit',
  minutes: 45,
  report: `door ${author.role}`,
})

const reports = async (person: Person, id: string) =>
  act(
    person,
    async (tx) =>
      (await sql<{ report: string }>`select report from contacts.contacts where id = ${id}`.execute(tx)).rows,
  )

test('a draft is seen and changed by its writer alone; signed, all see it and nobody changes it', async () => {
  const row = contact(workers.practitioner)
  await act(workers.practitioner, (tx) => put(tx, 'contacts.contacts', row))
  expect(await reports(workers.practitioner, row.id)).toHaveLength(1)
  expect(await reports(workers.second, row.id)).toEqual([])
  await act(workers.second, (tx) => sql`update contacts.contacts set report = 'overschreven'`.execute(tx))
  expect(await reports(workers.practitioner, row.id)).toEqual([{ report: row.report }])
  await act(workers.practitioner, (tx) =>
    sql`update contacts.contacts set signed_at = access.now() where id = ${row.id}`.execute(tx),
  )
  expect(await reports(workers.second, row.id)).toHaveLength(1)
  const later = await act(workers.practitioner, (tx) =>
    sql`update contacts.contacts set report = 'anders' where id = ${row.id}`.execute(tx),
  )
  expect(later).toMatchObject({ numAffectedRows: 0n })
})

/** A draft of an intake report about the client in care, as root. */
async function draftOfIntake(): Promise<string> {
  const [id, referral_id] = [newId(), newId()]
  await asRoot(database, async (tx) => {
    const about = { client_id: clients.inCare.id, episode_id: clients.inCare.episode }
    await put(tx, 'referral.referrals', {
      ...about,
      id: referral_id,
      team_id: teams.north,
      received_on: '2026-11-01',
      source: 'gp',
    })
    const report = { ...about, id, referral_id, held_on: '2026-11-20', together: 'with-client' }
    await put(tx, 'referral.intake_reports', report)
  })
  return id
}

const changeIntake = (person: Person, id: string, what: ReturnType<typeof sql>) =>
  act(person, (tx) => sql`update referral.intake_reports set ${what} where id = ${id}`.execute(tx))

const intakesSeenBy = (person: Person) =>
  act(person, async (tx) => {
    const { rows } = await sql<{ id: string }>`select id from referral.intake_reports`.execute(tx)
    return rows.map((row) => row.id)
  })

test('an intake report is signed once, and stays as it was signed, whoever writes', async () => {
  const id = await draftOfIntake()
  expect(await changeIntake(workers.practitioner, id, sql`where_to = 'werk'`)).toMatchObject({
    numAffectedRows: 1n,
  })
  expect(await intakesSeenBy(clients.inCare.person)).not.toContain(id)
  expect(await changeIntake(workers.practitioner, id, sql`signed_at = access.now()`)).toMatchObject({
    numAffectedRows: 1n,
  })
  expect(await intakesSeenBy(clients.inCare.person)).toContain(id)
  expect(await changeIntake(workers.practitioner, id, sql`where_to = 'anders'`)).toMatchObject({
    numAffectedRows: 0n,
  })
  const asOwner = asRoot(database, (tx) =>
    sql`update referral.intake_reports set where_to = 'anders' where id = ${id}`.execute(tx),
  )
  expect(await stateOf(asOwner)).toBe('42501')
})

test("a trainee's intake report reaches the client when a practitioner signed it too, in the own name", async () => {
  const id = await draftOfIntake()
  await changeIntake(workers.trainee, id, sql`signed_at = access.now()`)
  const asClient = () => intakesSeenBy(clients.inCare.person)
  expect(await asClient()).not.toContain(id)
  const cosign = (person: Person, name = person) =>
    changeIntake(person, id, sql`cosigned_by = ${name.id}, cosigned_at = access.now()`)
  expect(await stateOf(cosign(workers.trainee))).toBe('42501')
  expect(await stateOf(cosign(workers.second, workers.practitioner))).toBe('42501')
  expect(await stateOf(changeIntake(workers.practitioner, id, sql`where_to = 'anders'`))).toBe('42501')
  await cosign(workers.practitioner)
  expect(await asClient()).toContain(id)
})

test('nobody dates a signature, nor signs in the name of another', async () => {
  const signed = contact(workers.practitioner)
  await act(workers.practitioner, (tx) =>
    put(tx, 'contacts.contacts', { ...signed, signed_at: '2020-01-01T10:00:00Z' }),
  )
  const id = await draftOfIntake()
  await changeIntake(workers.trainee, id, sql`signed_at = '2020-01-01T10:00:00Z'`)
  const long = sql`cosigned_by = ${workers.practitioner.id}, cosigned_at = '2020-01-01T10:00:00Z'`
  await changeIntake(workers.practitioner, id, long)
  const { rows } = await asRoot(database, (tx) =>
    sql`select signed_at = access.now() as now, null::uuid as by, null as role from contacts.contacts where id = ${signed.id}
      union all select signed_at = access.now() and cosigned_at = access.now(), signed_by, signed_role
      from referral.intake_reports where id = ${id}`.execute(tx),
  )
  expect(rows).toEqual([
    { now: true, by: null, role: null },
    { now: true, by: workers.trainee.id, role: 'trainee' },
  ])
  const byName = changeIntake(
    workers.practitioner,
    await draftOfIntake(),
    sql`signed_by = ${workers.second.id}`,
  )
  expect(await stateOf(byName)).toBe('42501')
})

test("a trainee's report reaches the client when a colleague signed it too, in the own name", async () => {
  const row = contact(workers.trainee)
  await act(workers.trainee, (tx) => put(tx, 'contacts.contacts', row))
  await act(workers.trainee, (tx) =>
    sql`update contacts.contacts set signed_at = access.now() where id = ${row.id}`.execute(tx),
  )
  const asClient = async () => reports(clients.inCare.person, row.id)
  expect(await asClient()).toEqual([])
  const cosign = (person: Person, name = person) =>
    act(person, (tx) =>
      sql`update contacts.contacts set cosigned_by = ${name.id}, cosigned_at = access.now() where id = ${row.id}`.execute(
        tx,
      ),
    )
  expect(await stateOf(cosign(workers.trainee))).toBe('42501')
  expect(await stateOf(cosign(workers.second, workers.practitioner))).toBe('42501')
  await cosign(workers.practitioner)
  expect(await asClient()).toHaveLength(1)
})
