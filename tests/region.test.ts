import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApp } from '../app/app.tsx'
import { sessionCookie } from '../app/people/accounts/door.ts'
import { at } from '../app/platform/clock.ts'
import { readConfig } from '../app/platform/config.ts'
import type { Database } from '../app/platform/engine.ts'
import { plans } from '../demo/plans.ts'
import { tellRegion } from '../demo/region.ts'
import { openTestDatabase, root } from './support/database.ts'
import { rowsOn } from './support/figures.ts'
import { caseloadOn, onNoPage, printedFacts, reading } from './support/source-facts.ts'

const secret = 'a secret for tests of more than thirty characters'
// Told on a Tuesday; what it counts stands until the last hour of that week.
const tuesday = new Date('2026-11-24T09:00:00Z')
const sunday = new Date('2026-11-29T22:30:00Z')

let database: Database
let app: ReturnType<typeof makeApp>
const told: string[] = []

beforeAll(async () => {
  database = await openTestDatabase()
  const progress = (team: string, now: number, of: number) => now === of && told.push(team)
  await at(tuesday, () => tellRegion(database, secret, { progress }))
  const assets = { css: '/style.css' }
  app = makeApp({ config: readConfig({}, false), database, demo: true, assets, keys: { secret } })
}, 600_000)
afterAll(() => database.close())

/** Signs in with one click, as the sign-in page of a demo offers; then asks for pages. */
async function as(slug: string, when = tuesday): Promise<(path: string) => Promise<string>> {
  const form = new URLSearchParams({ persoon: slug })
  const entered = await at(when, async () => app.request('/demo/aanmelden', { method: 'POST', body: form }))
  expect(entered.status, slug).toBe(303)
  const name = sessionCookie(undefined)
  const token = new RegExp(`${name}=([^;]+)`).exec(entered.headers.get('set-cookie') ?? '')?.[1]
  return async (path) => {
    const answer = await at(when, async () => app.request(path, { headers: { cookie: `${name}=${token}` } }))
    expect(answer.status, `${slug} ${path}`).toBe(200)
    return answer.text()
  }
}

const facts = printedFacts()

test('the teams are told one after the other', () => {
  expect(told).toEqual(['Assen', 'Emmen', 'De Wolden/Hoogeveen', 'Midden-Drenthe'])
})

test('every figure of the source is read on a page, or named as one that is not', () => {
  expect([...new Set(facts.map(({ fact }) => fact))].toSorted()).toEqual(
    [...Object.keys(reading), ...onNoPage].toSorted(),
  )
})

const teams = plans.map(({ slug }) => slug)
const moments = teams.flatMap((slug) => [
  { slug, day: 'Tuesday', when: tuesday },
  { slug, day: 'Sunday', when: sunday },
])

test.each(moments)(
  'the caseload page of $slug counts on $day what the source counted',
  async ({ slug, when }) => {
    const page = await as(`projectleider-${slug}`, when)
    const caseload = caseloadOn(await page('/caseload'))
    const own = facts.filter(({ team, fact }) => team === slug && fact in reading)
    expect(own.length).toBeGreaterThan(0)
    for (const { fact, value } of own) expect(reading[fact]?.(caseload), fact).toBe(value)
  },
)

test.each(teams)('in %s unique and shared add up, per organisation and for the team', async (slug) => {
  const page = await as(`projectleider-${slug}`)
  const rows = rowsOn(await page('/caseload'))
  const carers = rows.filter(([, , unique]) => unique !== '')
  expect(carers.length).toBeGreaterThan(2)
  for (const [name, people, unique, shared] of carers)
    expect(Number(unique) + Number(shared), name).toBe(Number(people))
})

test.each(teams)('in %s each number leads to as many rows', async (slug) => {
  const page = await as(`secretariaat-${slug}`)
  const html = await page('/caseload')
  const { numbers } = caseloadOn(html)
  const links = [
    ...html.matchAll(
      /class="stat-label"><a class="row-link" href="([^"]+)">([^<]+)<|class="stat-label"><a href="([^"]+)" class="row-link">([^<]+)</g,
    ),
  ]
  expect(links).toHaveLength(5)
  for (const [, one, first, other, second] of links) {
    const rows = rowsOn(await page((one ?? other ?? '').replaceAll('&amp;', '&')))
    expect(rows, first ?? second).toHaveLength(numbers[first ?? second ?? ''] ?? -1)
  }
})

test('everybody of the cast has a first page, that says that all of this is invented', async () => {
  const list = await app.request('/demo.json')
  const cast = (await list.json()) as { slug: string; role: string }[]
  expect(new Set(cast.map(({ role }) => role)).size).toBe(19)
  for (const { slug, role } of cast) {
    const page = await as(slug)
    const first = ['client', 'relative', 'representative'].includes(role) ? '/mijn' : '/vandaag'
    expect(await page(first), slug).toContain('alle mensen hier zijn verzonnen')
  }
}, 120_000)

test('welfare sees who said yes to that, and nobody else', async () => {
  const page = await as('welzijn-assen')
  const seen = rowsOn(await page('/herstelbord?vorm=lijst')).length
  const { rows } = await sql<{
    people: number
  }>`select count(distinct g.client_id)::int as people from consent.grants g
    join care.periods p on p.client_id = g.client_id and p.phase <> 'referral' and p.during @> '2026-11-24'::date
    join staff.teams t on t.id = p.team_id and t.name = 'Assen'
    join staff.organisations o on o.id = g.organisation_id and o.name = 'Vaart Welzijn'
    where g.allows and g.during @> '2026-11-24'::date`.execute(root(database))
  expect(seen).toBeGreaterThan(3)
  expect(seen).toBe(rows[0]?.people)
})

test('nobody was registered without a line in the log', async () => {
  const { rows } = await sql<{ clients: number; silent: number }>`select count(*)::int as clients,
    count(*) filter (where not exists (select from access.log l where l.client_id = c.id and l.event = 'register'))::int as silent
    from clients.clients c`.execute(root(database))
  expect(rows[0]?.clients).toBeGreaterThan(600)
  expect(rows[0]?.silent).toBe(0)
})
