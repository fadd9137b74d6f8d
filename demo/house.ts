import type { Day } from '../app/core/day.ts'
import type { OrganisationId, PersonId, TeamId } from '../app/core/id.ts'
import type { Role } from '../app/core/role.ts'
import { addDemoPerson, entriesOf, setUp, signInAs } from '../app/people/accounts/door.ts'
import {
  addMunicipality,
  addOrganisation,
  addTeam,
  addWorker,
  listOrganisations,
  setArea,
  signAgreement,
} from '../app/people/staff/door.ts'
import { type Asker, read } from '../app/platform/database.ts'
import type { Database } from '../app/platform/engine.ts'
import { randomKey } from '../app/platform/keys.ts'
import { areas, municipalities, offices, organisations, posts, teamDesks } from './cast.ts'
import type { Named } from './names.ts'
import { type Carer, plans } from './plans.ts'

export type Worker = {
  person: PersonId
  name: string
  function: string
  organisation: OrganisationId
  asker: Asker
}
export type Team = {
  id: TeamId
  slug: string
  name: string
  workers: Worker[]
  organisations: Record<Carer, OrganisationId>
}

/** Which role a function has; the same as staff.functions. */
const roleOf: Record<string, Role> = {
  secretary: 'secretariat',
  'project-leader': 'project-leader',
  'case-manager': 'practitioner',
  'community-nurse': 'practitioner',
  psychiatrist: 'practitioner',
  psychologist: 'practitioner',
  'addiction-worker': 'practitioner',
  'supported-living-worker': 'supporter',
  'peer-expert': 'peer',
  'social-worker': 'welfare',
  trainee: 'trainee',
  'duty-desk': 'duty-desk',
  'privacy-officer': 'privacy-officer',
  administrator: 'administrator',
  controller: 'controller',
  'line-manager': 'line-manager',
  'programme-manager': 'programme-manager',
  'wmo-consultant': 'wmo-consultant',
  'steering-group-member': 'steering-group',
  researcher: 'researcher',
}

/** Builds the region as its administrator would: organisations with agreements, teams with areas, everybody who works there. */
export async function buildHouse(database: Database, people: () => Named, since: Day): Promise<Team[]> {
  const admin = await administrator(database)
  const byKey = await addOrganisations(admin, since)
  for (const municipality of municipalities) await addMunicipality(admin, municipality)
  const teams: Team[] = []
  for (const plan of plans) {
    const id = await addTeam(admin, {
      name: plan.name,
      ...(teamDesks[plan.slug] ?? { address: '', phone: '' }),
    })
    for (const area of areas.filter((x) => x.team === plan.slug)) {
      for (const [postcode4, neighbourhood] of area.postcodes)
        await setArea(admin, { postcode4, municipality: area.municipality, neighbourhood, team: id })
    }
    const own = {
      ggz: org(byKey, 'ggz'),
      vnn: org(byKey, 'vnn'),
      cosis: org(byKey, 'cosis'),
      welfare: org(byKey, `welfare-${plan.slug}`),
    }
    const team: Team = { id, slug: plan.slug, name: plan.name, workers: [], organisations: own }
    await addWorkers({ database, admin, team, people, since })
    teams.push(team)
  }
  await addOffices({ database, admin, byKey, people, since })
  return teams
}

async function administrator(database: Database): Promise<Asker> {
  const person = await setUp(database, {
    region: 'Drenthe',
    organisation: 'GGZ Drenthe',
    kind: 'mental-health',
    givenName: 'Alma',
    familyName: 'Regts',
    email: 'alma.regts@voorbeeld.test',
    password: randomKey(),
  })
  const [entry] = await entriesOf(database, person)
  const organisationId = entry?.organisationId ?? null
  await addDemoPerson(
    database,
    {
      slug: 'alma',
      personId: person,
      name: 'Alma Regts',
      role: 'administrator',
      organisationId,
      organisation: 'GGZ Drenthe',
      team: null,
    },
    900,
  )
  return { database, token: await signInAs(database, person, 'administrator', organisationId) }
}

