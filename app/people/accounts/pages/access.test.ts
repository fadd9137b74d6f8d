import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { type Answer, type Browser, openApp, plain } from '../../../../tests/support/app.ts'
import { atTestMoment } from '../../../../tests/support/clock.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { lastLine } from '../../../../tests/support/gate.ts'
import { makeWorld, type Person, put, tokenOf } from '../../../../tests/support/people.ts'
import { onceField } from '../../../core/form.ts'
import { newId, type PersonId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link, paths } from '../../../links.ts'
import { linkPerson } from '../acts/link-person.ts'
import { makeAccount } from '../acts/make-account.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

// Nobody handed these people anything yet.
await asRoot(database, async (tx) => {
  await sql`update staff.teams set phone = '0592 123456' where name like '%north'`.execute(tx)
  for (const table of ['clients.clients', 'clients.relatives', 'clients.representatives'])
    await sql`update ${sql.table(table)} set person_id = null where client_id = ${clients.neighbour.id}`.execute(
      tx,
    )
})

async function as(person: Person) {
  return app.as(await tokenOf(database, person))
}

async function rowOf(table: string, client: { id: string }) {
  const { rows } = await asRoot(database, (tx) =>
    sql<{ id: string; person_id: string | null }>`
      select id, person_id from ${sql.table(table)} where client_id = ${client.id} order by id`.execute(tx),
  )
  return rows[0] ?? { id: '', person_id: null }
}

const clientId = clients.neighbour.id
const pageOf = (besideId: string) => link('accessOf', { clientId, besideId })

async function newRelative() {
  const relative = { id: newId(), client_id: clientId, name: 'Truus', relation: 'zus' }
  await asRoot(database, (tx) => put(tx, 'clients.relatives', relative))
  return relative
}

async function holderOf(id: string) {
  return asRoot(database, (tx) =>
    tx.selectFrom('clients.relatives').select('person_id').where('id', '=', id).executeTakeFirst(),
  )
}

const accounts = async () =>
  (await asRoot(database, (tx) => tx.selectFrom('accounts.users').select('id').execute())).length

/** What the form of this page sends: the id that it was given. */
async function formOf(browser: Browser, id: string) {
  const { text } = await browser.get(pageOf(id))
  return { [onceField]: new RegExp(`name="${onceField}" value="([^"]+)"`).exec(text)?.[1] ?? '' }
}

function factsOf(answer: Answer) {
  const fact = (label: string) =>
    plain(new RegExp(`<dt>${label}</dt>\\s*<dd>([\\s\\S]*?)</dd>`).exec(answer.text)?.[1] ?? '')
  return { email: fact('Inlognaam'), password: fact('Startwachtwoord') }
}

test('a client gets access without an e-mail address; it is shown once, leads to the second step, and is logged', async () => {
  const me = await as(workers.practitioner)
  const form = (await me.get(pageOf(clientId))).text
  expect(form).toContain('Een e-mailadres is niet nodig')
  // A page as answer: script in the browser would wait for a redirect, and show nothing.
  expect(form).toMatch(/<form[^>]*data-turbo="false"/)
  const given = await me.post(pageOf(clientId))
  expect(given.status).toBe(200)
  expect(await lastLine(database, clientId)).toMatchObject({
    event: 'rights',
    action: 'C',
    query: 'account Piet Meijer',
  })
  expect(given.text).toContain('print-button')
  expect(plain(given.text)).toMatch(/Kies een eigen wachtwoord\. .*Bel ons 0592 123456 \(Team .*north\)/)
  const access = factsOf(given)
  expect(access.email).toMatch(/^piet-\d{4}$/)
  expect(await app.as().post(paths.signIn, access)).toMatchObject({ status: 303, to: paths.enrol })
  const again = await me.get(pageOf(clientId))
  expect(again.text).toContain(access.email)
  expect(again.text).not.toContain(access.password)
  expect((await me.post(pageOf(clientId))).status).toBe(422)
})

