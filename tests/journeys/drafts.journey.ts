import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { onceField } from '../../app/core/form.ts'
import { link, paths } from '../../app/links.ts'
import { desk, enterAs, type OpenHouse, openTheHouse } from './house.ts'

// What is typed is not lost by a network that stops, a page that is left or a session that ends; it comes back to whoever
// typed it and to nobody else, and old words never go over newer ones unseen.

const words = 'We liepen samen naar de markt.'
const contexts: BrowserContext[] = []
let house: OpenHouse
let noor = ''

beforeAll(async () => {
  house = await openTheHouse()
  const page = await come('casemanager-assen')
  await page.goto(paths.board)
  const href = await page.getByRole('link', { name: 'Noor Veldhuizen' }).first().getAttribute('href')
  noor = href?.split('/').at(2) ?? ''
})
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})
afterAll(() => house?.close())

async function come(slug: string): Promise<Page> {
  const context = await desk(house)
  contexts.push(context)
  return enterAs(context, slug)
}

async function comeToReport(slug = 'casemanager-assen'): Promise<Page> {
  const page = await come(slug)
  await page.goto(link('newContact', { clientId: noor }))
  return page
}

function report(page: Page) {
  return page.locator('main [name=report]')
}

function back(page: Page) {
  return page.locator('[data-draft-back]')
}

function send(page: Page, how: 'sign' | 'draft') {
  return page.locator(`main button[name=how][value=${how}]`).click()
}

function hidden(page: Page, name: string): Promise<string> {
  return page.locator(`main form[data-draft] input[name="${name}"]`).inputValue()
}

test('when the network stops, and when the page is opened again, every field is as it was', async () => {
  const page = await comeToReport()
  expect(await back(page).isVisible()).toBe(false)
  const id = await hidden(page, 'contact')
  await page.locator('main [name=kind][value=video]').check()
  await page.locator('main [name=together]').check()
  await report(page).fill(words)
  await page.context().setOffline(true)
  const failed = page.waitForEvent('requestfailed')
  await send(page, 'sign')
  await failed
  await page.context().setOffline(false)
  await page.reload()
  await back(page).waitFor()
  expect(await report(page).inputValue()).toBe(words)
  expect(await page.locator('main [name=kind][value=video]').isChecked()).toBe(true)
  expect(await page.locator('main [name=together]').isChecked()).toBe(true)
  // It still makes the same contact, so that one that did arrive is not made twice.
  expect(await hidden(page, 'contact')).toBe(id)

  await page.goto(link('newContact', { clientId: noor }))
  expect(await report(page).inputValue()).toBe(words)
  await page.getByRole('button', { name: 'Opnieuw beginnen' }).click()
  await back(page).waitFor({ state: 'hidden' })
  await expect.poll(() => report(page).inputValue()).toBe('')
  expect(await hidden(page, 'contact')).not.toBe(id)
})

test('after it was sent nothing stays; what was refused stays', async () => {
  const page = await comeToReport()
  await page.locator('main [name=kind][value=phone]').check()
  await report(page).fill(words)
  await page.locator('main [name=day]').fill('31-12-2999')
  await send(page, 'sign')
  await page.locator('#fouten').waitFor()
  await page.reload()
  expect(await report(page).inputValue()).toBe(words)
  await page.locator('main [name=day]').fill('')
  await page.goto(link('newContact', { clientId: noor }))
  const day = await page.locator('main [name=day]').getAttribute('value')
  await page.locator('main [name=day]').fill(day ?? '')
  await send(page, 'sign')
  await page.waitForURL((at) => at.pathname === link('dossier', { clientId: noor }))
  await page.goto(link('newContact', { clientId: noor }))
  expect(await report(page).inputValue()).toBe('')
})

test('the number by which a form is taken once is never that of an older page', async () => {
  const page = await come('casemanager-assen')
  await page.goto(link('phase', { clientId: noor }))
  const before = await hidden(page, onceField)
  await page.locator('main form[data-draft] textarea').first().fill(words)
  await page.reload()
  await back(page).waitFor()
  expect(await hidden(page, onceField)).not.toBe(before)
})

