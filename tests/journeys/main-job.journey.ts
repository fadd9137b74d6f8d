import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, writeDay } from '../../app/core/day.ts'
import { paths } from '../../app/links.ts'
import { today } from '../../app/platform/clock.ts'
import { enterAs, type OpenHouse, openTheHouse, phone } from './house.ts'

// The main job, from a telephone call to somebody's own story, on a phone without JavaScript.

let house: OpenHouse
beforeAll(async () => {
  house = await openTheHouse()
})
afterAll(() => house?.close())

const person = { givenName: 'Zwaantje', familyName: 'Zonnebeek', name: 'Zwaantje Zonnebeek' }
const report = 'We liepen samen naar de markt. Zwaantje deed zelf het woord.'

async function come(slug: string): Promise<Page> {
  return enterAs(await phone(house), slug)
}

async function nameOf(slug: string): Promise<string> {
  const cast = (await (await fetch(`${house.url}${paths.demoList}`)).json()) as {
    slug: string
    name: string
  }[]
  return cast.find((each) => each.slug === slug)?.name ?? ''
}

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.locator(`main [name="${name}"]`).fill(value)
}

function choose(page: Page, name: string, value: string): Promise<void> {
  return page.locator(`main input[name="${name}"][value="${value}"]`).check()
}

async function chooseNamed(page: Page, field: string, words: string): Promise<void> {
  const select = page.locator(`main select[name="${field}"]`)
  const value = await select.locator('option', { hasText: words }).first().getAttribute('value')
  await select.selectOption(value ?? '')
}

function send(page: Page, words: string): Promise<void> {
  return page.locator('main form button', { hasText: words }).click()
}

function follow(page: Page, words: string): Promise<void> {
  return page.locator('main').getByRole('link', { name: words, exact: true }).first().click()
}

async function mainOf(page: Page): Promise<string> {
  return page.locator('main').innerText()
}

function written(days: number): string {
  return writeDay(addDays(today(), days))
}

test('the secretary writes a referral down, up to the letter', async () => {
  const page = await come('secretariaat-assen')
  await page.goto(paths.referrals)
  await follow(page, 'Nieuwe aanmelding')
  await fill(page, { givenName: person.givenName, familyName: person.familyName, postcode: '9401 AB' })
  await send(page, 'Kijken')
  expect(await mainOf(page)).toContain('Niemand met deze gegevens')
  expect(await page.locator('main [name="familyName"]').inputValue()).toBe(person.familyName)

  await fill(page, { birthDate: '14-03-1988', ownQuestion: 'Ik wil weer slapen.' })
  await page.locator('main select[name="source"]').selectOption('gp')
  await send(page, 'Aanmelding vastleggen')
  expect(await mainOf(page)).toContain('Ik wil weer slapen.')

  await follow(page, 'Triage')
  await choose(page, 'outcome', 'waiting-list')
  await fill(page, { promisedFor: written(3), promise: 'bellen om kennis te maken' })
  await send(page, 'Vastleggen')
  expect(await mainOf(page)).toContain('bellen om kennis te maken')

  await follow(page, 'Intake plannen')
  // Late today: a moment that has passed cannot be planned, and the intake is held today.
  await fill(page, { day: written(0), time: '23:55' })
  await chooseNamed(page, 'person', await nameOf('casemanager-assen'))
  await send(page, 'Plannen en brief maken')
  const letter = await page.locator('article.letter').innerText()
  expect(letter).toContain(`Beste ${person.name}`)
  expect(letter).toContain('identiteitsbewijs')
  expect(letter).toContain('naaste')
})

test('the case manager holds the intake and the advice talk, and writes what happened', async () => {
  const page = await come('casemanager-assen')
  await page.goto(paths.waitingList)
  await page.locator('main').getByRole('link', { name: person.name }).first().click()
  await follow(page, 'Intake houden')
  await fill(page, {
    whatHappened: 'Na de verhuizing sliep ik niet meer.',
    vulnerabilityAndStrength: 'Ik pieker. Ik kan goed luisteren.',
    whereTo: 'Weer naar de markt.',
    whatNeeded: 'Iemand die meeloopt.',
  })
  await choose(page, 'together', 'with-client')
  await send(page, 'Ondertekenen')
  await follow(page, 'Adviesgesprek')
  await choose(page, 'outcome', 'in-care')
  await chooseNamed(page, 'caseManager', await nameOf('casemanager-assen'))
  await page.locator('main input[name="organisations"]').first().check()
  await send(page, 'Vastleggen')
  expect(await mainOf(page)).toMatch(/besloten/i)

  await follow(page, 'Naar het dossier')
  expect(await mainOf(page)).toContain(person.name)
  const dossier = new URL(page.url()).pathname
  await page.locator(`main a[href^="${dossier}/contact"]`).first().click()
  await choose(page, 'kind', 'visit')
  await page.locator('main input[name="usual"]').nth(1).check()
  await fill(page, { report })
  await send(page, 'Ondertekenen')
  expect(new URL(page.url()).pathname).toBe(dossier)
  expect(await mainOf(page)).toContain(report)

  await page.goto(paths.board)
  expect(await mainOf(page)).toContain(person.name)
})

test('Noor reads her own story, and sees who looked', async () => {
  const worker = await come('casemanager-assen')
  await worker.goto(paths.board)
  await worker.locator('main').getByRole('link', { name: 'Noor Veldhuizen' }).first().click()
  expect(await worker.locator('h1').innerText()).toContain('Noor Veldhuizen')

  const page = await come('noor')
  expect(new URL(page.url()).pathname).toBe(paths.portal)
  await follow(page, 'Lees het hele verhaal')
  expect(await page.locator('h1').innerText()).toBe('Mijn verhaal')
  expect(await mainOf(page)).toContain('Ik wil weer naar de muziekgroep.')
  await page.goto(paths.portal)
  await follow(page, 'Alles bekijken')
  expect(await mainOf(page)).toContain(await nameOf('casemanager-assen'))
})

test('no page of the main job is wider than a phone', async () => {
  const page = await come('casemanager-assen')
  for (const path of [
    paths.day,
    paths.referrals,
    paths.waitingList,
    paths.board,
    paths.clients,
    paths.agenda,
  ]) {
    await page.goto(path)
    const width = await page.locator('html').evaluate((html) => html.scrollWidth)
    expect(width, path).toBeLessThanOrEqual(390)
  }
})
