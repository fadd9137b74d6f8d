import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { type Browser, openApp } from '../../../../tests/support/app.ts'
import { atTestMoment } from '../../../../tests/support/clock.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, tokenOf } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import { link } from '../../../links.ts'
import { sendMails } from '../../../office/documents/door.ts'
import { readConfig } from '../../../platform/config.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
afterAll(() => database.close())

const [referral] = await asRoot(database, (tx) =>
  tx.selectFrom('referral.referrals').select('id').where('client_id', '=', clients.inCare.id).execute(),
)
const page = link('invitation', { clientId: clients.inCare.id, referralId: referral?.id ?? '' })
const smtp = { config: readConfig({ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'team@example.org' }, false) }

async function browser(house: Parameters<typeof openApp>[1]): Promise<Browser> {
  return openApp(database, house).as(await tokenOf(database, workers.practitioner))
}

async function mails() {
  return asRoot(database, (tx) =>
    tx
      .selectFrom('documents.mails')
      .select(['id', 'address', 'subject', 'body'])
      .where('client_id', '=', clients.inCare.id)
      .where('about', '=', referral?.id ?? '')
      .where('body', 'like', '%Wij nodigen u uit%')
      .orderBy('id')
      .execute(),
  )
}

test('without a mail server the page says so, and the letter can be printed', async () => {
  const desk = await browser({})
  const { text } = await desk.get(page)
  expect(text).toContain('Mailen is hier niet ingesteld')
  expect(text).toContain('Wij nodigen u uit')
  expect(text).not.toContain('Brief mailen')
  expect((await desk.post(page, { to: 'client' })).status).toBe(404)
  expect(await mails()).toEqual([])
})

test('a form without a choice, or with somebody who is not offered, comes back', async () => {
  const desk = await browser(smtp)
  for (const to of ['', newId()]) {
    const answer = await desk.post(page, { to })
    expect([answer.status, answer.wrong]).toEqual([422, ['to']])
  }
  expect(await mails()).toEqual([])
})

test('the letter goes to the client, once, however often the form is sent, and is on its way', async () => {
  const desk = await browser(smtp)
  const id = newId()
  for (const _ of [1, 2]) expect((await desk.post(page, { id, to: 'client' })).status).toBe(303)
  const [mail, ...more] = await mails()
  expect(more).toEqual([])
  expect(mail).toMatchObject({ id, address: 'client@example.org', subject: 'Uitnodiging voor een gesprek' })
  const { text } = await desk.get(page)
  expect(text).toContain('op weg')
  expect(text).toContain(link('mail', { clientId: clients.inCare.id, mailId: id }))
})

test('the only address is chosen, and shown as it is', async () => {
  const { text } = await (await browser(smtp)).get(page)
  expect(text).toMatch(/value="client" checked/)
  expect(text).toMatch(/<span>client@example.org/)
})

test('the letter says who sends it, where the team is and how it is called, on paper and in the mail', async () => {
  const { rows } = await asRoot(database, (tx) =>
    sql<{ name: string; address: string; phone: string }>`update staff.teams
      set address = 'Javastraat 1, Assen', phone = '0592 123 456' where id in
        (select team_id from referral.referrals where id = ${referral?.id ?? ''}) returning name`.execute(tx),
  )
  const { text } = await (await browser(smtp)).get(page)
  const letter = text.slice(text.indexOf('<article'))
  const sender = ['Team ', ', ggz', 'Javastraat 1, Assen', 'Telefoon 0592 123 456']
  for (const words of [...sender, rows[0]?.name.replace(/^Team /, '')])
    expect(letter.split('Tot ziens!').map((part) => part.includes(String(words)))).toEqual([true, true])
  expect(text).toContain('print-button')
})

test('who was named is invited, and anybody else is as welcome', async () => {
  await asRoot(database, (tx) =>
    sql`update referral.intakes set relative_invited = 'Jan (man)' where client_id = ${clients.inCare.id}`.execute(
      tx,
    ),
  )
  const { text } = await (await browser(smtp)).get(page)
  expect(text).toContain('Een familielid, vriend of andere naaste is van harte welkom.')
  expect(text).toContain('Ook Jan (man) nodigen wij graag uit.')
})

test('what the subject says tells nothing about care', async () => {
  const [mail] = await mails()
  expect(mail?.subject).toBeTruthy()
  expect(mail?.subject).not.toMatch(/ggz|zorg|psych|intake|behandel|team/i)
})

test('by way of a relative the letter asks to hand it on', async () => {
  const relative = await asRoot(database, async (tx) => {
    const { rows } = await sql<{
      id: string
    }>`update clients.relatives set email = 'mies@example.org' where client_id = ${clients.inCare.id} returning id`.execute(
      tx,
    )
    return rows[0]?.id ?? ''
  })
  const desk = await browser(smtp)
  expect((await desk.post(page, { to: relative })).status).toBe(303)
  const mail = (await mails()).at(-1)
  expect(mail?.address).toBe('mies@example.org')
  expect(mail?.body).toMatch(/^Beste Mies,\n\nDeze brief is voor Jan Janssen/)
})

test('in a demo the mail is kept and can be read', async () => {
  const desk = await browser({ demo: true })
  const id = newId()
  await desk.post(page, { id, to: 'client' })
  await atTestMoment(() => sendMails(database, async () => ({ outcome: 'kept' })))
  const { text } = await desk.get(link('mail', { clientId: clients.inCare.id, mailId: id }))
  expect(text).toContain('Deze mail zou verstuurd zijn')
  expect(text).toContain('Wij nodigen u uit')
})

test('what failed says why, and to print the letter', async () => {
  const desk = await browser(smtp)
  await desk.post(page, { to: 'client' })
  await atTestMoment(() =>
    sendMails(database, async () => ({ outcome: 'not-sent', why: 'refused', forGood: true })),
  )
  const { text } = await desk.get(page)
  expect(text).toContain('mislukt')
  expect(text).toContain('Klopt het e-mailadres? Druk de brief af.')
})

test('the page makes at most four statements', async () => {
  const answer = await (await browser(smtp)).get(page)
  const statements = /desc="(\d+)"/.exec(answer.response.headers.get('server-timing') ?? '')?.[1]
  expect(Number(statements)).toBeLessThanOrEqual(4)
})

test('nobody of another team mails or reads', async () => {
  const southern = openApp(database, smtp).as(await tokenOf(database, workers.southern))
  const [mail] = await mails()
  expect(mail).toBeDefined()
  expect((await southern.post(page, { to: 'client' })).status).toBe(404)
  expect(
    (await southern.get(link('mail', { clientId: clients.inCare.id, mailId: mail?.id ?? '' }))).status,
  ).toBe(404)
})
