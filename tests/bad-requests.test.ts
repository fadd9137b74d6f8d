import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import type { Role } from '../app/core/role.ts'
import { type PathName, paths } from '../app/links.ts'
import type { Route } from '../app/platform/web.ts'
import { routes } from '../app/routes.ts'
import { type Answer, type Browser, openApp } from './support/app.ts'
import { asRoot, openTestDatabase } from './support/database.ts'
import { everybody, idsOf, urlOf } from './support/everybody.ts'
import { makeWorld, tokenOf } from './support/people.ts'

// Requests that no honest page makes: from another site, of another type, broken, too large, or with nonsense in the
// address. None is a 500, and none stores anything.

const database = await openTestDatabase()
const world = await makeWorld(database)
const own = world.clients.inCare
const people = everybody(world)
const app = openApp(database)
const ids = await idsOf(database, world, own)
afterAll(() => database.close())

const worker = app.as(await tokenOf(database, people.practitioner))
const officer = app.as(await tokenOf(database, people['privacy-officer']))
const secretary = app.as(await tokenOf(database, people.secretariat))
const administrator = app.as(await tokenOf(database, people.administrator))
const client = app.as(await tokenOf(database, people.client))
const megabyte = 1024 * 1024
const asForm = { 'content-type': 'application/x-www-form-urlencoded' }
const contact = urlOf({ path: 'newContact' }, ids)
const file = urlOf({ path: 'newFile' }, ids)
const sound = 'kind=visit&day=24-11-2026&time=09:30&usual=30&report=Gesproken&how=sign'

async function contacts(): Promise<number> {
  const { rows } = await asRoot(database, (tx) =>
    sql<{
      n: string
    }>`select (select count(*) from contacts.contacts) + (select count(*) from documents.files) as n`.execute(
      tx,
    ),
  )
  return Number(rows[0]?.n)
}

function post(browser: Browser, path: string, init: RequestInit) {
  return browser.send(path, { method: 'POST', headers: asForm, ...init })
}

function from(headers: Record<string, string>) {
  return { body: sound, headers: { ...asForm, ...headers } }
}

function upload(name: string, bytes: Uint8Array<ArrayBuffer> | string, type: string): FormData {
  const form = new FormData()
  form.set('kind', 'letter')
  form.set('file', new File([bytes], name, { type }))
  return form
}

test('the same form, sent by the own page, is taken', async () => {
  const before = await contacts()
  const answer = await post(
    worker,
    contact,
    from({ 'sec-fetch-site': 'same-origin', origin: 'http://localhost' }),
  )
  expect(answer.status).toBe(303)
  expect(await contacts()).toBe(before + 1)
})

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a neighbour of this site', { 'sec-fetch-site': 'same-site' }, 403],
  ['another origin', { origin: 'https://elders.example' }, 403],
  ['another port', { origin: 'http://localhost:81' }, 403],
  ['an origin that is withheld', { origin: 'null' }, 403],
  ['an origin that is no address', { origin: 'geen adres' }, 403],
])('from %s a form is refused', async (_, headers, status) => {
  const before = await contacts()
  expect((await post(worker, contact, from(headers as Record<string, string>))).status).toBe(status)
  expect(await contacts()).toBe(before)
})

const multipart = { 'content-type': 'multipart/form-data; boundary=rand' }
test.each<[string, RequestInit]>([
  ['JSON', { headers: { 'content-type': 'application/json' }, body: '{"kind":"visit"}' }],
  ['plain text', { headers: { 'content-type': 'text/plain' }, body: sound }],
  ['XML', { headers: { 'content-type': 'text/xml' }, body: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }],
  ['no type', { headers: { 'content-type': '' }, body: sound }],
  ['several parts without a boundary', { headers: { 'content-type': 'multipart/form-data' }, body: sound }],
  ['several parts that are none', { headers: multipart, body: sound }],
  [
    'a part that is cut off',
    { headers: multipart, body: '--rand\r\nContent-Disposition: form-data; name="kind"\r\n\r\nvis' },
  ],
  ['a part without a name', { headers: multipart, body: '--rand\r\n\r\nvisit\r\n--rand--\r\n' }],
  ['no body', { body: '' }],
  ['half a percent sign', { body: 'kind=%E0%A4%A&report=%' }],
  ['the names of the language', { body: '__proto__=1&constructor=2&toString=3&kind[]=visit&kind.a=visit' }],
])('%s is a clear refusal', async (name, init) => {
  const before = await contacts()
  const answer = await post(worker, contact, init)
  expect(answer.status, name).toBeGreaterThanOrEqual(400)
  expect(answer.status, name).toBeLessThan(500)
  expect(answer.heading).not.toBe('')
  expect(await contacts()).toBe(before)
})

