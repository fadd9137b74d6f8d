import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { link, paths } from '../../app/links.ts'
import { desk, enterAs, type OpenHouse, openTheHouse } from './house.ts'

// Turbo changes the page without loading it anew; somebody who listens, or works with a keyboard, notices nothing of that.

let house: OpenHouse
beforeAll(async () => {
  house = await openTheHouse()
})
afterAll(() => house?.close())

const slow = 1200

async function come(slug: string, path: string): Promise<{ page: Page; said: string[] }> {
  const page = await enterAs(await desk(house), slug)
  await page.goto(path)
  const said: string[] = []
  page.on('console', (line) => line.type() === 'error' && said.push(line.text()))
  page.on('pageerror', (error) => said.push(error.message))
  // Stays for as long as the page is not loaded anew.
  await page.evaluate('window.sameDocument = true')
  return { page, said }
}

function isSameDocument(page: Page): Promise<boolean> {
  return page.evaluate<boolean>('window.sameDocument === true')
}

function menu(page: Page, words: string) {
  return page.locator('.side-nav').getByRole('link', { name: words })
}

test('a link brings its title, its place in the menu, the top of the page and no focus that is gone', async () => {
  const { page, said } = await come('secretariaat-assen', paths.referrals)
  const before = await page.title()
  await page.evaluate('scrollTo(0, 400)')
  await menu(page, 'Wachtlijst').click()
  await page.waitForURL((at) => at.pathname === paths.waitingList)
  await expect.poll(() => page.title()).toContain('Wachtlijst')
  expect(await page.title()).not.toBe(before)
  expect(await isSameDocument(page)).toBe(true)
  expect(await menu(page, 'Wachtlijst').getAttribute('aria-current')).toBe('page')
  expect(await page.evaluate('scrollY')).toBe(0)
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.className')).toBe('skip')
  expect(said).toEqual([])
})

test('the way back brings the page before, with its title and where one was', async () => {
  const { page, said } = await come('casemanager-assen', paths.board)
  const before = await page.title()
  const noor = page.getByRole('link', { name: 'Noor Veldhuizen' }).first()
  await noor.scrollIntoViewIfNeeded()
  const scrolled = await page.evaluate<number>('scrollY')
  await noor.click()
  await page.waitForURL((at) => at.pathname !== paths.board)
  await expect.poll(() => page.title()).toContain('Noor')
  await page.goBack()
  await page.waitForURL((at) => at.pathname === paths.board)
  await expect.poll(() => page.title()).toBe(before)
  await expect.poll(() => page.evaluate('scrollY')).toBe(scrolled)
  await page.goForward()
  await expect.poll(() => page.title()).toContain('Noor')
  expect(await isSameDocument(page)).toBe(true)
  expect(said).toEqual([])
})

test('the bar of a slow page is styled, on every page, within the policy', async () => {
  const { page, said } = await come('secretariaat-assen', paths.day)
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() === 'fetch') await new Promise((go) => setTimeout(go, slow))
    await route.continue()
  })
  for (const words of ['Aanmeldingen', 'Wachtlijst']) {
    await menu(page, words).click()
    const bar = page.locator('.turbo-progress-bar')
    await bar.waitFor({ state: 'attached' })
    expect(await bar.evaluate((one) => getComputedStyle(one).position)).toBe('fixed')
    await expect.poll(() => page.title(), { timeout: 10_000 }).toContain(words)
  }
  expect(await isSameDocument(page)).toBe(true)
  expect(said).toEqual([])
})

async function comeToReport(): Promise<Page> {
  const { page } = await come('casemanager-assen', paths.board)
  const href = await page.getByRole('link', { name: 'Noor Veldhuizen' }).first().getAttribute('href')
  await page.goto(link('newContact', { clientId: href?.split('/').at(2) ?? '' }))
  await page.evaluate('window.sameDocument = true')
  return page
}

function send(page: Page, how: 'sign' | 'draft'): Promise<void> {
  return page.locator(`main button[name=how][value=${how}]`).click()
}

async function expectFocusOnErrors(page: Page): Promise<void> {
  await page.locator('#fouten').waitFor()
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('fouten')
}

test('what is wrong in a form has the focus, also the second time, and leads to its field', async () => {
  const page = await comeToReport()
  await send(page, 'sign')
  await expectFocusOnErrors(page)
  await page.locator('main [name=kind][value=phone]').check()
  await send(page, 'sign')
  await expectFocusOnErrors(page)
  await page.locator('#fouten a[href="#report"]').click()
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('report')
  expect(await page.locator('#fouten').isVisible()).toBe(true)
  expect(await page.locator('main [name=kind][value=phone]').isChecked()).toBe(true)
  expect(await isSameDocument(page)).toBe(true)
})

test('the page with both versions has the focus; what is sent from there is taken', async () => {
  const page = await comeToReport()
  await page.locator('main [name=kind][value=phone]').check()
  await page.locator('main [name=report]').fill('Eerste woorden.')
  await send(page, 'draft')
  await page.waitForURL((at) => at.search.includes('concept'))
  const other = await page.context().newPage()
  await other.goto(new URL(page.url()).pathname)
  await other.locator('main [name=report]').fill('Op de telefoon.')
  await send(other, 'draft')
  await other.waitForURL((at) => at.search.includes('concept'))

  await page.locator('main [name=report]').fill('Aan de tafel.')
  await send(page, 'draft')
  await expectFocusOnErrors(page)
  const main = await page.locator('main').innerText()
  expect(main).toContain('Op de telefoon.')
  expect(main).toContain('Aan de tafel.')
  await send(page, 'draft')
  await page.locator('#fouten').waitFor({ state: 'detached' })
  await other.reload()
  expect(await other.locator('main [name=report]').inputValue()).toBe('Aan de tafel.')
})
