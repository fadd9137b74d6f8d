import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { newId } from '../app/core/id.ts'
import { type Role, roles } from '../app/core/role.ts'
import { type PathName, paths } from '../app/links.ts'
import type { Route } from '../app/platform/web.ts'
import { isWithinReach } from '../app/reach.ts'
import { routes } from '../app/routes.ts'
import { type Answer, type Browser, openApp } from './support/app.ts'
import { asRoot, openTestDatabase } from './support/database.ts'
import { everybody, idsOf, urlOf } from './support/everybody.ts'
import { makeWorld, put, tokenOf, word } from './support/people.ts'

// Every role at every page: what the table of routes says of a role is what its pages answer, a client of another team
// is not there, whatever is asked, no page links to one that its reader has not, and nothing that anybody can type into an
// address bar breaks a page.

const database = await openTestDatabase()
const world = await makeWorld(database)
const { workers, clients } = world
const app = openApp(database)
afterAll(() => database.close())

const canary = 'Kanariebloem'
const own = clients.inCare
const other = clients.southern

const people = everybody(world)

/** Pages of a role that are about every client of the region: the log is. */
const aboutEverybody: Partial<Record<Role, PathName[]>> = {
  'privacy-officer': ['log', 'logExport', 'clientLooks'],
}

/** The same page for any client and for none: it reads nothing, and sending it asks the gate. */
const blank: PathName[] = ['emergency']

/** Pages that need what this world lacks (a password, an import that was read, a search, a planned intake); their own tests open them. */
const openedElsewhere: PathName[] = [
  'accountPassword',
  'accountCodes',
  'comeBack',
  'appointmentIntake',
  'import',
  'importUndo',
  'importReport',
]

/** A form that answers with a page: the number that was asked for, a start password that is shown once. */
const showsAtOnce: PathName[] = ['identity', 'workerAccount', 'workerPassword', 'accessOf']

await asRoot(database, async (tx) => {
  await sql`update clients.clients set family_name = ${canary} where id = ${other.id}`.execute(tx)
  for (const client of [own, other])
    await put(tx, 'consent.grants', word(client, 'reports', true, { team_id: world.teams.far }))
})
const ofOwn = await idsOf(database, world, own)
const ofOther = await idsOf(database, world, other)
/** The own client with what hangs under the other one. */
const mixed = { ...ofOther, clientId: own.id }
const ofNobody = Object.fromEntries(Object.keys(ofOther).map((name) => [name, newId()]))

const cases = [
  { whose: 'own', ids: ofOwn },
  { whose: 'other', ids: ofOther },
  { whose: 'mixed', ids: mixed },
  { whose: 'nobody', ids: ofNobody },
] as const
type Whose = (typeof cases)[number]['whose']
type Method = 'get' | 'post'

function isFor(route: Route, role: Role): boolean {
  return route.for === 'anyone' || route.for === 'signed-in' || route.for.includes(role)
}

function isAboutClient(route: Route): boolean {
  return paths[route.path].includes(':clientId')
}

function allows({ route, method }: Asked, status: number): boolean {
  if (method === 'get') return [200, 303, 404].includes(status)
  return [303, 404, 422, 400, 413].includes(status) || (status === 200 && showsAtOnce.includes(route.path))
}

// Another team's client and nobody at all must look the same.
function mustHide({ route, whose }: Asked): boolean {
  return ['other', 'nobody'].includes(whose) && isAboutClient(route) && !blank.includes(route.path)
}

type Asked = { role: Role; route: Route; method: Method; whose: Whose }

/** What is wrong with this answer; '' when nothing is. */
function wrongWith(asked: Asked, { status, text }: Answer): string {
  const { role, route } = asked
  if (!isFor(route, role) && status !== 404) return `is not for this role, answered ${status}`
  if (!allows(asked, status)) return `answered ${status}`
  const closed = [...text.matchAll(/ href="(\/[^"]*)"/g)].find(([, href = '']) => !isWithinReach(href, role))
  if (closed) return `shows a link to ${closed[1]}, which is not for this role`
  if (aboutEverybody[role]?.includes(route.path)) return ''
  if (text.includes(canary)) return 'told the name of another team’s client'
  return mustHide(asked) && status !== 404 ? `answered ${status}` : ''
}

