import { randomBytes } from 'node:crypto'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Child } from 'hono/jsx'
import { secureHeaders } from 'hono/secure-headers'
import { BadRequest, SignedOut } from './core/outcome.ts'
import { fail, notFound } from './failures.tsx'
import { guessed } from './guesses.ts'
import { paths } from './links.ts'
import { whoIsAsking } from './people/accounts/door.ts'
import { refuseBody } from './platform/body.ts'
import { log } from './platform/log.ts'
import { metered, newMeter } from './platform/meter.ts'
import { isReady } from './platform/start.ts'
import type { Ctx, Env, House, Route } from './platform/web.ts'
import { isWithinReach } from './reach.ts'
import { routes } from './routes.ts'
import { renderPage } from './shell.tsx'
import { signInFirst, withKeptForm } from './signed-out.ts'
import mark from './ui/mark.svg?raw'

/** The product as one handler of requests; the same in the server and in the tests. */
export function makeApp(house: House): Hono<Env> {
  const app = new Hono<Env>()
  // In this order, so that every refusal has a language and a frame to be said in, the headers, and a line in the log.
  app.use(async (c, next) => prepare(c, house, next))
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (c) => `'nonce-${c.get('nonce')}'`],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      strictTransportSecurity: house.config.PUBLIC_URL?.startsWith('https:') ? 'max-age=31536000' : false,
    }),
  )
  app.use(async (c, next) => {
    refuseCrossSite(c)
    await next()
  })
  // A house that was not built (a test's) has no files to hand out.
  if (house.assets.folder) app.use('/assets/*', serveAssets(house.assets.folder))
  app.get('/mark.svg', (c) =>
    c.body(mark, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' }),
  )
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) =>
    (await isReady(house.database)) ? c.text('ready') : c.text('not ready', 503),
  )
  app.use(async (c, next) => {
    await whoIsAsking(c)
    await next()
  })
  for (const route of routes) mount(app, route)
  app.notFound((c) => notFound(c))
  app.onError((error, c) => fail(error, c))
  return app
}

function serveAssets(root: string) {
  return serveStatic({
    root,
    onFound: (_, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
  })
}

async function prepare(c: Ctx, house: House, next: () => Promise<void>): Promise<void> {
  const meter = newMeter()
  const started = performance.now()
  c.set('house', house)
  c.set('meter', meter)
  c.set('nonce', randomBytes(16).toString('base64'))
  c.set('lang', getCookie(c, 'taal') === 'en' ? 'en' : 'nl')
  c.set('token', '')
  c.set('me', null)
  c.set('kept', null)
  c.set('reaches', isWithinReach)
  c.setRenderer((content, frame) => renderPage(c, content as Child, frame))
  await metered(meter, next)
  c.header('Cache-Control', c.res.headers.get('Cache-Control') ?? 'no-store')
  if (c.var.timed) sayTimes(c, performance.now() - started)
  log.request(c, performance.now() - started)
}

// What it cost, for who is signed in. At the sign-in page the number of statements would tell which addresses are known.
function sayTimes(c: Ctx, all: number): void {
  const { meter } = c.var
  const own = `gate;dur=${meter.gate.toFixed(2)}, sql;dur=${meter.sql.toFixed(2)};desc="${meter.statements}"`
  c.header('Server-Timing', `${own}, all;dur=${all.toFixed(2)}`)
}

// A browser says where a form comes from; what another site sends is refused. Programs say nothing, and carry no cookie
// of a person by themselves.
function refuseCrossSite(c: Ctx): void {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new BadRequest(403, 'cross-site')
  if (origin !== undefined && hostOf(origin) !== ownHost(c)) throw new BadRequest(403, 'cross-origin')
}

// Where the product is: as the environment says, else as the browser says. A demo is on this machine alone: a name that
// somebody elsewhere makes point here is refused.
function ownHost(c: Ctx): string | null {
  const { config, demo } = c.var.house
  if (config.PUBLIC_URL) return hostOf(config.PUBLIC_URL)
  const host = c.req.header('host') ?? ''
  if (demo && !/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host)) return null
  return host
}

// A withheld origin ("null") and one that is no address have no host.
function hostOf(origin: string): string | null {
  return URL.parse(origin)?.host ?? null
}

function mount(app: Hono<Env>, route: Route): void {
  const path = paths[route.path]
  const { get, post } = route
  if (get) app.get(path, (c) => forWhom(c, route) ?? withKeptForm(c, get))
  if (!post) return
  app.post(path, (c) => {
    refuseBody(c, route)
    return forWhom(c, route) ?? posted(c, route, route.guessable ? (tried) => guessed(tried, post) : post)
  })
}

// What is answered to whoever the page is not for; null for who may ask.
function forWhom(c: Ctx, route: Route): Promise<Response> | null {
  if (route.for === 'anyone') return null
  const role = c.var.me?.role
  if (!role) return signInFirst(c, route)
  c.set('timed', true)
  return route.for === 'signed-in' || route.for.includes(role) ? null : notFound(c)
}

// A session may end between its first word and the act.
async function posted(c: Ctx, route: Route, handler: NonNullable<Route['post']>): Promise<Response> {
  try {
    return await handler(c)
  } catch (error) {
    if (error instanceof SignedOut) return signInFirst(c, route)
    throw error
  }
}
