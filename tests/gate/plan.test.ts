import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../app/core/id.ts'
import type { Tx } from '../../app/platform/database.ts'
import { asApp, asRoot, openTestDatabase, stateOf } from '../support/database.ts'
import { openDossier } from '../support/gate.ts'
import { makeWorld, type Person, put, tokenOf } from '../support/people.ts'

// The client holds the pen: no session but the client's own writes in a sentence, unless both agreed in a talk.

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const { inCare } = clients
afterAll(() => database.close())

async function as(person: Person, run: (tx: Tx) => Promise<unknown>): Promise<unknown> {
  const ticket = await openDossier(database, await tokenOf(database, person), inCare.id, { action: 'U' })
  return asApp(database, ticket, run)
}

type Sentence = { body: string; version: number }

async function sentence(id: string): Promise<Sentence | undefined> {
  const { rows } = await asRoot(database, (tx) =>
    sql<Sentence>`select body, version from recovery_plan.entries where id = ${id}`.execute(tx),
  )
  return rows[0]
}

const goal = (body: string, more: object = {}) => ({
  id: newId(),
  client_id: inCare.id,
  kind: 'goal',
  body,
  ...more,
})

/** A goal that the client wrote, and a worker's proposal of another wording for it. */
async function proposed(more: object = {}) {
  const entry = goal('Weer fietsen')
  await as(inCare.person, (tx) => put(tx, 'recovery_plan.entries', entry))
  const proposal = { ...goal('Elke week fietsen'), entry_id: entry.id, base_version: 1, ...more }
  await as(workers.supporter, (tx) => put(tx, 'recovery_plan.proposals', proposal))
  return { entry: entry.id, proposal: proposal.id }
}

const inTalk = (person: Person, proposal: string, day = '2026-11-20') =>
  as(person, (tx) =>
    sql`select recovery_plan.agree_in_talk(${newId()}, ${proposal}, ${day}, 'zo afgesproken')`.execute(tx),
  )

const team = ['practitioner', 'second', 'trainee', 'supporter', 'peer'] as const

test.for(team)('%s adds, changes and ends no sentence; the client does', async (name) => {
  const mine = goal('Koken leren')
  await as(inCare.person, (tx) => put(tx, 'recovery_plan.entries', mine))
  expect(await stateOf(as(workers[name], (tx) => put(tx, 'recovery_plan.entries', goal('x'))))).toBe('42501')
  await as(workers[name], (tx) =>
    sql`update recovery_plan.entries set body = 'iets anders' where id = ${mine.id}`.execute(tx),
  )
  expect(await sentence(mine.id)).toEqual({ body: 'Koken leren', version: 1 })
  const ending = {
    id: newId(),
    client_id: inCare.id,
    entry_id: mine.id,
    outcome: 'let-go',
    ended_on: '2026-11-24',
  }
  expect(await stateOf(as(workers[name], (tx) => put(tx, 'recovery_plan.endings', ending)))).toBe('42501')
  await as(inCare.person, (tx) =>
    sql`update recovery_plan.entries set body = 'Leren koken' where id = ${mine.id}`.execute(tx),
  )
  await as(inCare.person, (tx) => put(tx, 'recovery_plan.endings', ending))
  expect(await sentence(mine.id)).toEqual({ body: 'Leren koken', version: 2 })
})

test('nobody of the team decides on a proposal, and nobody withdraws another’s', async () => {
  const { proposal } = await proposed()
  const decision = (outcome: string) => ({
    id: newId(),
    client_id: inCare.id,
    proposal_id: proposal,
    outcome,
  })
  for (const outcome of ['accepted', 'changed', 'declined'])
    expect(
      await stateOf(as(workers.supporter, (tx) => put(tx, 'recovery_plan.decisions', decision(outcome)))),
    ).toBe('42501')
  expect(
    await stateOf(
      as(workers.practitioner, (tx) => put(tx, 'recovery_plan.decisions', decision('withdrawn'))),
    ),
  ).toBe('42501')
  expect(
    await stateOf(as(workers.supporter, (tx) => put(tx, 'recovery_plan.decisions', decision('withdrawn')))),
  ).toBe('')
})

test('what was agreed in a talk changes the sentence, with the day, who recorded it and what it said', async () => {
  const { entry, proposal } = await proposed()
  await inTalk(workers.practitioner, proposal)
  expect(await sentence(entry)).toEqual({ body: 'Elke week fietsen', version: 2 })
  const { rows } = await asRoot(database, (tx) =>
    sql`select talked_on, before ->> 'body' as said, written_by from recovery_plan.decisions where proposal_id = ${proposal}`.execute(
      tx,
    ),
  )
  expect(rows).toEqual([
    { talked_on: '2026-11-20', said: 'Weer fietsen', written_by: workers.practitioner.id },
  ])
})

