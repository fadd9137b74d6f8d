import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { link, type PathName, paths } from '../../app/links.ts'
import { desk, enterAs, type OpenHouse, openTheHouse } from './house.ts'

// The pages of the main job at a desk, in light and in dark: axe finds nothing, and the browser complains of nothing.

const axeSource = await readFile('node_modules/axe-core/axe.min.js', 'utf8')
const runAxe = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')))`

let house: OpenHouse
let noor = ''
beforeAll(async () => {
  house = await openTheHouse()
  const page = await enterAs(await desk(house), 'casemanager-assen')
  await page.goto(paths.board)
  const href = await page.getByRole('link', { name: 'Noor Veldhuizen' }).first().getAttribute('href')
  noor = href?.split('/').at(2) ?? ''
})
afterAll(() => house?.close())

const pages: { who: string | null; plain?: PathName[]; ofNoor?: ('dossier' | 'newContact' | 'consent')[] }[] =
  [
    { who: null, plain: ['signIn'] },
    {
      who: 'casemanager-assen',
      plain: ['day', 'referrals', 'waitingList', 'board', 'agenda', 'clients', 'search', 'caseload'],
      ofNoor: ['dossier', 'newContact', 'consent'],
    },
    { who: 'secretariaat-assen', plain: ['day', 'newReferral', 'imports'] },
    { who: 'noor', plain: ['portal', 'portalStory', 'portalAgenda', 'portalLooks'] },
    { who: 'privacy', plain: ['day', 'log'] },
    { who: 'beheer', plain: ['day', 'staff'] },
  ]

/** What the browser itself wrote about the pages that it showed. */
function listenTo(page: Page): string[] {
  const said: string[] = []
  page.on('pageerror', (error) => said.push(`error: ${error.message}`))
  page.on('console', (line) => {
    const isIcon = line.location().url.endsWith('/favicon.ico')
    if (line.type() === 'error' && !isIcon) said.push(`${page.url()}: ${line.text()}`)
  })
  return said
}

async function found(page: Page, path: string): Promise<string[]> {
  const wrong: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const answer = await page.goto(path)
    if (answer?.status() !== 200) wrong.push(`${path} answered ${answer?.status()}`)
    await page.evaluate(axeSource)
    const violations = await page.evaluate<string[]>(runAxe)
    wrong.push(...violations.map((violation) => `${path} ${colorScheme} ${violation}`))
  }
  return wrong
}

function open(context: BrowserContext, who: string | null): Promise<Page> {
  return who ? enterAs(context, who) : context.newPage()
}

test.each(pages)('axe finds nothing for $who', async ({ who, plain = [], ofNoor = [] }) => {
  const context = await desk(house)
  const page = await open(context, who)
  const said = listenTo(page)
  const urls = [...plain.map((name) => paths[name]), ...ofNoor.map((name) => link(name, { clientId: noor }))]
  const wrong: string[] = []
  for (const url of urls) wrong.push(...(await found(page, url)))
  await context.close()
  expect([...wrong, ...said]).toEqual([])
})

test('axe does look: it finds what is planted, on a page with its style, dark when dark is asked', async () => {
  const page = await open(await desk(house), 'noor')
  const ink = () => page.evaluate<string>('getComputedStyle(document.body).color')
  const light = await ink()
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await ink()).not.toBe(light)
  await page.evaluate('document.querySelector("main").append(document.createElement("img"))')
  await page.evaluate(axeSource)
  expect((await page.evaluate<string[]>(runAxe)).join()).toContain('image-alt')
})
