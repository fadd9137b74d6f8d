import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { ClientId, OrganisationId, PersonId, TeamId } from '../../app/core/id.ts'
import { newId } from '../../app/core/id.ts'
import type { Role } from '../../app/core/role.ts'
import type { Tx } from '../../app/platform/database.ts'
import type { Database } from '../../app/platform/engine.ts'
import { always, atTestMoment, earlier } from './clock.ts'
import { asRoot } from './database.ts'
import { dossierRows } from './dossier.ts'

export { lines } from './gate.ts'

/** Somebody who can sign in: a worker with a role in an organisation, or a person of the portal without one. */
export type Person = { id: PersonId; role: Role; organisation: OrganisationId | null }

/** A small region made as root, for the tests of the gate alone: pages are tested with the demo's cast. */
export type World = Awaited<ReturnType<typeof makeWorld>>

/** Puts rows in a table, whichever it is. */
export async function put(tx: Tx, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)))
  const values = sql.join(Object.values(row).map((value) => sql`${value}`))
  await sql`insert into ${sql.table(table)} (${columns}) values (${values})`.execute(tx)
}

/** Makes the region, its workers and its clients, and for each client one row in every client table. */
export function makeWorld(database: Database) {
  return asRoot(database, async (tx) => {
    const places = await makePlaces(tx)
    const workers = await makeWorkers(tx, places)
    const clients = await makeClients(tx, places, workers)
    return { ...places, workers, clients }
  })
}

async function makePlaces(tx: Tx) {
  const region = { drenthe: newId(), overijssel: newId() }
  await put(tx, 'staff.regions', { id: region.drenthe, name: 'Drenthe' })
  await put(tx, 'staff.regions', { id: region.overijssel, name: 'IJssel-Vecht' })
  const teams = { north: newId<TeamId>(), south: newId<TeamId>(), far: newId<TeamId>() }
  for (const [name, id] of Object.entries(teams)) {
    const where = name === 'far' ? region.overijssel : region.drenthe
    await put(tx, 'staff.teams', { id, region_id: where, name: `Team ${name}` })
  }
  const kinds = {
    ggz: 'mental-health',
    vnn: 'addiction',
    living: 'supported-living',
    welfare: 'welfare',
    municipality: 'municipality',
    insurer: 'insurer',
    other: 'other',
    unsigned: 'supported-living',
    lapsed: 'supported-living',
  }
  const organisations = {} as Record<keyof typeof kinds, OrganisationId>
  for (const name of Object.keys(kinds) as (keyof typeof kinds)[]) {
    const id = newId<OrganisationId>()
    organisations[name] = id
    await put(tx, 'staff.organisations', { id, region_id: region.drenthe, name, kind: kinds[name] })
    if (name !== 'unsigned')
      await put(tx, 'staff.agreements', {
        id: newId(),
        organisation_id: id,
        during: name === 'lapsed' ? earlier : always,
      })
  }
  return { teams, organisations }
}

type Places = Awaited<ReturnType<typeof makePlaces>>

/** A worker with one membership; team null is a post in the organisation. */
export async function hire(
  tx: Tx,
  role: Role,
  organisation: OrganisationId,
  team: TeamId | null,
  during = always,
): Promise<Person> {
  const id = newId<PersonId>()
  await put(tx, 'staff.workers', { id, given_name: 'W.', family_name: role, email: `${id}@example.org` })
  const { rows } = await sql<{ code: string }>`select code from staff.functions where role = ${role}`.execute(
    tx,
  )
  await put(tx, 'staff.memberships', {
    id: newId(),
    team_id: team,
    person_id: id,
    organisation_id: organisation,
    function: rows[0]?.code,
    role,
    during,
  })
  return { id, role, organisation }
}

async function makeWorkers(tx: Tx, { teams, organisations: org }: Places) {
  const inNorth = (role: Role, organisation = org.ggz) => hire(tx, role, organisation, teams.north)
  const atDesk = (role: Role, organisation = org.ggz) => hire(tx, role, organisation, null)
  return {
    practitioner: await inNorth('practitioner'),
    second: await inNorth('practitioner'),
    addiction: await inNorth('practitioner', org.vnn),
    past: await hire(tx, 'practitioner', org.ggz, teams.north, earlier),
    southern: await hire(tx, 'practitioner', org.ggz, teams.south),
    distant: await hire(tx, 'practitioner', org.ggz, teams.far),
    elsewhere: await atDesk('practitioner'),
    trainee: await inNorth('trainee'),
    supporter: await inNorth('supporter', org.living),
    unsigned: await inNorth('supporter', org.unsigned),
    lapsed: await inNorth('supporter', org.lapsed),
    peer: await inNorth('peer'),
    welfare: await inNorth('welfare', org.welfare),
    dutyDesk: await inNorth('duty-desk'),
    secretary: await inNorth('secretariat'),
    projectLeader: await inNorth('project-leader'),
    lineManager: await inNorth('line-manager'),
    programmeManager: await atDesk('programme-manager'),
    controller: await atDesk('controller'),
    wmoConsultant: await atDesk('wmo-consultant', org.municipality),
    steeringGroup: await atDesk('steering-group', org.municipality),
    researcher: await atDesk('researcher', org.other),
    privacyOfficer: await atDesk('privacy-officer'),
    administrator: await atDesk('administrator'),
  }
}