const parts = (count: number) =>
  `${'--rand\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(count)}--rand--\r\n`

// Half a million fields took three seconds to take apart, and nobody else was answered meanwhile.
test.each<[string, () => Promise<Answer>, number]>([
  ['JSON', () => post(worker, contact, { headers: { 'content-type': 'application/json' }, body: '{}' }), 415],
  ['parts where there is no file', () => post(worker, contact, { headers: multipart, body: parts(1) }), 415],
  [
    'ten megabytes of text',
    () => post(worker, contact, { body: `${sound}&a=${'x'.repeat(10 * megabyte)}` }),
    413,
  ],
  [
    'the same in pieces of unknown number',
    () => post(worker, contact, inPieces('x'.repeat(megabyte), 10)),
    413,
  ],
  [
    'ten megabytes of text beside a file',
    () => post(secretary, file, { body: 'x'.repeat(10 * megabyte) }),
    413,
  ],
  [
    'thirteen megabytes',
    () => secretary.post(file, upload('brief.pdf', new Uint8Array(13 * megabyte), 'a')),
    413,
  ],
  ['too many fields', () => post(worker, contact, { body: `${sound}${'&a'.repeat(2001)}` }), 413],
  ['too many parts', () => post(secretary, file, { headers: multipart, body: parts(250) }), 413],
  ['a report of a visitor', () => post(app.as(), '/aanmelden', { body: `email=${'x'.repeat(70_000)}` }), 413],
])('%s is refused before it is taken apart', async (_, ask, status) => {
  const before = await contacts()
  const answer = await ask()
  expect(answer.status).toBe(status)
  expect(answer.heading).toBe('Dit konden wij niet aannemen')
  expect(answer.text).toContain('Terug naar de pagina')
  expect(await contacts()).toBe(before)
})

test('the longest report that there may be is taken, in letters that take most room', async () => {
  const before = await contacts()
  const body = sound.replace('Gesproken', encodeURIComponent('𝄞'.repeat(10_000)))
  expect((await post(worker, contact, { body })).status).toBe(303)
  expect(await contacts()).toBe(before + 1)
})

function inPieces(piece: string, count: number): RequestInit {
  let left = count
  const body = new ReadableStream({
    pull(controller) {
      left -= 1
      if (left < 0) controller.close()
      else controller.enqueue(new TextEncoder().encode(piece))
    },
  })
  return Object.assign({ body }, { duplex: 'half' })
}

const big = new Uint8Array(11 * megabyte).fill(65)
test.each<[string, FormData, number]>([
  ['a program in the clothes of a letter', upload('brief.pdf', 'MZ\x90\0', 'application/pdf'), 422],
  ['a page with a script', upload('brief.html', '<script>alert(1)</script>', 'text/html'), 422],
  ['an empty file', upload('brief.pdf', '', 'application/pdf'), 422],
  ['a file of eleven megabytes', upload('brief.pdf', big, 'application/pdf'), 422],
  ['a name with a path', upload('../../etc/passwd', 'root', 'text/plain'), 422],
])('%s is not kept', async (_, form, status) => {
  const before = await contacts()
  expect((await secretary.post(file, form)).status).toBe(status)
  expect(await contacts()).toBe(before)
})

const nonsense = [
  '%00',
  '%ED%A0%80',
  '%E0%A4%A',
  "'",
  '9999-12-31',
  '0000-00-00',
  '31-02-2026',
  '1e309',
  '-1',
  'x'.repeat(5000),
  '%3Cscript%3E%27--',
]
// What pages ask of an address, found in the code, so that no new one is forgotten.
const sources = readdirSync(new URL('../app', import.meta.url), { recursive: true, withFileTypes: true })
  .filter(({ name }) => /\.tsx?$/.test(name) && !name.includes('.test.'))
  .map((file) => ({ name: file.name, text: readFileSync(join(file.parentPath, file.name), 'utf8') }))