test('a talk changes nothing that the client changed since, nor twice, nor ahead of its day, nor through a trainee', async () => {
  const { entry, proposal } = await proposed()
  expect(await stateOf(inTalk(workers.trainee, proposal))).toBe('42501')
  expect(await stateOf(inTalk(workers.practitioner, proposal, '2026-11-25'))).toBe('22023')
  await as(inCare.person, (tx) =>
    sql`update recovery_plan.entries set body = 'Met mijn broer fietsen' where id = ${entry}`.execute(tx),
  )
  expect(await stateOf(inTalk(workers.practitioner, proposal))).toBe('55000')
  expect(await sentence(entry)).toEqual({ body: 'Met mijn broer fietsen', version: 2 })
  const again = await proposed()
  await inTalk(workers.practitioner, again.proposal)
  expect(await stateOf(inTalk(workers.practitioner, again.proposal))).toBe('55000')
})

test('nobody writes into another client’s plan through a talk', async () => {
  const { id: author_id, role: author_role } = workers.supporter
  const row = { ...goal('Een hond'), client_id: clients.southern.id, author_id, author_role }
  await asRoot(database, (tx) => put(tx, 'recovery_plan.proposals', row))
  expect(await stateOf(inTalk(workers.practitioner, row.id))).toBe('42501')
})

test('what was proposed in an earlier time cannot be agreed on until the client permits that time', async () => {
  const { returned } = clients
  const { rows } = await asRoot(database, (tx) =>
    sql<{ id: string }>`select p.id from recovery_plan.proposals p where p.client_id = ${returned.id}
      and not exists (select from recovery_plan.decisions d where d.proposal_id = p.id)`.execute(tx),
  )
  const proposal = rows[0]?.id ?? ''
  const talk = async () => {
    const token = await tokenOf(database, workers.practitioner)
    const ticket = await openDossier(database, token, returned.id, { action: 'U' })
    return asApp(database, ticket, (tx) =>
      sql`select recovery_plan.agree_in_talk(${newId()}, ${proposal}, '2026-11-20', '')`.execute(tx),
    )
  }
  expect(rows).toHaveLength(1)
  expect(await stateOf(talk())).toBe('42501')
  const permission = { client_id: returned.id, episode_id: returned.episode, given_by: 'client' }
  await asRoot(database, (tx) => put(tx, 'consent.reopenings', permission))
  expect(await stateOf(talk())).toBe('')
})

test('a sentence that the client shields from somebody takes its proposals and remarks along', async () => {
  const { entry } = await proposed()
  await as(workers.peer, (tx) =>
    put(tx, 'recovery_plan.remarks', { id: newId(), client_id: inCare.id, entry_id: entry, body: 'Mooi' }),
  )
  const count = (person: Person) =>
    as(person, async (tx) => {
      const { rows } = await sql<{
        n: number
      }>`select (select count(*) from recovery_plan.entries where id = ${entry})
        + (select count(*) from recovery_plan.proposals where entry_id = ${entry})
        + (select count(*) from recovery_plan.remarks where entry_id = ${entry}) as n`.execute(tx)
      return rows[0]?.n
    })
  expect(await count(workers.practitioner)).toBe(3)
  await asRoot(database, (tx) =>
    put(tx, 'consent.shielded_rows', {
      id: newId(),
      client_id: inCare.id,
      row_id: entry,
      person_id: workers.practitioner.id,
      during: '[2026-01-01,)',
    }),
  )
  expect([await count(workers.practitioner), await count(workers.second)]).toEqual([0, 3])
})

test('the crisis plan is for who sees crisis: the duty desk reads its lines and no other sentence', async () => {
  const sign = {
    id: newId(),
    client_id: inCare.id,
    section: 'crisis',
    kind: 'sign',
    part: 'orange:sign',
    body: 'Ik slaap niet',
  }
  await as(inCare.person, (tx) => put(tx, 'recovery_plan.entries', sign))
  const kinds = (person: Person) =>
    as(person, async (tx) => {
      const { rows } = await sql<{
        kind: string
      }>`select distinct kind from recovery_plan.entries order by kind`.execute(tx)
      return rows.map(({ kind }) => kind)
    })
  expect(await kinds(workers.practitioner)).toEqual(expect.arrayContaining(['goal', 'sign']))
  expect(await kinds(workers.dutyDesk)).toEqual(['sign'])
})

test('an agreement keeps what the plan said, whatever the hand that records it sends', async () => {
  const mine = goal('Vrijwilligerswerk')
  await as(inCare.person, (tx) => put(tx, 'recovery_plan.entries', mine))
  const agreement = { id: newId(), client_id: inCare.id, agreed_on: '2026-11-24', how: 'portal' }
  expect(
    await stateOf(as(workers.practitioner, (tx) => put(tx, 'recovery_plan.agreements', agreement))),
  ).toBe('42501')
  await as(inCare.person, (tx) => put(tx, 'recovery_plan.agreements', agreement))
  await as(inCare.person, (tx) =>
    sql`update recovery_plan.entries set body = 'Betaald werk' where id = ${mine.id}`.execute(tx),
  )
  const { rows } = await asRoot(database, (tx) =>
    sql<{
      plan: { id: string; body: string }[]
    }>`select plan from recovery_plan.agreements where id = ${agreement.id}`.execute(tx),
  )
  expect(rows[0]?.plan.find(({ id }) => id === mine.id)?.body).toBe('Vrijwilligerswerk')
})
