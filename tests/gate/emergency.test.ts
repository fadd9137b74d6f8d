import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { asApp, asRoot, openTestDatabase } from '../support/database.ts'
import { lastLine, lines, openDossier, probes, seen, seenIn } from '../support/gate.ts'
import { hire, makeWorld, put, tokenOf, word } from '../support/people.ts'

const database = await openTestDatabase()
const { workers, clients, organisations, teams } = await makeWorld(database)
const southern = await tokenOf(database, workers.southern)
afterAll(() => database.close())

/** An emergency shows the dossier, but no agenda. */
const dossier = Object.keys(probes)
  .filter((section) => section !== 'agenda')
  .sort()

const reason = 'crisis bij de cliënt thuis'
const emergency = (token: string, client = clients.inCare, action: 'R' | 'U' = 'R') =>
  openDossier(database, token, client.id, { reason, action })

test('an emergency asks for a reason of ten characters or more; without one the asking is a line all the same', async () => {
  for (const short of ['kort', '          ', '  ernstig  ']) {
    expect(await openDossier(database, southern, clients.inCare.id, { reason: short })).toBeNull()
    expect(await lastLine(database, clients.inCare.id)).toMatchObject({ granted: false, reason: short })
  }
})

test.for([
  ['secretariat', workers.secretary],
  ['supporter', workers.supporter],
  ['peer', workers.peer],
  ['project leader', workers.projectLeader],
  ['Wmo consultant', workers.wmoConsultant],
  ['administrator', workers.administrator],
  ['relative', clients.neighbour.relative],
] as const)('a %s has no ground for an emergency', async ([, person]) => {
  const token = await tokenOf(database, person)
  expect(await asRoot(database, (tx) => seenIn(tx, clients.southern.id))).not.toEqual([])
  expect(await emergency(token, clients.southern)).toBeNull()
  expect(await lastLine(database, clients.southern.id)).toMatchObject({
    event: 'emergency',
    granted: false,
    sections: [],
    reason,
  })
})

test('a practitioner from elsewhere opens with a reason; it is a line and an alert', async () => {
  expect(await openDossier(database, southern, clients.inCare.id)).toBeNull()
  const ticket = await emergency(southern)
  expect(await seen(database, ticket)).toEqual(dossier)
  const line = await lastLine(database, clients.inCare.id)
  expect(line).toMatchObject({
    event: 'emergency',
    granted: true,
    reason,
    basis: ['AVG 9 lid 2 c, BW 7:453'],
    person_id: workers.southern.id,
  })
  const alerts = await asRoot(database, (tx) => sql`select log_id, client_id from access.alerts`.execute(tx))
  expect(alerts.rows).toEqual([{ log_id: line.id, client_id: clients.inCare.id }])
})

test('within half an hour the same person opens again without a reason, each time with a line', async () => {
  const before = (await lines(database, sql`client_id = ${clients.inCare.id}`)).length
  expect(await openDossier(database, southern, clients.inCare.id)).not.toBeNull()
  expect(await lines(database, sql`client_id = ${clients.inCare.id}`)).toHaveLength(before + 1)
  const colleague = await tokenOf(database, workers.distant)
  expect(await openDossier(database, colleague, clients.inCare.id)).toBeNull()
  await asRoot(database, (tx) =>
    sql`update access.log set at = at - interval '31 min' where event = 'emergency'`.execute(tx),
  )
  expect(await openDossier(database, southern, clients.inCare.id)).toBeNull()
})

test('in an emergency one reports, no more', async () => {
  await emergency(southern, clients.neighbour, 'U')
  expect((await lastLine(database, clients.neighbour.id)).writes).toEqual(['reports'])
  await emergency(await tokenOf(database, workers.practitioner), clients.neighbour, 'U')
  expect((await lastLine(database, clients.neighbour.id)).writes).toContain('plan')
})

test('the duty desk sees what a crisis needs', async () => {
  expect(await emergency(await tokenOf(database, workers.dutyDesk), clients.southern)).not.toBeNull()
  expect((await lastLine(database, clients.southern.id)).sections).toEqual(['crisis', 'list', 'medication'])
})

test('a refusal of the organisation or the team gives way to an emergency', async () => {
  await asRoot(database, (tx) =>
    put(tx, 'consent.grants', word(clients.aftercare, null, false, { organisation_id: organisations.ggz })),
  )
  expect(await openDossier(database, southern, clients.aftercare.id)).toBeNull()
  expect(await emergency(southern, clients.aftercare)).not.toBeNull()
  expect(await emergency(await tokenOf(database, workers.practitioner), clients.colleague)).not.toBeNull()
})

test.for([
  ['everything', null, []],
  ['the reports', 'reports', dossier.filter((section) => section !== 'reports')],
] as const)('a shielding of %s from one named person holds in an emergency', async ([, section, left]) => {
  const client = section === null ? clients.returned : clients.dead
  await asRoot(database, async (tx) => {
    await sql`delete from consent.after_death_refusals`.execute(tx)
    await put(tx, 'consent.grants', word(client, section, false, { person_id: workers.southern.id }))
  })
  expect(await asRoot(database, (tx) => seenIn(tx, client.id))).toContain('reports')
  const ticket = await emergency(southern, client)
  if (section === null) expect(ticket).toBeNull()
  else expect(await seen(database, ticket)).toEqual(left)
  expect(await emergency(await tokenOf(database, workers.distant), client)).not.toBeNull()
})

test('without an agreement there is no emergency either', async () => {
  const someone = await asRoot(database, (tx) =>
    hire(tx, 'practitioner', organisations.unsigned, teams.north),
  )
  expect(await emergency(await tokenOf(database, someone), clients.southern)).toBeNull()
})

test('an emergency does not reach past the rows that were shielded one by one', async () => {
  const row = await asRoot(database, async (tx) => {
    const { rows } = await sql<{
      id: string
    }>`select id from contacts.contacts where client_id = ${clients.left.id}`.execute(tx)
    await put(tx, 'consent.shielded_rows', {
      id: rows[0]?.id,
      client_id: clients.left.id,
      row_id: rows[0]?.id,
      person_id: workers.southern.id,
      during: '[2021-01-01,)',
    })
    return rows[0]?.id
  })
  const ticket = await emergency(southern, clients.left)
  const { rows } = await asApp(database, ticket, (tx) =>
    sql`select id from contacts.contacts where id = ${row}`.execute(tx),
  )
  expect(rows).toEqual([])
  expect(await seen(database, ticket)).toContain('referral')
})