const asked = sources.flatMap(({ text }) =>
  [...text.matchAll(/req\.query\('(\w+)'\)/g)].map(([, name = '']) => name),
)
/** These pages read the query as a whole, by a form of their own; what that form asks stands here. */
const wholly = ['export.tsx', 'log.tsx', 'list.tsx']
const inForms = ['van', 'tot', 'toon', 'persoon', 'client', 'voor', 'letter', 'fase', 'vanaf']
/** With nonsense in these there is no page: whose it is. They are asked by themselves, or nothing else would be read. */
const choosing = ['team', 'aanmelding', 'zin', 'onderdeel', 'doel']
const queries = [...new Set([...asked, ...inForms])].filter((name) => !choosing.includes(name))

const some = '01a2016e-9f67-7c52-97a0-6d00e1ff2a33'
const nonsenseAsked = [
  '%00',
  '%ED%A0%80',
  '9999-12-31',
  '1e309',
  '%3Cscript%3E%27--',
  '-'.repeat(36),
  `2026-01-01T00:00:00.000Z_${'-'.repeat(36)}`,
  '2026-01-01T00:00:00Z_abc',
  `-000001-01-01T00:00:00Z_${some}`,
  `9999-12-31T23:59:59.999Z_${some}`,
  some,
]

test('no page reads a query that is not tried here', () => {
  expect(queries).toContain('voor')
  const others = sources.filter(({ text }) => /req\.quer(y|ies)\((?!'\w+'\))/.test(text))
  expect(others.map(({ name }) => name).toSorted()).toEqual(wholly.toSorted())
})

const tried = new Set<PathName>()

// A page is tried once, by the first of these roles that has it.
function pagesFor(role: Role): Route[] {
  const pages = routes.filter((route) => route.get && Array.isArray(route.for) && route.for.includes(role))
  const fresh = pages.filter(({ path }) => !tried.has(path))
  for (const { path } of fresh) tried.add(path)
  return fresh
}

type Try = { browser: Browser; url: string; names: string[] }

/** What is wrong with a page that is asked nonsense in all these names; a 404 would say that it did not read the others. */
async function wrongWith({ browser, url, names }: Try): Promise<string[]> {
  const wrong: string[] = []
  const isThere = (await browser.get(url)).status !== 404
  for (const value of nonsenseAsked) {
    const { status, text } = await browser.get(`${url}?${names.map((name) => `${name}=${value}`).join('&')}`)
    const isUnread = status === 404 && isThere && names === queries
    if (status >= 500 || isUnread || text.includes("<script>'--")) wrong.push(`${url}, ${value}: ${status}`)
  }
  return wrong
}

async function chooses(browser: Browser, url: string): Promise<boolean> {
  const query = choosing.map((name) => `${name}=${some}`).join('&')
  return (await browser.get(`${url}?${query}`)).status === 404
}

describe('nonsense in an address', () => {
  test.each([
    ['a worker', worker, 'practitioner'],
    ['the secretariat', secretary, 'secretariat'],
    ['the privacy officer', officer, 'privacy-officer'],
    ['the administrator', administrator, 'administrator'],
    ['a client', client, 'client'],
  ] as const)(
    'in the query, for %s',
    async (_, browser, role) => {
      const wrong: string[] = []
      for (const route of pagesFor(role)) {
        const url = urlOf(route, ids)
        wrong.push(...(await wrongWith({ browser, url, names: queries })))
        if (await chooses(browser, url))
          for (const name of choosing) wrong.push(...(await wrongWith({ browser, url, names: [name] })))
      }
      expect(wrong).toEqual([])
    },
    120_000,
  )

  test('in place of an id', async () => {
    const wrong: string[] = []
    for (const url of routes.flatMap((route) => misspelt(paths[route.path]))) {
      const { status } = await worker.get(url)
      if (status !== 404) wrong.push(`${url.slice(0, 120)}: ${status}`)
    }
    expect(wrong).toEqual([])
  }, 60_000)
})

// One id after the other is nonsense, the rest is as it should be.
function misspelt(path: string): string[] {
  const names = path.match(/(?<=:)\w+/g) ?? []
  return names.flatMap((name) =>
    nonsense.map((value) =>
      path.replace(/:(\w+)/g, (_, each: string) => (each === name ? value : (ids[each] ?? ''))),
    ),
  )
}
