import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, put, tokenOf } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import { link } from '../../../links.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const client = clients.inCare
const question = 'Weer naar de volkstuin'
const wanted = new RegExp(`Wat de cliënt wil</h2></div><div class="own-words"><blockquote>${question}<`)
const browser = openApp(database).as(await tokenOf(database, workers.practitioner))
afterAll(() => database.close())

await asRoot(database, async (tx) => {
  await sql`update referral.referrals set own_question = ${question} where client_id = ${client.id}`.execute(
    tx,
  )
  for (const month of ['09', '10']) for (let day = 1; day <= 25; day++) await plan(month, day)
  for (let day = 1; day <= 12; day++) await plan('12', day)
  await cancel(await plan('12', 2, '11:00'))

  async function plan(month: string, day: number, time = '10:00'): Promise<string> {
    const id = newId()
    await put(tx, 'agenda.appointments', {
      ...{ id, client_id: client.id, episode_id: client.episode, kind: 'visit', minutes: 30 },
      starts_at: `2026-${month}-${String(day).padStart(2, '0')}T${time}:00Z`,
      person_id: workers.practitioner.id,
    })
    return id
  }

  async function cancel(id: string): Promise<void> {
    const of = { client_id: client.id, episode_id: client.episode, appointment_id: id }
    await put(tx, 'agenda.cancellations', { id: newId(), ...of, cancelled_for: 'team' })
  }
})

function dossier(query = {}) {
  return browser.get(link('dossier', { clientId: client.id }, query))
}

function besideOf(text: string): string {
  return /Komende afspraken[\s\S]*?<\/ul>/.exec(text)?.[0] ?? ''
}

test.each(['all', 'agenda', 'path'])(
  'after fifty appointments the phase and the own question still stand there: %s',
  async (toon) => {
    const { text } = await dossier({ toon })
    expect(text).toContain(
      `href="${link('phase', { clientId: client.id })}"><span class="chip chip-phase phase-2">`,
    )
    expect(text).toMatch(wanted)
  },
)

test('of many appointments to come the first stand beside the story, in order, with the way to all of them', async () => {
  const { text } = await dossier()
  const days = [...besideOf(text).matchAll(/(\d+) dec 2026/g)].map(([, day]) => Number(day))
  expect(days).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(text).toContain('Alle afspraken')
})

test('a page further into the story has them too', async () => {
  const first = await dossier()
  const next = /href="([^"]*voor=[^"]*)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const { text } = await browser.get(next)
  expect(text).not.toBe(first.text)
  expect(text).toMatch(wanted)
  expect(besideOf(text)).toBe(besideOf(first.text))
})

test('a page of a long story makes four statements at most', async () => {
  const { response } = await dossier()
  const timing = response.headers.get('server-timing') ?? ''
  expect(Number(/desc="(\d+)"/.exec(timing)?.[1])).toBeLessThanOrEqual(4)
})
