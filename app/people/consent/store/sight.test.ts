import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, type Person, put, tokenOf, type World, word } from '../../../../tests/support/people.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Database } from '../../../platform/engine.ts'
import { groundOf, type Situation } from '../rules/truth.ts'

// access.decide against the one truth table: for words, agreements, deaths and askers made by chance, both must give the
// same sections. The facts of a situation are counted here once more, from the tables, with queries of their own.
let database: Database
let world: World
const sessions = new Map<string, string>()

beforeAll(async () => {
  database = await openTestDatabase()
  world = await makeWorld(database)
  for (const [name, person] of askers()) sessions.set(name, await sessionOf(person))
})
afterAll(() => database.close())

const clientNames = ['inCare', 'referred', 'aftercare', 'left', 'colleague', 'southern'] as const
type ClientName = (typeof clientNames)[number]

function askers(): [string, Person][] {
  const beside = clientNames.flatMap((name): [string, Person][] => {
    const { person, relative, representative } = world.clients[name]
    return [
      [`${name} self`, person],
      [`${name} relative`, relative],
      [`${name} representative`, representative],
    ]
  })
  return [...Object.entries(world.workers), ...beside]
}

async function sessionOf(person: Person): Promise<string> {
  await tokenOf(database, person)
  const { rows } = await asRoot(database, (tx) =>
    sql<{
      id: string
    }>`select id from access.sessions where person_id = ${person.id} order by id desc limit 1`.execute(tx),
  )
  return rows[0]?.id ?? ''
}

const parties = [
  'ggz',
  'living',
  'municipality',
  'welfare',
  'north',
  'south',
  'practitioner',
  'wmoConsultant',
  'relative',
] as const
const sections = [null, 'list', 'plan', 'reports', 'identity', 'indications', 'crisis'] as const
const someWord = fc.record({
  party: fc.constantFrom(...parties),
  section: fc.constantFrom(...sections),
  allows: fc.boolean(),
})
const somebody = fc.record({
  client: fc.constantFrom(...clientNames),
  words: fc.array(someWord, { maxLength: 6 }),
  dead: fc.boolean(),
  refused: fc.boolean(),
  ended: fc.constantFrom('none', 'ggz', 'living', 'municipality'),
  emergency: fc.boolean(),
})
type Case = {
  client: ClientName
  words: { party: (typeof parties)[number]; section: string | null; allows: boolean }[]
} & {
  dead: boolean
  refused: boolean
  ended: string
  emergency: boolean
}

function columnOf(party: (typeof parties)[number], client: ClientName): Parameters<typeof word>[3] {
  if (party === 'north' || party === 'south') return { team_id: world.teams[party] }
  if (party === 'practitioner' || party === 'wmoConsultant') return { person_id: world.workers[party].id }
  if (party === 'relative') return { person_id: world.clients[client].relative.id }
  return { organisation_id: world.organisations[party] }
}

async function arrange(tx: Tx, { client, words, dead, refused, ended }: Case): Promise<void> {
  const { id } = world.clients[client]
  for (const { party, section, allows } of words)
    await put(tx, 'consent.grants', word({ id }, section, allows, columnOf(party, client)))
  if (dead) await put(tx, 'clients.deaths', { id: crypto.randomUUID(), client_id: id, died_on: '2026-11-01' })
  if (refused) await put(tx, 'consent.after_death_refusals', { client_id: id })
  if (ended !== 'none')
    await sql`update staff.agreements set during = '[2021-01-01,2026-11-24)'
      where organisation_id = ${world.organisations[ended as 'ggz']}`.execute(tx)
}

type Facts = {
  role: string
  section: string
  circle: Situation['circle']
  limits: [boolean, boolean, boolean, boolean]
  signed: boolean
  isSelf: boolean
  inTeam: boolean
  referred: boolean
  scopes: string[]
  closed: boolean
  words: Situation['words']
}

