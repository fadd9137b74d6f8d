import { readFile } from 'node:fs/promises'
import { serve } from '@hono/node-server'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { makeApp } from '../../app/app.tsx'
import { paths } from '../../app/links.ts'
import { readConfig } from '../../app/platform/config.ts'
import { openEmbedded } from '../../app/platform/engine.ts'
import type { House } from '../../app/platform/web.ts'
import { migrate } from '../../database/migrate.ts'
import { tellRegion } from '../../demo/region.ts'
import { chromiumPath } from '../../tools/chromium.ts'

const secret = 'a-secret-of-the-journeys-of-forty-characters'
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The product as somebody meets it: a server with a small region in it, and a browser before it. */
export type OpenHouse = { url: string; browser: Browser; close: () => Promise<void> }

/** Tells a tenth of the region (Noor is in it), and opens the doors on a free port. Needs what `npm run build` makes. */
export async function openTheHouse(): Promise<OpenHouse> {
  const database = await openEmbedded()
  if (!database.owner) throw new Error('the embedded database has an owner')
  await migrate(database.owner, 'demo')
  await tellRegion(database, secret, { fraction: 1 / 10 })
  const app = makeApp({
    config: readConfig({}, false),
    database,
    demo: true,
    assets: await builtAssets(),
    keys: { secret },
  })
  const { server, port } = await listen(app.fetch)
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: flags })
  async function close(): Promise<void> {
    await browser.close()
    await new Promise((resolve) => server.close(resolve))
    await database.close()
  }
  return { url: `http://127.0.0.1:${port}`, browser, close }
}

type Listening = { server: ReturnType<typeof serve>; port: number }

function listen(fetch: ReturnType<typeof makeApp>['fetch']): Promise<Listening> {
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve({ server, port }))
  })
}

async function builtAssets(): Promise<House['assets']> {
  type Entry = { file: string }
  const manifest = JSON.parse(await readFile('dist/browser/manifest.json', 'utf8')) as Record<string, Entry>
  const [style, script] = [manifest['app/ui/style.css']?.file, manifest['app/browser/main.ts']?.file]
  if (!style || !script) throw new Error('dist/browser lacks the style or the script: build first')
  return { css: `/${style}`, script: `/${script}`, folder: 'dist/browser' }
}

/** A phone without JavaScript: what always has to work. */
export function phone({ browser, url }: OpenHouse): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: url,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    locale: 'nl-NL',
  })
}

/** A desk, with all that a browser can do. */
export function desk({ browser, url }: OpenHouse): Promise<BrowserContext> {
  return browser.newContext({ baseURL: url, viewport: { width: 1280, height: 900 }, locale: 'nl-NL' })
}

/** Signs in as one of the demo's cast, by one click, in a browser of their own. */
export async function enterAs(context: BrowserContext, slug: string): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(paths.signIn)
  await page.locator(`button[name="persoon"][value="${slug}"]`).click()
  await page.waitForURL((at) => at.pathname !== paths.signIn)
  return page
}