// Leaving ends a session, so every page gets a browser that was just signed in where it could have.
async function browserFor(role: Role): Promise<(route: Route) => Promise<Browser>> {
  const kept = app.as(await tokenOf(database, people[role]))
  return async (route) => (Array.isArray(route.for) ? kept : app.as(await tokenOf(database, people[role])))
}

const opened = new Set<PathName>()

async function walk(role: Role, method: Method): Promise<string[]> {
  const wrong: string[] = []
  const browser = await browserFor(role)
  for (const { route, whose, ids } of asks(method)) {
    const answer = await (await browser(route))[method](urlOf(route, ids))
    if (method === 'get' && answer.status === 200) opened.add(route.path)
    const problem = wrongWith({ role, route, method, whose }, answer)
    if (problem) wrong.push(`${method} ${route.path} (${whose}): ${problem}`)
  }
  return wrong
}

function asks(method: Method) {
  return routes
    .filter((route) => route[method])
    .flatMap((route) =>
      (paths[route.path].includes(':') ? cases : cases.slice(0, 1)).map((each) => ({ route, ...each })),
    )
}

test('what must stay hidden is there, with a row behind every page', async () => {
  const { rows } = await asRoot(database, (tx) =>
    sql<{ family_name: string }>`select family_name from clients.clients where id = ${other.id}`.execute(tx),
  )
  expect(rows).toEqual([{ family_name: canary }])
  const { rows: kept } = await asRoot(database, (tx) =>
    sql<{ n: number }>`select (select count(*) from referral.referrals where id = ${ofOther.referralId})
      + (select count(*) from contacts.contacts where id = ${ofOther.contactId})
      + (select count(*) from documents.files where id = ${ofOther.fileId})
      + (select count(*) from agenda.appointments where id = ${ofOther.appointmentId}) as n`.execute(tx),
  )
  expect(Number(kept[0]?.n)).toBe(4)
  const browser = app.as(await tokenOf(database, workers.southern))
  expect((await browser.get(paths.dossier.replace(':clientId', other.id))).text).toContain(canary)
})

describe('opening every page', () => {
  test.each(roles)(
    '%s',
    async (role) => {
      expect(await walk(role, 'get')).toEqual([])
    },
    120_000,
  )

  test('every page opens for somebody, so that a 404 says something', () => {
    const pages = routes.filter((route) => route.get && route.for !== 'anyone').map((route) => route.path)
    expect(pages.filter((path) => !opened.has(path) && !openedElsewhere.includes(path))).toEqual([])
  })
})

describe('sending every form empty', () => {
  test.each(roles)(
    '%s',
    async (role) => {
      expect(await walk(role, 'post')).toEqual([])
    },
    120_000,
  )
})

test('the form of coming back takes nobody of another team, and nobody who is not there', async () => {
  const browser = app.as(await tokenOf(database, workers.secretary))
  for (const { clientId = '' } of [ofOther, ofNobody]) {
    const answer = await browser.post(paths.comeBack.replace(':clientId', clientId), { source: 'gp' })
    expect(answer.status).toBe(404)
  }
})

test.each(['get', 'post'] as const)(
  'signed out, %s leads to signing in',
  async (method) => {
    for (const route of routes.filter((each) => each[method])) {
      const answer = await app.as()[method](urlOf(route, ofOther))
      expect(answer.status, route.path).toBeLessThan(500)
      expect(answer.text, route.path).not.toContain(canary)
      if (route.for !== 'anyone')
        expect([answer.status, answer.to?.split('?')[0]], route.path).toEqual([303, paths.signIn])
    }
  },
  60_000,
)
