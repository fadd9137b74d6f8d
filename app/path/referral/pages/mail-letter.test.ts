import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, type Person, tokenOf } from '../../../../tests/support/people.ts'
import { referToWait } from '../../../../tests/support/refer.ts'
import { newId } from '../../../core/id.ts'
import { link } from '../../../links.ts'

const database = await openTestDatabase()
const { workers } = await makeWorld(database)
const app = openApp(database, { demo: true })
afterAll(() => database.close())
const as = async (person: Person) => app.as(await tokenOf(database, person))
const desk = await as(workers.secretary)

async function invited() {
  const of = await referToWait(desk)
  const plan = { day: '30-11-2026', time: '10:00', minutes: '60', place: 'Lindelaan 12' }
  const planned = await desk.post(link('planIntake', of), { ...plan, person: workers.practitioner.id })
  expect(planned.to).toContain(link('invitation', of))
  return { of, page: link('invitation', of) }
}

function emailOf(client: string): Promise<string | undefined> {
  return asRoot(database, async (tx) => {
    const [row] = await tx
      .selectFrom('clients.details')
      .select('email')
      .where('client_id', '=', client)
      .execute()
    return row?.email
  })
}

test('an address that is missing is typed beside the letter, and then the letter can be mailed', async () => {
  const { of, page } = await invited()
  expect((await desk.get(page)).text).toContain('name="email"')
  for (const email of ['', 'geen adres']) {
    const wrong = await desk.post(page, { do: 'email', email })
    expect([wrong.status, wrong.wrong]).toEqual([422, ['email']])
  }
  expect(await emailOf(of.clientId)).toBe('')
  const kept = await desk.post(page, { do: 'email', email: 'Tjitske@example.org' })
  expect(kept).toMatchObject({ status: 303, to: `${page}?gedaan=email` })
  expect(await emailOf(of.clientId)).toBe('tjitske@example.org')
  const { text } = await desk.get(kept.to ?? '')
  expect(text).toMatch(/value="client" checked/)
  expect(text).not.toContain('name="email"')
  expect(text.indexOf('Het e-mailadres staat nu bij')).toBeGreaterThan(text.indexOf('</h1>'))
})

test('an address that somebody wrote meanwhile stays', async () => {
  const { of, page } = await invited()
  await desk.post(page, { do: 'email', email: 'eerst@example.org' })
  expect((await desk.post(page, { do: 'email', email: 'later@example.org' })).to).toBe(page)
  expect(await emailOf(of.clientId)).toBe('eerst@example.org')
})

test('who has not the client gets no page, and writes no address', async () => {
  const { of, page } = await invited()
  const southern = await as(workers.southern)
  expect((await southern.post(page, { do: 'email', email: 'x@example.org' })).status).toBe(404)
  expect(await emailOf(of.clientId)).toBe('')
})

test('what was mailed stands under its own heading, and reads back as it left, on the way to the letter', async () => {
  const { of, page } = await invited()
  await desk.post(page, { do: 'email', email: 'een@example.org' })
  expect((await desk.get(page)).text).not.toContain('Eerder gemaild')
  const id = newId()
  await desk.post(page, { id, to: 'client' })
  const { text } = await desk.get(page)
  expect(text).toMatch(/<h3[^>]*>Eerder gemaild<\/h3>/)
  expect(text).toContain('Nog een keer mailen')
  const mail = await desk.get(link('mail', { clientId: of.clientId, mailId: id }))
  expect(mail.text).toContain(`href="${page}"`)
  expect(mail.text).toMatch(/W\. secretariat<br\s?\/?>/)
})
