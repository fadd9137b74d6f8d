import { afterAll, expect, test } from 'vitest'
import { openApp, plain } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { lastLine } from '../../../../tests/support/gate.ts'
import { makeWorld, type Person, tokenOf } from '../../../../tests/support/people.ts'
import { link, paths } from '../../../links.ts'

const database = await openTestDatabase()
const { workers, clients, organisations } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

async function as(person: Person) {
  return app.as(await tokenOf(database, person))
}

async function reportOf(client: { id: string }) {
  const row = await asRoot(database, (tx) =>
    tx
      .selectFrom('contacts.contacts')
      .select('id')
      .where('client_id', '=', client.id)
      .executeTakeFirstOrThrow(),
  )
  return { clientId: client.id, rowId: row.id }
}

/** Who reads this report: the page of the report, and the story that it stands in. */
async function readers(of: { clientId: string; rowId: string }, people: Record<string, Person>) {
  const reading: string[] = []
  for (const [name, person] of Object.entries(people)) {
    const browser = await as(person)
    const page = await browser.get(link('contact', { clientId: of.clientId, contactId: of.rowId }))
    const isPortal = person.organisation === null
    const story = await browser.get(isPortal ? paths.portalStory : link('dossier', { clientId: of.clientId }))
    expect(story.status).toBe(200)
    expect(story.text.includes(of.rowId)).toBe(page.status === 200)
    if (page.status === 200) reading.push(name)
  }
  return reading
}

test('a report that the client shields from one colleague is read by the others and by the client, until it is lifted', async () => {
  const of = await reportOf(clients.inCare)
  const people = { me: workers.practitioner, second: workers.second, client: clients.inCare.person }
  expect(await readers(of, people)).toEqual(['me', 'second', 'client'])
  const me = await as(workers.practitioner)
  const chosen = await me.get(link('dossier', { clientId: of.clientId }, { afschermen: 'ja' }))
  expect(chosen.text).toContain(link('shieldRow', of))
  const party = `person:${workers.second.id}`
  const answer = await me.post(link('shieldRow', of), { what: 'shield', party })
  expect(answer.to).toBe(link('shieldRow', of, { voor: party, gedaan: 'shield' }))
  expect(await lastLine(database, clients.inCare.id)).toMatchObject({ action: 'U', granted: true })
  expect(plain((await me.get(answer.to ?? '')).text)).toMatch(/is nu afgeschermd voor W\. practitioner, /)
  const stranger = link('shieldRow', of, { voor: `person:${workers.distant.id}`, gedaan: 'shield' })
  expect((await me.get(stranger)).text).not.toContain('is nu afgeschermd')
  expect(await readers(of, people)).toEqual(['me', 'client'])
  await me.post(link('shieldRow', of), { what: 'shield', party })
  const lifted = await me.post(link('shieldRow', of), { what: 'lift', party })
  expect((await me.get(lifted.to ?? '')).text).toContain('is niet meer afgeschermd voor W. practitioner')
  expect(await readers(of, people)).toEqual(['me', 'second', 'client'])
})

test('shielded from an organisation, nobody who works there reads it; a colleague of another one does', async () => {
  const of = await reportOf(clients.neighbour)
  const people = { ggz: workers.practitioner, vnn: workers.addiction }
  expect(await readers(of, people)).toEqual(['ggz', 'vnn'])
  const me = await as(workers.addiction)
  await me.post(link('shieldRow', of), { what: 'shield', party: `organisation:${organisations.ggz}` })
  expect(await readers(of, people)).toEqual(['vnn'])
  const shut = await as(workers.practitioner)
  expect((await shut.get(link('shieldRow', of))).status).toBe(404)
  expect(
    (await shut.post(link('shieldRow', of), { what: 'lift', party: `organisation:${organisations.ggz}` }))
      .status,
  ).toBe(404)
  expect(await readers(of, people)).toEqual(['vnn'])
})

test('without a person or organisation of the list the form comes back', async () => {
  const of = await reportOf(clients.inCare)
  const me = await as(workers.practitioner)
  for (const party of ['', `team:${organisations.ggz}`, `person:${workers.distant.id}`, 'x']) {
    const answer = await me.post(link('shieldRow', of), { what: 'shield', party })
    expect([answer.status, answer.wrong]).toEqual([422, ['party']])
  }
})

test("nobody shields another team's row, a row of another client, or that there was a referral", async () => {
  const theirs = await reportOf(clients.southern)
  const referral = await asRoot(database, (tx) =>
    tx
      .selectFrom('referral.referrals')
      .select('id')
      .where('client_id', '=', clients.inCare.id)
      .executeTakeFirstOrThrow(),
  )
  const party = `person:${workers.second.id}`
  const me = await as(workers.practitioner)
  for (const of of [
    theirs,
    { clientId: clients.inCare.id, rowId: theirs.rowId },
    { clientId: clients.inCare.id, rowId: referral.id },
  ]) {
    expect((await me.get(link('shieldRow', of))).status).toBe(404)
    expect((await me.post(link('shieldRow', of), { what: 'shield', party })).status).toBe(404)
  }
  const rows = await asRoot(database, (tx) =>
    tx
      .selectFrom('consent.shielded_rows')
      .select('id')
      .where('row_id', 'in', [theirs.rowId, referral.id])
      .execute(),
  )
  expect(rows).toEqual([])
})
