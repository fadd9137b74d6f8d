import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ClientId, newId, type OrganisationId, type TeamId } from '../../app/core/id.ts'
import { type Role, roles } from '../../app/core/role.ts'
import type { Tx } from '../../app/platform/database.ts'
import { always, atTestMoment, earlier } from '../support/clock.ts'
import { asRoot, openTestDatabase } from '../support/database.ts'
import { lines } from '../support/gate.ts'
import { hire, type Person, put, tokenOf, word } from '../support/people.ts'

const database = await openTestDatabase()
afterAll(() => database.close())

type Rule = {
  role: Role
  section: string
  circle: string
  by_relation: string | null
  by_referral: string | null
  by_consent: string | null
  by_emergency: string | null
  writes: boolean
}
type Signed = 'signed' | 'never' | 'ended'
type Standing = 'none' | 'referral' | 'care' | 'aftercare' | 'past'
type Word =
  | 'nothing'
  | 'organisation yes'
  | 'organisation no'
  | 'team no'
  | 'person yes'
  | 'person no'
  | 'organisation no, person yes'
  | 'organisation yes, person no'
  | 'reports yes'
  | 'reports no'
type Scope = 'care' | 'money' | 'both' | 'ended' | 'nobody'
type Situation = { standing: Standing; word: Word; afterDeath: boolean; scope: Scope }

const standings: Standing[] = ['none', 'referral', 'care', 'aftercare', 'past']
const words: Word[] = [
  'nothing',
  'organisation yes',
  'organisation no',
  'team no',
  'person yes',
  'person no',
  'organisation no, person yes',
  'organisation yes, person no',
  'reports yes',
  'reports no',
]
const scopes: Scope[] = ['care', 'money', 'both', 'ended', 'nobody']
const agreements: Signed[] = ['signed', 'never', 'ended']
const portal: Role[] = ['client', 'relative', 'representative']

const situations: Situation[] = standings.flatMap((standing, i) =>
  words.flatMap((word, j) =>
    [false, true].map((afterDeath) => ({
      standing,
      word,
      afterDeath,
      scope: scopes[(i + j) % scopes.length] ?? 'nobody',
    })),
  ),
)

// ---- what the law and the house say, written down apart from the SQL

/** 'yes', 'no' or null: what the client said about this section to this person; the person beats the team beats the organisation. */
function said(word: Word, { role, section }: Rule, ofTeam: boolean): 'yes' | 'no' | null {
  const about = section === 'reports'
  // Whoever may see any part by consent may see that the person is a client.
  const listed =
    section === 'list' &&
    rules.some((one) => one.role === role && one.section === 'reports' && one.by_consent !== null)
  const answers: Record<Word, 'yes' | 'no' | null> = {
    nothing: null,
    'organisation yes': 'yes',
    'organisation no': 'no',
    'team no': ofTeam ? 'no' : null,
    'person yes': 'yes',
    'person no': 'no',
    'organisation no, person yes': 'yes',
    'organisation yes, person no': 'no',
    'reports yes': about || listed ? 'yes' : null,
    'reports no': about ? 'no' : null,
  }
  return answers[word]
}

/** A portal person belongs to no organisation and no team: only what was said to the person counts. */
function saidInPortal(word: Word): 'yes' | 'no' | null {
  if (word.includes('person yes')) return 'yes'
  return word.includes('person no') ? 'no' : null
}

const inMoney = ['list', 'identity', 'indications']

/** The ground on which this rule lets somebody see the section, or null. The order: death, agreement, shielding, consent, law. */
function ground(rule: Rule, s: Situation, agreement: Signed): string | null {
  if (rule.circle === 'any') return signed(rule.by_relation, agreement)
  if (rule.circle === 'team') return signed(inTeam(rule, s), agreement)
  if (rule.circle === 'named') return isNamed(rule, s, agreement) ? rule.by_consent : null
  if (rule.circle === 'represented') return isRepresented(rule, s) ? rule.by_relation : null
  return null // 'self' is another client here (the own dossier: opening.test.ts); 'region' shows no section
}

function signed(ground: string | null, agreement: Signed): string | null {
  return agreement === 'signed' ? ground : null
}