// Everything about one asker and one client, per rule of the asker's role.
async function factsOf(tx: Tx, session: string, client: string): Promise<Facts[]> {
  const { rows } = await sql<Facts>`
    with s as (select * from access.sessions where id = ${session}),
      post as (select m.* from staff.memberships m, s where m.person_id = s.person_id and m.role = s.role
        and m.organisation_id = s.organisation_id and m.during @> access.today()),
      stay as (select p.phase from care.periods p where p.client_id = ${client} and p.during @> access.today()
        and p.team_id in (select team_id from post))
    select r.role, r.section, r.circle,
      array[r.by_relation is not null, r.by_referral is not null, r.by_consent is not null, r.by_emergency is not null] as limits,
      s.organisation_id is null or exists (select from staff.agreements a where a.organisation_id = s.organisation_id
        and a.during @> access.today()) as signed,
      exists (select from clients.clients c where c.id = ${client} and c.person_id = s.person_id) as "isSelf",
      exists (select from stay where phase in ('care', 'aftercare')) or exists (select from care.assignments a, post
        where a.client_id = ${client} and a.person_id = post.person_id and a.organisation_id = post.organisation_id
        and a.during @> access.today()) as "inTeam",
      exists (select from stay where phase = 'referral') as referred,
      array(select l.scope from clients.representatives l where l.client_id = ${client} and l.person_id = s.person_id
        and l.during @> access.today()) as scopes,
      exists (select from clients.deaths d where d.client_id = ${client})
        and exists (select from consent.after_death_refusals n where n.client_id = ${client}) as closed,
      coalesce((select jsonb_agg(jsonb_build_object('allows', g.allows, 'party',
          case when g.person_id is not null then 'person' when g.team_id is not null then 'team' else 'organisation' end))
        from consent.grants g where g.client_id = ${client} and g.during @> access.today()
          and (coalesce(g.section, r.section) = r.section or r.section = 'list' and g.allows
              and g.section in (select o.section from access.rules o where o.role = r.role and o.by_consent is not null)) and (g.person_id = s.person_id
            or g.organisation_id = s.organisation_id or g.team_id in (select team_id from post))), '[]') as words
    from s join access.rules r on r.role = s.role where r.circle <> 'region'`.execute(tx)
  return rows
}

function situationOf(facts: Facts, emergency: boolean): Situation {
  const [relation, referral, consent, urgent] = facts.limits
  const money = ['list', 'identity', 'indications'].includes(facts.section)
    ? ['care', 'money', 'both']
    : ['care', 'both']
  return {
    ...facts,
    limit: { relation, referral, consent, emergency: urgent },
    represents: facts.scopes.some((scope) => money.includes(scope)),
    emergency,
  }
}

async function decided(tx: Tx, session: string, client: string, emergency: boolean): Promise<string[]> {
  const { rows } = await sql<{ sections: string[] }>`select d.sections from access.sessions s,
    access.decide(s, array[${client}::uuid], ${emergency}) d where s.id = ${session}`.execute(tx)
  return [...(rows[0]?.sections ?? [])].sort()
}

class Undo extends Error {}

test('access.decide and the truth table agree, whatever the client said', { timeout: 240_000 }, async () => {
  const seen = { something: 0, nothing: 0 }
  await fc.assert(
    fc.asyncProperty(somebody, async (one) => {
      await asRoot(database, async (tx) => {
        await arrange(tx, one)
        const { id } = world.clients[one.client]
        for (const [name] of askers()) {
          const session = sessions.get(name) ?? ''
          const facts = await factsOf(tx, session, id)
          const expected = facts.filter((f) => groundOf(situationOf(f, one.emergency))).map((f) => f.section)
          expect(await decided(tx, session, id, one.emergency), name).toEqual(expected.sort())
          seen[expected.length > 0 ? 'something' : 'nothing'] += 1
        }
        throw new Undo()
      }).catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error
      })
    }),
    { numRuns: 25 },
  )
  expect(seen.something).toBeGreaterThan(50)
  expect(seen.nothing).toBeGreaterThan(50)
})
