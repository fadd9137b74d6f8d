import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, writeDay } from '../../app/core/day.ts'
import { paths } from '../../app/links.ts'
import { today } from '../../app/platform/clock.ts'
import { desk, enterAs, type OpenHouse, openTheHouse } from './house.ts'

// The main job with a keyboard alone: Tab, Enter, Space, arrows and letters; wherever the focus comes, it can be seen.

let house: OpenHouse
beforeAll(async () => {
  house = await openTheHouse()
})
afterAll(() => house?.close())

const name = 'Zwaantje Zonnebeek'

// A tile shows the focus of its radio, and a row that of its link.
const isSeen = `(() => {
  const one = document.activeElement
  const outlined = ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
  const tile = one.closest('.choice')
  return outlined(getComputedStyle(one)) || outlined(getComputedStyle(one, '::after')) ||
    (tile !== null && outlined(getComputedStyle(tile)))
})()`

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluateAll((found) => found.some((one) => one === document.activeElement))
}

/** Tabs on until the focus is on the target, or on one of several; every stop on the way can be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor()
  for (let stops = 0; stops < 200; stops += 1) {
    await page.keyboard.press('Tab')
    const where = await page.evaluate<string>('document.activeElement.outerHTML.slice(0, 120)')
    if (where.startsWith('<body')) continue
    expect(await page.evaluate(isSeen), `the focus is seen at ${where}`).toBe(true)
    if (await hasFocus(target)) return
  }
  throw new Error(`Tab does not come to ${target}`)
}

async function type(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [field, text] of Object.entries(fields)) {
    await tabTo(page, page.locator(`main [name="${field}"]`))
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(text)
  }
}

/** Goes to a group of choices, and with the arrows to the one that is meant. */
async function choose(page: Page, field: string, value: string): Promise<void> {
  const group = page.locator(`main input[name="${field}"]`)
  const meant = page.locator(`main input[name="${field}"][value="${value}"]`)
  await tabTo(page, group)
  await page.keyboard.press('Space')
  for (let stops = await group.count(); stops > 0 && !(await meant.isChecked()); stops -= 1)
    await page.keyboard.press('ArrowDown')
  expect(await meant.isChecked()).toBe(true)
}

async function pick(page: Page, field: string, words: string): Promise<void> {
  const select = page.locator(`main select[name="${field}"]`)
  await tabTo(page, select)
  const chosen = select.locator('option:checked')
  for (let stops = await select.locator('option').count(); stops > 0; stops -= 1) {
    if (((await chosen.textContent()) ?? '').includes(words)) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`no ${words} in ${field}`)
}

/** Presses what has this name; the page that follows is another, or says something else. */
async function press(page: Page, role: 'link' | 'button', words: string): Promise<void> {
  await tabTo(page, page.locator('main').getByRole(role, { name: words, exact: true }))
  await goOn(page)
}

async function goOn(page: Page): Promise<void> {
  await page.evaluate('document.body.dataset.left = ""')
  await page.keyboard.press('Enter')
  await page.locator('body:not([data-left])').waitFor()
}

async function come(slug: string, path: string): Promise<Page> {
  const page = await enterAs(await desk(house), slug)
  await page.goto(path)
  return page
}

async function nameOf(slug: string): Promise<string> {
  const cast = (await (await fetch(`${house.url}${paths.demoList}`)).json()) as {
    slug: string
    name: string
  }[]
  return cast.find((each) => each.slug === slug)?.name ?? ''
}

function mainOf(page: Page): Promise<string> {
  return page.locator('main').innerText()
}

test('the first stop of a page leads past the menu', async () => {
  const page = await come('secretariaat-assen', paths.referrals)
  await page.keyboard.press('Tab')
  const skip = page.locator('a.skip')
  expect(await hasFocus(skip)).toBe(true)
  await expect.poll(async () => (await skip.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(0)
  const asked: string[] = []
  page.on('request', (request) => {
    if (['document', 'fetch'].includes(request.resourceType())) asked.push(request.url())
  })
  await page.keyboard.press('Enter')
  await expect.poll(() => hasFocus(page.locator('main'))).toBe(true)
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.closest("main") !== null')).toBe(true)
  expect(asked).toEqual([])
})

test('the secretary writes a referral down and plans the intake', async () => {
  const page = await come('secretariaat-assen', paths.day)
  await tabTo(page, page.locator('.side-nav').getByRole('link', { name: 'Aanmeldingen' }))
  await goOn(page)
  await press(page, 'link', 'Nieuwe aanmelding')
  await type(page, { givenName: 'Zwaantje', familyName: 'Zonnebeek', postcode: '9401 AB' })
  await press(page, 'button', 'Kijken')
  expect(await mainOf(page)).toContain('Niemand met deze gegevens')
  await type(page, { birthDate: '14-03-1988' })
  await pick(page, 'source', 'huisarts')
  await type(page, { ownQuestion: 'Ik wil weer slapen.' })
  await press(page, 'button', 'Aanmelding vastleggen')
  expect(await mainOf(page)).toContain('Ik wil weer slapen.')

  await press(page, 'link', 'Triage')
  await choose(page, 'outcome', 'waiting-list')
  await type(page, { promisedFor: writeDay(addDays(today(), 3)), promise: 'bellen om kennis te maken' })
  await press(page, 'button', 'Vastleggen')
  expect(await mainOf(page)).toContain('bellen om kennis te maken')

  await press(page, 'link', 'Intake plannen')
  await type(page, { day: writeDay(today()), time: '23:55' })
  await pick(page, 'person', await nameOf('casemanager-assen'))
  await press(page, 'button', 'Plannen en brief maken')
  expect(await page.locator('article.letter').innerText()).toContain(`Beste ${name}`)
})

test('the case manager finds somebody on the waiting list and on the board, and writes a report', async () => {
  const page = await come('casemanager-assen', paths.waitingList)
  await press(page, 'link', name)
  expect(await page.locator('h1').innerText()).toContain(name)

  await page.goto(paths.board)
  await press(page, 'link', 'Noor Veldhuizen')
  const dossier = new URL(page.url()).pathname
  await tabTo(page, page.locator(`main a[href^="${dossier}/contact"]`))
  await goOn(page)
  await choose(page, 'kind', 'phone')
  await choose(page, 'usual', '15')
  await type(page, { report: 'We belden over de muziekgroep.' })
  await tabTo(page, page.locator('main [name=together]'))
  await page.keyboard.press('Space')
  expect(await page.locator('main [name=together]').isChecked()).toBe(true)
  await press(page, 'button', 'Ondertekenen')
  expect(await mainOf(page)).toContain('We belden over de muziekgroep.')
})

test('a focus that cannot be seen is noticed', async () => {
  const page = await come('secretariaat-assen', paths.referrals)
  await page.evaluate(`document.querySelector('.skip').style.outline = 'none'`)
  await expect(tabTo(page, page.locator('a.skip'))).rejects.toThrow('the focus is seen')
})