function inTeam(rule: Rule, s: Situation): string | null {
  const word = said(s.word, rule, true)
  if (word === 'no' || s.standing === 'none' || s.standing === 'past') return null
  if (word === 'yes' && !s.afterDeath) return rule.by_consent
  return s.standing === 'referral' ? rule.by_referral : rule.by_relation
}

function isNamed(rule: Rule, s: Situation, agreement: Signed): boolean {
  if (s.afterDeath) return false
  if (portal.includes(rule.role)) return saidInPortal(s.word) === 'yes'
  return agreement === 'signed' && said(s.word, rule, false) === 'yes'
}

function isRepresented(rule: Rule, s: Situation): boolean {
  if (s.afterDeath || saidInPortal(s.word) === 'no') return false
  return s.scope === 'care' || s.scope === 'both' || (s.scope === 'money' && inMoney.includes(rule.section))
}

/** The same in an emergency: the ground for it, unless shielded from this one person, dead and closed, or no agreement. */
function groundInEmergency(rule: Rule, s: Situation, agreement: Signed): string | null {
  const normal = ground(rule, s, agreement)
  if (normal !== null || rule.circle === 'region') return normal
  const personally = s.word === 'person no' || s.word === 'organisation yes, person no'
  return personally || s.afterDeath || agreement !== 'signed' ? null : rule.by_emergency
}

/** What a line in the log should say: sections seen and, for who opens to write, sections written. */
function expected(rules: Rule[], s: Situation, agreement: Signed, emergency: boolean): string {
  const of = emergency ? groundInEmergency : ground
  const open = rules.filter((rule) => of(rule, s, agreement) !== null)
  const writes = open.filter(
    (rule) => rule.writes && (ground(rule, s, agreement) !== null || rule.section === 'reports'),
  )
  return show(
    open.map((rule) => rule.section),
    writes.map((rule) => rule.section),
  )
}

function show(sections: string[], writes: string[]): string {
  return `sees ${[...sections].sort().join(' ') || 'nothing'} / writes ${[...writes].sort().join(' ') || 'nothing'}`
}

// ---- the same situations as rows, and what the gate says of them

let rules: Rule[] = []
const organisations = {} as Record<Signed, OrganisationId>
const people = new Map<string, Person>()
const clients: { id: ClientId; situation: Situation }[] = []

beforeAll(() =>
  asRoot(database, async (tx) => {
    rules = (await sql<Rule>`select * from access.rules`.execute(tx)).rows
    const team = await makePeople(tx)
    for (const situation of situations) {
      const id = newId<ClientId>()
      clients.push({ id, situation })
      await put(tx, 'clients.clients', { id, given_name: 'X', family_name: situation.word })
      await live(tx, { id }, situation, team)
      for (const row of spoken(id, situation.word, team)) await put(tx, 'consent.grants', row)
    }
  }),
)

/** One team, and in it a person of every role in three organisations: signed, never signed, ended. */
async function makePeople(tx: Tx): Promise<TeamId> {
  const [region, team] = [newId(), newId<TeamId>()]
  await put(tx, 'staff.regions', { id: region, name: 'Drenthe' })
  await put(tx, 'staff.teams', { id: team, region_id: region, name: 'Team' })
  for (const agreement of agreements) {
    const id = newId<OrganisationId>()
    organisations[agreement] = id
    await put(tx, 'staff.organisations', { id, region_id: region, name: agreement, kind: 'other' })
    const during = { signed: always, ended: earlier, never: null }[agreement]
    if (during) await put(tx, 'staff.agreements', { id: newId(), organisation_id: id, during })
    for (const role of roles.filter((r) => !portal.includes(r)))
      people.set(`${role} ${agreement}`, await hire(tx, role, id, team))
  }
  for (const role of portal) people.set(`${role} signed`, { id: newId(), role, organisation: null })
  return team
}

