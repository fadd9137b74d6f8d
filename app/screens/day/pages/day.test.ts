import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { always } from '../../../../tests/support/clock.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { openDossier } from '../../../../tests/support/gate.ts'
import { hire, makeWorld, type Person, put, tokenOf } from '../../../../tests/support/people.ts'
import { refer } from '../../../../tests/support/refer.ts'
import { newId } from '../../../core/id.ts'
import { link } from '../../../links.ts'

const database = await openTestDatabase()
const { workers, clients, organisations, teams } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

const as = async (person: Person) => app.as(await tokenOf(database, person))
const dayOf = async (person: Person) => (await as(person)).get(link('day'))
const { inCare, neighbour } = clients

await asRoot(database, async (tx) => {
  const visit = { kind: 'visit', minutes: 45, place: 'thuis' }
  const at = (client: typeof inCare) => ({ id: newId(), client_id: client.id, episode_id: client.episode })
  await put(tx, 'agenda.appointments', {
    ...at(inCare),
    ...visit,
    starts_at: '2026-11-24T13:00:00Z',
    person_id: workers.practitioner.id,
  })
  await put(tx, 'agenda.appointments', {
    ...at(neighbour),
    ...visit,
    starts_at: '2026-11-24T14:00:00Z',
    person_id: workers.second.id,
  })
  await put(tx, 'agenda.appointments', {
    ...at(inCare),
    ...visit,
    starts_at: '2026-11-25T08:20:00Z',
    person_id: workers.supporter.id,
  })
  await put(tx, 'contacts.contacts', {
    ...at(neighbour),
    happened_at: '2026-11-20T10:00:00Z',
    kind: 'phone',
    minutes: 15,
    author_id: workers.practitioner.id,
    author_role: 'practitioner',
    organisation_id: organisations.ggz,
  })
})
await openDossier(database, await tokenOf(database, workers.southern), inCare.id, {
  reason: 'belde in paniek op',
})

test('a team member sees the own appointments, and what waits for a signature', async () => {
  const page = await dayOf(workers.practitioner)
  expect(page).toMatchObject({ status: 200, heading: 'Goedemorgen, W.' })
  expect(page.text).toContain('14:00')
  expect(page.text).not.toContain('15:00')
  expect(page.text).toContain(
    link(
      'newContact',
      { clientId: inCare.id },
      { soort: 'visit', dag: '24-11-2026', tijd: '14:00', minuten: '45' },
    ).replaceAll('&', '&amp;'),
  )
  expect(page.text).toContain('eigen concept')
  expect(page.text).toContain('Contact vastleggen')
})

test('who has no appointment today sees those of the next day that has one, and reports not yet', async () => {
  const page = await dayOf(workers.supporter)
  expect(page.text).toContain('Geen afspraken vandaag')
  expect(page.text).toMatch(/woensdag 25 november 2026[\s\S]*09:20/)
  expect(page.text).not.toContain('Vastleggen')
  expect((await dayOf(workers.practitioner)).text).not.toContain('woensdag')
})

test('the secretariat sees the appointments of the whole team, without the way to report', async () => {
  const page = await dayOf(workers.secretary)
  expect(page.text).toContain('14:00')
  expect(page.text).toContain('15:00')
  expect(page.text).not.toContain('Vastleggen')
  expect(page.text).toContain('wachten op triage')
})

test('who wait for attention beyond the first six are counted as that', async () => {
  const desk = await as(workers.secretary)
  const came: string[] = []
  for (let i = 0; i < 7; i++) came.push((await refer(desk, { source: 'oggz' })).referralId)
  await asRoot(database, (tx) =>
    tx.updateTable('referral.referrals').set({ received_on: '2026-10-01' }).where('id', 'in', came).execute(),
  )
  const { text } = await dayOf(workers.practitioner)
  expect(text).toMatch(/Nog (1 die aandacht vraagt|\d die aandacht vragen)</)
  expect(text).not.toMatch(/Nog \d op de wachtlijst/)
})

test('a project leader sees counts', async () => {
  const page = await dayOf(workers.projectLeader)
  expect(page.text).toContain('In zorg')
  expect(page.text).not.toContain('14:00')
})