async function addOrganisations(admin: Asker, since: Day): Promise<Map<string, OrganisationId>> {
  const byKey = new Map<string, OrganisationId>()
  const there = await read(admin, [], listOrganisations)
  for (const { key, name, kind } of organisations) {
    const known = there.find((x) => x.name === name)
    if (known) await signAgreement(admin, known.id, { from: since, until: null })
    byKey.set(key, known?.id ?? (await addOrganisation(admin, { name, kind, agb: '', signedOn: since })))
  }
  return byKey
}

function org(byKey: Map<string, OrganisationId>, key: string): OrganisationId {
  const id = byKey.get(key)
  if (!id) throw new Error(`no organisation ${key} in the demo`)
  return id
}

type Adding = {
  database: Database
  admin: Asker
  people: () => Named
  since: Day
}

async function addWorkers({ database, admin, team, people, since }: Adding & { team: Team }): Promise<void> {
  for (const post of posts) {
    for (let i = 0; i < post.count; i++) {
      const organisation = team.organisations[post.carer]
      const worker = await hire(
        { database, admin, people, since },
        { function: post.function, organisation, team: team.id },
      )
      team.workers.push(worker)
      const slug =
        i === 0 ? `${slugOf(post.function)}-${team.slug}` : `${slugOf(post.function)}-${i + 1}-${team.slug}`
      await introduce(database, worker, {
        slug,
        team: team.name,
        sort: plans.findIndex((x) => x.slug === team.slug) * 100 + team.workers.length,
      })
    }
  }
}

async function addOffices({
  database,
  admin,
  byKey,
  people,
  since,
}: Adding & { byKey: Map<string, OrganisationId> }): Promise<void> {
  for (const [i, office] of offices.entries()) {
    const worker = await hire(
      { database, admin, people, since },
      { function: office.function, organisation: org(byKey, office.organisation), team: null },
    )
    await introduce(database, worker, { slug: office.slug, team: null, sort: 800 + i })
  }
}

async function hire(
  adding: Adding,
  post: { function: string; organisation: OrganisationId; team: TeamId | null },
): Promise<Worker> {
  const { givenName, infix, familyName } = adding.people()
  const whole = [infix, familyName].filter(Boolean).join(' ')
  const email = `${givenName}.${whole}`.toLowerCase().replace(/[^a-z.]/g, '')
  const person = await addWorker(adding.admin, {
    givenName,
    familyName: whole,
    email: `${email}@voorbeeld.test`,
    phone: '',
    from: adding.since,
    ...post,
  })
  if (!person) throw new Error(`the demo has ${givenName} ${whole} twice`)
  const role = roleOf[post.function]
  if (!role) throw new Error(`no role for ${post.function}`)
  const token = await signInAs(adding.database, person, role, post.organisation)
  return {
    person,
    name: `${givenName} ${whole}`,
    function: post.function,
    organisation: post.organisation,
    asker: { database: adding.database, token },
  }
}

async function introduce(
  database: Database,
  worker: Worker,
  { slug, team, sort }: { slug: string; team: string | null; sort: number },
): Promise<void> {
  const organisation =
    (await read(worker.asker, [], listOrganisations)).find((x) => x.id === worker.organisation)?.name ?? null
  const role = roleOf[worker.function]
  if (role)
    await addDemoPerson(
      database,
      {
        slug,
        personId: worker.person,
        name: worker.name,
        role,
        organisationId: worker.organisation,
        organisation,
        team,
        about: functionWords[worker.function] ?? '',
      },
      sort,
    )
}

const slugs: Record<string, string> = {
  secretary: 'secretariaat',
  'project-leader': 'projectleider',
  'case-manager': 'casemanager',
  'community-nurse': 'spv',
  psychiatrist: 'psychiater',
  psychologist: 'psycholoog',
  'addiction-worker': 'vnn',
  'supported-living-worker': 'begeleider',
  'peer-expert': 'ervaringsdeskundige',
  'social-worker': 'welzijn',
  trainee: 'stagiair',
  'duty-desk': 'bureaudienst',
}

function slugOf(code: string): string {
  return slugs[code] ?? code
}

// Practitioners of a team are told apart by their profession.
const functionWords: Record<string, string> = {
  'case-manager': 'casemanager',
  'community-nurse': 'SPV',
  psychiatrist: 'psychiater',
  psychologist: 'psycholoog',
  'addiction-worker': 'verslavingszorg',
}