async function live(
  tx: Tx,
  client: { id: ClientId },
  { standing, afterDeath, scope }: Situation,
  team: string,
) {
  const about = { id: newId(), client_id: client.id }
  const phase = standing === 'past' || standing === 'none' ? 'care' : standing
  const during = standing === 'past' ? earlier : always
  const relative = people.get('relative signed')
  await put(tx, 'clients.relatives', { ...about, person_id: relative?.id, name: 'X', relation: 'zus' })
  if (standing !== 'none')
    await put(tx, 'care.periods', { ...about, episode_id: newId(), team_id: team, phase, during })
  if (afterDeath) {
    await put(tx, 'clients.deaths', { ...about, died_on: '2026-11-01' })
    await put(tx, 'consent.after_death_refusals', { client_id: client.id })
  }
  const represented = { person_id: people.get('representative signed')?.id, name: 'V', kind: 'proxy' }
  if (scope !== 'nobody')
    await put(tx, 'clients.representatives', {
      ...about,
      ...represented,
      scope: scope === 'ended' ? 'both' : scope,
      during: scope === 'ended' ? earlier : always,
    })
}

function spoken(id: ClientId, said: Word, team: string): Record<string, unknown>[] {
  const to = (section: string | null, allows: boolean, parties: Record<string, string>[]) =>
    parties.map((party) => word({ id }, section, allows, party))
  const toOrganisations = agreements.map((agreement) => ({ organisation_id: organisations[agreement] }))
  const toPeople = [...people.values()].map((person) => ({ person_id: person.id }))
  if (said === 'team no') return to(null, false, [{ team_id: team }])
  if (said.startsWith('reports')) return to('reports', said === 'reports yes', toOrganisations)
  return [
    ...(said.includes('organisation') ? to(null, said.includes('organisation yes'), toOrganisations) : []),
    ...(said.includes('person') ? to(null, said.includes('person yes'), toPeople) : []),
  ]
}

async function decided(person: Person, emergency: boolean): Promise<Map<string, string>> {
  const token = await tokenOf(database, person)
  const from = new Date()
  await atTestMoment(() =>
    database.app
      .transaction()
      .execute((tx) =>
        sql`select access.open_dossier(${token}, client, 'care', 'U', null, ${emergency ? 'crisis bij de cliënt' : null}) from unnest(${clients.map((c) => c.id)}::uuid[]) client`.execute(
          tx,
        ),
      ),
  )
  const found = await lines(
    database,
    sql`person_id = ${person.id} and at >= ${from} and event = ${emergency ? 'emergency' : 'dossier'}`,
  )
  return new Map(found.map((line) => [line.client_id ?? '', show(line.sections, line.writes)]))
}

const cases = roles.flatMap((role) =>
  (portal.includes(role) ? (['signed'] as const) : agreements).map((agreement) => ({ role, agreement })),
)

test.for(cases)(
  '$role, agreement $agreement: the gate decides as the table says, in every situation',
  async ({ role, agreement }) => {
    const person = people.get(`${role} ${agreement}`)
    if (!person) throw new Error('nobody')
    const ofRole = rules.filter((rule) => rule.role === role)
    for (const emergency of [false, true]) {
      const answers = await decided(person, emergency)
      const wrong = clients.flatMap(({ id, situation }) => {
        const wanted = expected(ofRole, situation, agreement, emergency)
        return answers.get(id) === wanted ? [] : [{ ...situation, emergency, wanted, got: answers.get(id) }]
      })
      expect(wrong).toEqual([])
    }
  },
)

test('the table of rules names no role that the program does not know', () => {
  expect([...new Set(rules.map((rule) => rule.role))].filter((role) => !roles.includes(role))).toEqual([])
})

test('what no rule may ever give', () => {
  const gives = (role: Role, section: string) =>
    rules.some((rule) => rule.role === role && rule.section === section)
  expect(gives('client', 'in-confidence')).toBe(false)
  expect(gives('wmo-consultant', 'treatment') || gives('wmo-consultant', 'reports')).toBe(false)
  const noDossier: Role[] = [
    'controller',
    'researcher',
    'steering-group',
    'administrator',
    'line-manager',
    'programme-manager',
  ]
  expect(rules.filter((rule) => noDossier.includes(rule.role))).toEqual([])
  expect(rules.filter((rule) => rule.role === 'privacy-officer').map((rule) => rule.section)).toEqual(['log'])
  expect(
    rules.filter((rule) => rule.writes && (rule.role === 'relative' || rule.role === 'representative')),
  ).toEqual([])
  const byEmergency = rules.filter((rule) => rule.by_emergency !== null).map((rule) => rule.role)
  expect(new Set(byEmergency)).toEqual(new Set(['practitioner', 'duty-desk']))
})