type Workers = Awaited<ReturnType<typeof makeWorkers>>

/** A client, the people beside the client, and the episode of care that the rows of the dossier belong to. */
export type Client = {
  id: ClientId
  episode: string
  person: Person
  relative: Person
  representative: Person
}

type Stay = { team: TeamId; phase: 'referral' | 'care' | 'aftercare'; during: string; episode: string }

async function makeClients(tx: Tx, { teams, organisations }: Places, workers: Workers) {
  const add = (name: string, team: TeamId, phase: Stay['phase'] = 'care', during = always) =>
    addClient(tx, name, [{ team, phase, during, episode: newId() }], workers, organisations.ggz)
  const clients = {
    inCare: await add('Jan Janssen', teams.north),
    neighbour: await add('Piet Meijer', teams.north),
    referred: await add('Rika Smit', teams.north, 'referral', '[2026-11-01,)'),
    aftercare: await add('Anna Visser', teams.north, 'aftercare'),
    left: await add('Gert Bakker', teams.north, 'care', earlier),
    returned: await addReturned(tx, teams.north, workers, organisations.ggz),
    colleague: await add('Willem de Wit', teams.south),
    dead: await add('Dirk Mulder', teams.north),
    southern: await add('Klaas van den Berg', teams.south),
    distant: await add('Verre Weg', teams.far),
  }
  await put(tx, 'care.assignments', {
    id: newId(),
    client_id: clients.inCare.id,
    person_id: workers.elsewhere.id,
    organisation_id: organisations.ggz,
    part: 'replacement',
    during: always,
  })
  // Works in the north, is in care in the south, and is shielded from the own colleagues.
  await put(tx, 'consent.grants', {
    ...word(clients.colleague, null, false, { team_id: teams.north }),
    given_by: 'default',
  })
  await put(tx, 'consent.after_death_refusals', { client_id: clients.dead.id })
  return clients
}

function addReturned(tx: Tx, team: TeamId, workers: Workers, organisation: OrganisationId) {
  const stays: Stay[] = [
    { team, phase: 'care', during: earlier, episode: newId() },
    { team, phase: 'care', during: '[2026-11-01,)', episode: newId() },
  ]
  return addClient(tx, 'Truus Terug', stays, workers, organisation)
}

/** The client's word about a section (null: all), for one organisation, team or person. */
export function word(
  client: { id: ClientId },
  section: string | null,
  allows: boolean,
  party: { organisation_id?: string; team_id?: string; person_id?: string },
): Record<string, unknown> {
  return { id: newId(), client_id: client.id, section, allows, during: always, given_by: 'client', ...party }
}

async function addClient(
  tx: Tx,
  name: string,
  stays: Stay[],
  workers: Workers,
  organisation: OrganisationId,
): Promise<Client> {
  const [given_name = '', ...rest] = name.split(' ')
  const portal = (role: Role): Person => ({ id: newId(), role, organisation: null })
  const client: Client = {
    id: newId(),
    episode: stays[0]?.episode ?? '',
    person: portal('client'),
    relative: portal('relative'),
    representative: portal('representative'),
  }
  await put(tx, 'clients.clients', {
    id: client.id,
    person_id: client.person.id,
    given_name,
    family_name: rest.at(-1),
    infix: rest.slice(0, -1).join(' '),
    birth_date: '1980-02-03',
  })
  for (const { team, phase, during, episode } of stays)
    await put(tx, 'care.periods', {
      id: newId(),
      client_id: client.id,
      episode_id: episode,
      team_id: team,
      phase,
      during,
    })
  const file = { ...client, team: stays[0]?.team, worker: workers.second.id, organisation }
  for (const { table, row } of dossierRows(file))
    await put(tx, table, { id: newId(), client_id: client.id, episode_id: client.episode, ...row })
  if (name === 'Dirk Mulder')
    await put(tx, 'clients.deaths', { id: newId(), client_id: client.id, died_on: '2026-10-01' })
  return client
}

/** Signs somebody in, as the sign-in code does, and returns the token. */
export async function signIn(
  database: Database,
  person: PersonId,
  role: Role,
  organisation: OrganisationId | null,
  idle = '15 min',
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest()
  await atTestMoment(() =>
    database.signin
      .transaction()
      .execute((tx) =>
        sql`select access.sign_in(${hash}, ${person}, ${role}, ${organisation}, 'test', ${idle}::interval, '12 hours')`.execute(
          tx,
        ),
      ),
  )
  return token
}

/** The same, for somebody of the world. */
export function tokenOf(database: Database, person: Person): Promise<string> {
  return signIn(database, person.id, person.role, person.organisation)
}
