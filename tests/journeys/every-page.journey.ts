import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PathName, paths } from '../../app/links.ts'
import { routeAt } from '../../app/reach.ts'
import { desk, enterAs, type OpenHouse, openTheHouse } from './house.ts'

// Every page that somebody of each role can click to: axe finds nothing on a phone and at a desk, in light and in dark;
// nothing has to be scrolled sideways, the browser complains of nothing, and nothing is asked of anybody else.

const axeSource = await readFile('node_modules/axe-core/axe.min.js', 'utf8')
const runAxe = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')))`
// Colours that are still on their way from light to dark are of neither.
const settle = `new Promise(requestAnimationFrame).then(() => document.getAnimations().forEach((one) => one.finish()))`
const sizes = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } }
const themes = ['light', 'dark'] as const

let house: OpenHouse
beforeAll(async () => {
  house = await openTheHouse()
})
afterAll(() => house?.close())

/** Addresses that are no page: they change something or hand out a file. */
const noPages: PathName[] = ['language', 'signOut', 'file', 'logExport', 'importTemplate', 'demoList']

function nameOf(href: string): PathName | undefined {
  return routeAt(new URL(href, house.url).pathname)?.path
}

/** What the browser itself wrote about the pages that it showed, and whom else it asked. */
function listenTo(page: Page): string[] {
  const said: string[] = []
  page.on('pageerror', (error) => said.push(`${page.url()} error: ${error.message}`))
  page.on('console', (line) => {
    if (line.type() === 'error') said.push(`${page.url()}: ${line.text()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(house.url)) said.push(`${page.url()} asked ${request.url()}`)
  })
  return said
}

async function violations(page: Page): Promise<string[]> {
  const wrong: string[] = []
  await page.evaluate(axeSource)
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport)
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme })
      await page.evaluate(settle)
      const found = await page.evaluate<string[]>(runAxe)
      wrong.push(...found.map((violation) => `${size} ${colorScheme} ${violation}`))
    }
  }
  return wrong
}

const widest = `[...document.querySelectorAll('main *')]
  .filter((one) => one.getBoundingClientRect().right > innerWidth)
  .map((one) => one.tagName.toLowerCase() + '.' + one.className).slice(0, 4).join(' > ')`

// Whoever opens a part of a dossier sees on a telephone which one it is.
const tabOutOfSight = `[...document.querySelectorAll('.tabs [aria-current]')].some((tab) => {
  const { left, right } = tab.getBoundingClientRect()
  return left < 0 || right > innerWidth
})`

async function tooWide(page: Page): Promise<string[]> {
  const wrong: string[] = []
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    const needed = await page.evaluate<number>('document.documentElement.scrollWidth')
    if (needed > width) wrong.push(`is ${needed} wide at ${width}: ${await page.evaluate<string>(widest)}`)
    if (await page.evaluate<boolean>(tabOutOfSight)) wrong.push(`its open tab is out of sight at ${width}`)
  }
  return wrong
}

function linksOn(page: Page): Promise<string[]> {
  return page
    .locator('a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
}

type Look = (page: Page) => Promise<string[]>

async function closely(page: Page): Promise<string[]> {
  return [...(await violations(page)), ...(await tooWide(page))]
}

/** Walks from the first page along every link, to one page of each kind; what `look` finds wrong, and where it came. */
async function walk(page: Page, look: Look): Promise<{ wrong: string[]; seen: PathName[] }> {
  const wrong: string[] = []
  const todo = [new URL(page.url()).pathname]
  const seen = new Set<PathName>()
  for (let href = todo.shift(); href !== undefined; href = todo.shift()) {
    const name = nameOf(href)
    if (!name || seen.has(name) || noPages.includes(name)) continue
    seen.add(name)
    const answer = await page.goto(href)
    if (answer?.status() !== 200) wrong.push(`${href} answered ${answer?.status()}`)
    todo.push(...(await linksOn(page)))
    wrong.push(...(await look(page)).map((what) => `${name} ${what}`))
  }
  return { wrong, seen: [...seen] }
}

async function here(): Promise<string[]> {
  return []
}

const people: [string, number][] = [
  ['casemanager-assen', 20],
  ['secretariaat-assen', 20],
  ['projectleider-assen', 4],
  ['noor', 4],
  ['sjoerd', 2],
  ['mentor', 2],
  ['privacy', 3],
  ['beheer', 6],
  ['wmo-assen', 2],
]

// Whose pages are those of somebody above: every link leads somewhere.
const others: [string, number][] = [
  ['begeleider-assen', 15],
  ['ervaringsdeskundige-assen', 15],
  ['stagiair-assen', 8],
  ['bureaudienst-assen', 2],
  ['controller', 2],
  ['onderzoek', 2],
]

test.each([
  ...people.map((one) => [...one, closely] as const),
  ...others.map((one) => [...one, here] as const),
])('the pages of %s', async (slug, atLeast, look) => {
  const context = await desk(house)
  const page = await enterAs(context, slug)
  const said = listenTo(page)
  const { wrong, seen } = await walk(page, look)
  await context.close()
  expect([...wrong, ...said]).toEqual([])
  expect(seen.length, seen.join()).toBeGreaterThanOrEqual(atLeast)
})

test('the page to sign in', async () => {
  const context = await desk(house)
  const page = await context.newPage()
  const said = listenTo(page)
  await page.goto(paths.signIn)
  expect([...(await closely(page)), ...said]).toEqual([])
  await context.close()
})

test('axe does look: it finds what is planted, on a page with its style, dark when dark is asked', async () => {
  const page = await enterAs(await desk(house), 'noor')
  const ink = () => page.evaluate<string>('getComputedStyle(document.body).color')
  const light = await ink()
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await ink()).not.toBe(light)
  await page.evaluate('document.querySelector("main").append(document.createElement("img"))')
  expect((await violations(page)).join()).toContain('image-alt')
  await page.evaluate('document.querySelector("main").style.width = "2000px"')
  expect(await tooWide(page)).toHaveLength(2)
})