test('a privacy officer sees the emergencies of the last week', async () => {
  const page = await dayOf(workers.privacyOfficer)
  expect(page.text).toMatch(/stat-alarm[\s\S]*?>1<[\s\S]*?noodtoegang/)
})

test('an administrator sees who has no account and which agreements are missing, and no client', async () => {
  const page = await dayOf(workers.administrator)
  expect(page.text).toContain('zonder account')
  expect(page.text).toContain('unsigned')
  expect(page.text).toContain('lapsed')
  expect(page.text).not.toContain('Janssen')
})

test('a worker without a team is told so', async () => {
  expect((await dayOf(workers.elsewhere)).text).toContain('U zit vandaag in geen team')
})

test.each(['controller', 'lineManager', 'steeringGroup', 'researcher'] as const)(
  'a %s lands on the honest page, which promises nothing',
  async (who) => {
    const page = await dayOf(workers[who])
    expect(page.heading).toBe('Over mijn rol')
    expect(page.text).toContain('U ziet hier geen gegevens van cliënten.')
  },
)

test('the honest page says what the gate says, with the articles of law', async () => {
  const page = await (await as(workers.dutyDesk)).get(link('honest'))
  expect(page.text).toContain('signaleringsplan')
  expect(page.text).toMatch(/<details[\s\S]*BW 7:457 lid 2/)
  expect(page.text).toContain('noodtoegang: als iemand nu gevaar loopt')
  const desk = await (await as(workers.secretary)).get(link('honest'))
  expect(desk.text).toContain('een nieuwe cliënt aanmelden')
  expect(desk.text).not.toContain('noodtoegang')
  const [seen = '', unseen = ''] = page.text.split('Dit ziet u niet')
  expect(seen).not.toContain('verslagen')
  expect(unseen).toContain('verslagen')
})

test('an organisation without an agreement is told that it sees nothing', async () => {
  const page = await (await as(workers.unsigned)).get(link('honest'))
  expect(page.text).toContain('geen getekende overeenkomst')
})

test('who is not signed in comes to the sign-in page', async () => {
  expect((await app.as().get(link('day'))).status).toBe(303)
})

async function inBothTeams(role: 'practitioner' | 'secretariat', work: string): Promise<Person> {
  return asRoot(database, async (tx) => {
    const person = await hire(tx, role, organisations.ggz, teams.north)
    const { southern } = clients
    const about = { person_id: person.id, organisation_id: organisations.ggz, during: always }
    await put(tx, 'staff.memberships', { id: newId(), team_id: teams.south, role, function: work, ...about })
    if (role === 'practitioner')
      await put(tx, 'care.assignments', {
        ...{ id: newId(), client_id: southern.id, episode_id: southern.episode, ...about },
        part: 'treatment-coordinator',
      })
    return person
  })
}

test.each([
  ['practitioner', 'case-manager', [link('contactFor'), link('agenda'), link('board'), link('waitingList')]],
  ['secretariat', 'secretary', [link('referrals'), link('agenda'), link('waitingList')]],
] as const)('the day of a second team leads a %s to the pages of that team', async (role, work, expected) => {
  const browser = await as(await inBothTeams(role, work))
  const { text } = await browser.get(link('day', {}, { team: teams.south }))
  const [main = ''] = /<main[\s\S]*<\/main>/.exec(text) ?? []
  const leads = [...main.matchAll(/href="([^"?]*)(\?team=[^"&]*)?/g)].map(([, to = '', team]) => ({
    to,
    team,
  }))
  for (const page of expected) {
    const teamsOf = leads.filter(({ to }) => to === page).map(({ team }) => team)
    expect([page, ...new Set(teamsOf)]).toEqual([page, `?team=${teams.south}`])
  }
})

test('no day makes more than four statements', async () => {
  const people = [workers.practitioner, workers.trainee, workers.secretary, workers.projectLeader]
  for (const person of [...people, workers.privacyOfficer, workers.administrator, workers.controller]) {
    const { response } = await dayOf(person)
    const timing = response.headers.get('server-timing') ?? ''
    expect(Number(/desc="(\d+)"/.exec(timing)?.[1])).toBeLessThanOrEqual(4)
  }
})
