import { afterAll, expect, test, vi } from 'vitest'
import { makeApp } from '../app/app.tsx'
import { link } from '../app/links.ts'
import { readConfig } from '../app/platform/config.ts'
import { testSecret } from './support/app.ts'
import { openTestDatabase } from './support/database.ts'

const database = await openTestDatabase()
const house = {
  config: readConfig({}, false),
  database,
  demo: false,
  assets: { css: '/style.css' },
  keys: { secret: testSecret },
}
const app = makeApp(house)
afterAll(() => database.close())

type Case = { path?: string; headers?: Record<string, string>; body?: string; status: number }
const host = 'huis.example'
const cases: Record<string, Case> = {
  'from another site': { headers: { 'sec-fetch-site': 'cross-site' }, status: 403 },
  'from a sister site': { headers: { 'sec-fetch-site': 'same-site' }, status: 403 },
  'from another origin': { headers: { origin: 'https://elders.example' }, status: 403 },
  'with a withheld origin': { headers: { origin: 'null' }, status: 403 },
  'with an origin that is no address': { headers: { origin: 'onzin' }, status: 403 },
  'of more than twelve megabyte': { body: 'x'.repeat(13 * 1024 * 1024), status: 413 },
  'to a page that is not there': { path: '/bestaat-niet', status: 404 },
}

test.each(Object.entries(cases))('a form %s is refused, with every header', async (_, refused) => {
  const response = await app.request(refused.path ?? link('signIn'), {
    method: 'POST',
    headers: { host, 'content-type': 'application/x-www-form-urlencoded', ...refused.headers },
    body: refused.body ?? 'a=b',
  })
  expect(response.status).toBe(refused.status)
  expectHeaders(response)
  expect(await response.text()).toContain('<h1')
})

test('a form from the own site is taken up', async () => {
  const response = await app.request(link('signIn'), {
    method: 'POST',
    headers: {
      host,
      origin: `https://${host}`,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'email=&password=',
  })
  expect(response.status).toBe(422)
  expectHeaders(response)
})

test.each([
  ['http://elders.example:3000', {}, true],
  ['https://huis.example', { PUBLIC_URL: 'https://elders.example' }, false],
])('a form of %s is refused although it is sent to that very host', async (origin, environment, demo) => {
  const post = (from: string) =>
    makeApp({ ...house, config: readConfig(environment, false), demo }).request(link('signIn'), {
      method: 'POST',
      headers: {
        host: new URL(from).host,
        origin: from,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'email=&password=',
    })
  expect((await post(origin)).status).toBe(403)
  expect((await post(demo ? 'http://localhost:3000' : 'https://elders.example')).status).toBe(422)
})

test('a failure of ours has the headers too, and a reference instead of a reason', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {})
  const broken = Object.create(database.app)
  broken.transaction = () => {
    throw new Error('the words of somebody')
  }
  const response = await makeApp({ ...house, database: { ...database, app: broken } }).request('/', {
    headers: { host, cookie: `ol=${'a'.repeat(43)}` },
  })
  const [[line]] = told.mock.calls as [[string]]
  told.mockRestore()
  expect(response.status).toBe(500)
  expectHeaders(response)
  const page = await response.text()
  expect(page).toContain(JSON.parse(line).reference)
  expect(page + line).not.toContain('the words of somebody')
})

function expectHeaders(response: Response): void {
  expect(response.headers.get('content-security-policy')).toMatch(
    /default-src 'self'.*frame-ancestors 'none'/,
  )
  expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
  expect(response.headers.get('x-frame-options')).toBe('DENY')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('cache-control')).toBe('no-store')
}