test('who clicks twice, or reloads, sees the same paper of the one account, until its password is used', async () => {
  const me = await as(workers.practitioner)
  const { id } = await newRelative()
  const [form, other] = [await formOf(me, id), await formOf(me, id)]
  const before = await accounts()
  const answers = [
    ...(await Promise.all([me.post(pageOf(id), form), me.post(pageOf(id), form)])),
    await me.post(pageOf(id), form),
  ]
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200])
  const papers = answers.map(factsOf)
  expect(new Set(papers.map((paper) => JSON.stringify(paper))).size).toBe(1)
  expect(await accounts()).toBe(before + 1)
  expect(await app.as().post(paths.signIn, papers[0])).toMatchObject({ status: 303, to: paths.enrol })
  expect((await me.post(pageOf(id), other)).status).toBe(422)
  const second = await as(workers.second)
  expect((await second.post(pageOf(id), form)).status).toBe(422)
  await asRoot(database, (tx) => sql`delete from accounts.start_passwords`.execute(tx))
  const late = await me.post(pageOf(id), form)
  expect([late.status, late.text.includes(papers[0]?.password ?? '')]).toEqual([422, false])
})

test('a form of before the access was ended gives nothing back', async () => {
  const me = await as(workers.practitioner)
  const { id } = await newRelative()
  const form = await formOf(me, id)
  expect((await me.post(pageOf(id), form)).status).toBe(200)
  await me.post(pageOf(id), { do: 'end' })
  expect((await me.post(pageOf(id), form)).status).toBe(422)
  expect((await holderOf(id))?.person_id).toBeNull()
})

test('of several at once without a form id one makes an account, and nobody one that leads nowhere', async () => {
  const me = await as(workers.practitioner)
  const { id } = await newRelative()
  const before = await accounts()
  const answers = await Promise.all([1, 2, 3].map(() => me.post(pageOf(id))))
  // Who was refused met the link on its way, or there already.
  const [taken, ...refused] = answers.map((answer) => answer.status).sort()
  expect(taken).toBe(200)
  for (const status of refused) expect([404, 422]).toContain(status)
  expect(await accounts()).toBe(before + 1)
  expect((await holderOf(id))?.person_id).not.toBeNull()
})

test('access is ended: the session is over, the account leads nowhere, and new access can be given', async () => {
  const me = await as(workers.practitioner)
  const { id, person_id } = await rowOf('clients.clients', clients.neighbour)
  expect(person_id).not.toBeNull()
  const client = await as({ id: person_id as Person['id'], role: 'client', organisation: null })
  expect((await client.get(paths.portal)).status).toBe(200)
  const ended = await me.post(pageOf(id), { do: 'end' })
  expect(ended.to).toBe(`${link('access', { clientId })}?gedaan=gestopt`)
  expect((await client.get(paths.portal)).to).toContain(paths.signIn)
  expect((await rowOf('clients.clients', clients.neighbour)).person_id).toBeNull()
  expect((await me.post(pageOf(id))).status).toBe(200)
})

test('a relative and a representative get an account of their own', async () => {
  const me = await as(workers.practitioner)
  for (const table of ['clients.relatives', 'clients.representatives']) {
    const { id } = await rowOf(table, clients.neighbour)
    expect((await me.post(pageOf(id))).status).toBe(200)
    expect((await rowOf(table, clients.neighbour)).person_id).not.toBeNull()
  }
  const all = plain((await me.get(link('access', { clientId }))).text)
  expect(all).toContain('Mies naaste · heeft toegang')
  expect(all).toContain('B. Voogd wettelijk vertegenwoordiger · heeft toegang')
})