test('of one form for another, and of another person in the same browser, there is nothing', async () => {
  const page = await comeToReport()
  await report(page).fill(words)
  await page.goto(link('confidence', { clientId: noor }))
  expect(await page.locator('main textarea').first().inputValue()).toBe('')
  // The session ends without signing out, and a colleague sits down.
  await page.context().clearCookies()
  await page.goto(paths.signIn)
  expect(await page.evaluate('Object.keys(sessionStorage).length')).toBe(1)
  await page.locator('button[name=persoon][value=begeleider-assen]').click()
  await page.waitForURL((at) => at.pathname !== paths.signIn)
  await page.goto(link('newContact', { clientId: noor }))
  expect(await report(page).inputValue()).toBe('')
  expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toContain(words)
})

test('signing out leaves nothing behind, and no way back to what was on the screen', async () => {
  const page = await comeToReport()
  await report(page).fill(words)
  expect(await page.evaluate('JSON.stringify(sessionStorage)')).toContain(words)
  await page.getByRole('button', { name: 'Uitloggen' }).first().click()
  await page.waitForURL((at) => at.pathname === paths.signIn)
  expect(await page.evaluate('Object.keys(sessionStorage)')).toEqual([])
  await page.goBack()
  await page.waitForURL((at) => at.pathname === paths.signIn)
  await page.locator('body.plain').waitFor()
  expect(await page.title()).not.toContain('Noor')
})

test('a form that was sent after the session ended waits, and the draft stays until it was stored', async () => {
  const page = await comeToReport()
  await report(page).fill(words)
  const cookies = await page.context().cookies()
  const worker = await page.context().newPage()
  await worker.goto(paths.account)
  await worker.getByRole('button', { name: 'Uitloggen' }).first().click()
  await worker.waitForURL((at) => at.pathname === paths.signIn)
  await page.context().addCookies(cookies)
  await send(page, 'sign')
  await page.waitForURL((at) => at.pathname === paths.signIn)
  expect(await page.evaluate('JSON.stringify(sessionStorage)')).toContain(words)
  await page.locator('button[name=persoon][value=casemanager-assen]').click()
  await page.waitForURL((at) => at.pathname !== paths.signIn)
  await page.goto(link('newContact', { clientId: noor }))
  expect(await report(page).inputValue()).toBe(words)
})

test('an old draft put back over what was stored meanwhile shows both versions', async () => {
  const first = await comeToReport()
  await first.locator('main [name=kind][value=phone]').check()
  await report(first).fill('Eerste woorden.')
  await send(first, 'draft')
  await first.waitForURL((at) => at.search.includes('concept'))
  const at = new URL(first.url()).pathname
  await report(first).fill('Aan de ene tafel.')

  const second = await come('casemanager-assen')
  await second.goto(at)
  await report(second).fill('Aan de andere tafel.')
  await send(second, 'draft')
  await second.waitForURL((to) => to.search.includes('concept'))

  await first.goto(at)
  expect(await report(first).inputValue()).toBe('Aan de ene tafel.')
  await send(first, 'draft')
  await first.locator('#fouten').waitFor()
  const main = await first.locator('main').innerText()
  expect(main).toContain('Aan de ene tafel.')
  expect(main).toContain('Aan de andere tafel.')
  await second.reload()
  expect(await report(second).inputValue()).toBe('Aan de andere tafel.')
})

test('what was chosen comes back by what it is, not by where it stood', async () => {
  const page = await come('casemanager-assen')
  await page.goto(link('newContact', { clientId: noor }))
  await page.locator('main [name=kind][value=phone]').check()
  await page.route(`**${link('newContact', { clientId: noor })}`, async (route) => {
    const answer = await route.fetch()
    // The list in another order.
    const [phone, visit] = ['value="phone"', 'value="visit"']
    const text = await answer.text()
    const body = text.replace(phone, 'value="-"').replace(visit, phone).replace('value="-"', visit)
    await route.fulfill({ response: answer, body })
  })
  await page.reload()
  await back(page).waitFor()
  expect(await page.locator('main [name=kind]').first().inputValue()).toBe('phone')
  expect(await page.locator('main [name=kind]:checked').inputValue()).toBe('phone')
})