test('who forgot the password gets a new one to start with: signed out, and the old one is over', async () => {
  const me = await as(workers.practitioner)
  const { id } = await newRelative()
  const first = factsOf(await me.post(pageOf(id)))
  const person = (await holderOf(id))?.person_id as Person['id']
  const relative = await as({ id: person, role: 'relative', organisation: null })
  expect((await relative.get(paths.portal)).status).toBe(200)
  const form = { ...(await formOf(me, id)), do: 'renew' }
  const [renewed, again] = [await me.post(pageOf(id), form), await me.post(pageOf(id), form)]
  const paper = factsOf(renewed)
  expect([renewed.status, factsOf(again)]).toEqual([200, paper])
  expect(paper.email).toBe(first.email)
  expect((await relative.get(paths.portal)).to).toContain(paths.signIn)
  expect((await app.as().post(paths.signIn, first)).status).toBe(422)
  expect((await app.as().post(paths.signIn, paper)).to).toBe(paths.enrol)
  expect((await (await as(workers.second)).post(pageOf(id), { do: 'renew' })).status).toBe(200)
  expect((await me.post(pageOf((await newRelative()).id), { do: 'renew' })).status).toBe(422)
})

test('no new password for an account that leads elsewhere too, or is of a colleague', async () => {
  const me = await as(workers.practitioner)
  const [one, two, colleague] = [await newRelative(), await newRelative(), await newRelative()]
  await me.post(pageOf(one.id))
  const person_id = (await holderOf(one.id))?.person_id
  const { id: personId } = workers.southern
  await makeAccount(database, { personId, email: 'zuid@voorbeeld.nl', password: newId(), name: 'Zuid' })
  const joined = [
    { id: two.id, person_id },
    { id: colleague.id, person_id: personId },
  ]
  await asRoot(database, async (tx) => {
    for (const row of joined)
      await sql`update clients.relatives set person_id = ${row.person_id} where id = ${row.id}`.execute(tx)
  })
  for (const { id } of [one, two, colleague]) {
    expect((await me.get(pageOf(id))).text).toContain('Nieuw startwachtwoord')
    expect((await me.post(pageOf(id), { do: 'renew' })).status).toBe(404)
  }
})

test("nobody hands over, looks at or ends another team's access, or one of another client", async () => {
  const theirs = await rowOf('clients.relatives', clients.southern)
  expect(theirs.person_id).not.toBeNull()
  const ways = [
    link('accessOf', { clientId: clients.southern.id, besideId: theirs.id }),
    pageOf(theirs.id),
    link('accessOf', { clientId: clients.southern.id, besideId: clients.southern.id }),
  ]
  const me = await as(workers.practitioner)
  expect((await me.get(link('access', { clientId: clients.southern.id }))).status).toBe(404)
  for (const way of ways) {
    expect((await me.get(way)).status).toBe(404)
    for (const fields of [{}, { do: 'end' }, { do: 'renew' }])
      expect((await me.post(way, fields)).status).toBe(404)
  }
  expect((await rowOf('clients.relatives', clients.southern)).person_id).toBe(theirs.person_id)
  for (const person of [workers.secretary, workers.supporter, workers.trainee, workers.administrator])
    expect((await (await as(person)).get(pageOf(clientId))).status).toBe(404)
})

test('a key is handed out by who sees the dossier, and never to the team itself', async () => {
  const relative = { id: newId(), client_id: clients.inCare.id, name: 'Toos', relation: 'zus' }
  await asRoot(database, (tx) => put(tx, 'clients.relatives', relative))
  const attempt = async (giver: Person, person: string) => {
    const asker = { database, token: await tokenOf(database, giver) }
    return atTestMoment(() =>
      linkPerson(asker, clients.inCare.id, {
        kind: 'relative',
        rowId: relative.id,
        person: person as PersonId,
      }),
    )
  }
  await expect(attempt(workers.secretary, newId())).rejects.toThrow(NotFound)
  await expect(attempt(workers.practitioner, workers.practitioner.id)).rejects.toThrow(NotFound)
  await expect(attempt(workers.practitioner, workers.secretary.id)).rejects.toThrow(NotFound)
  await attempt(workers.practitioner, newId())
  await expect(attempt(workers.practitioner, newId())).rejects.toThrow(NotFound)
})
