import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { atTestMoment } from '../../../../tests/support/clock.ts'
import { asRoot, openTestDatabase, stateOf } from '../../../../tests/support/database.ts'
import { lines } from '../../../../tests/support/gate.ts'
import { openMailServer } from '../../../../tests/support/mail-server.ts'
import { makeWorld, tokenOf } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import { at } from '../../../platform/clock.ts'
import { readConfig } from '../../../platform/config.ts'
import { act, read } from '../../../platform/database.ts'
import { mailer } from '../../../platform/mail.ts'
import { addMail, findMail, type MailId, type Recipient } from '../store/mails.ts'
import { giveUpMails } from '../store/outbox.ts'
import { sendMails } from './send-mails.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const server = await openMailServer()
const asker = { database, token: await tokenOf(database, workers.practitioner) }
const client = clients.inCare.id
const [soon, later] = [new Date('2026-11-24T09:30:00Z'), new Date('2026-11-26T09:00:00Z')]
afterAll(async () => {
  await server.close()
  await database.close()
})

function mailerTo(url: string) {
  const config = readConfig({ SMTP_URL: url, MAIL_FROM: 'Team <team@example.org>' }, false)
  const deliver = mailer({ demo: false, config })
  if (!deliver) throw new Error('no mailer')
  return deliver
}

beforeEach(async () => {
  await asRoot(database, (tx) => sql`delete from documents.outbox`.execute(tx))
  server.taken.length = 0
  server.refuse(null)
})

async function write(to: Recipient = { kind: 'client' }): Promise<MailId> {
  const id = newId<MailId>()
  const mail = {
    id,
    about: newId(),
    to,
    subject: 'Uitnodiging voor een gesprek',
    paragraphs: ['Beste é <b>', 'Dag'],
  }
  await atTestMoment(() =>
    act(asker, [{ dossier: client, purpose: 'referral' }], (tx) => addMail(tx, client, mail)),
  )
  return id
}

function stateNow(id: MailId) {
  return atTestMoment(() =>
    read(
      asker,
      [{ dossier: client, purpose: 'referral' }],
      async (tx) => (await findMail(tx, client, id))?.state,
    ),
  )
}

const send = (url = server.url, moment = soon) => at(moment, () => sendMails(database, mailerTo(url)))

test('a letter leaves once, as text and as a simple page, to the address that the database knows', async () => {
  const id = await write()
  expect(await stateNow(id)).toEqual({ kind: 'queued' })
  expect(await send()).toBe(1)
  expect(await send()).toBe(0)
  expect(server.taken).toHaveLength(1)
  expect(server.taken[0]).toMatchObject({ from: 'team@example.org', to: ['client@example.org'] })
  // Quoted-printable breaks long lines with "=".
  const source = server.taken[0]?.source.replace(/=\r\n/g, '') ?? ''
  for (const words of ['text/plain', 'text/html', `<${id}@example.org>`, 'Uitnodiging voor een gesprek'])
    expect(source).toContain(words)
  expect(source).toContain('Beste =C3=A9 &lt;b&gt;')
  expect(await stateNow(id)).toMatchObject({ kind: 'sent' })
})

test('each letter that is taken has its line in the log, committed, of nobody', async () => {
  await write()
  const before = (await lines(database, sql`event = 'job'`)).length
  await send()
  const logged = await lines(database, sql`event = 'job'`)
  expect(logged).toHaveLength(before + 1)
  expect(logged.at(-1)).toMatchObject({
    client_id: client,
    role: 'job',
    sections: ['referral'],
    organisation_id: workers.practitioner.organisation,
  })
})

test('an act that fails leaves nothing to send', async () => {
  const attempt = atTestMoment(() =>
    act(asker, [{ dossier: client, purpose: 'referral' }], async (tx) => {
      await addMail(tx, client, {
        id: newId<MailId>(),
        about: newId(),
        to: { kind: 'client' },
        subject: 'Uitnodiging',
        paragraphs: ['Dag'],
      })
      throw new Error('after all not')
    }),
  )
  await expect(attempt).rejects.toThrow('after all not')
  expect(await send()).toBe(0)
})

test('a server that says "not now" is asked again after a while, and not before', async () => {
  const id = await write()
  server.refuse(451)
  expect(await send()).toBe(1)
  expect(await stateNow(id)).toMatchObject({ kind: 'postponed', why: 'not-now' })
  server.refuse(null)
  expect(await send()).toBe(0)
  expect(await send(server.url, later)).toBe(1)
  expect(await stateNow(id)).toMatchObject({ kind: 'sent' })
  expect(server.taken).toHaveLength(1)
})

test('an address that is refused is given up at once, and the worker reads why', async () => {
  const id = await write()
  server.refuse(550)
  await send()
  expect(await stateNow(id)).toMatchObject({ kind: 'failed', why: 'refused' })
  expect(await send(server.url, later)).toBe(0)
})

test('a server that is not there is tried until a day has passed, then given up', async () => {
  const id = await write()
  let tries = 0
  for (const hours of [0, 0.1, 0.3, 1, 3, 8, 30, 60]) {
    const moment = new Date(soon.getTime() + hours * 3_600_000)
    tries += await send('smtp://127.0.0.1:1', moment)
  }
  expect(tries).toBe(7)
  expect(await stateNow(id)).toMatchObject({ kind: 'failed', why: 'unreachable' })
})

test('a letter that waited for three days is given up, and never sent', async () => {
  const id = await write()
  const tooLate = new Date('2026-11-28T09:00:00Z')
  expect(await at(later, () => giveUpMails(database))).toBe(0)
  expect(await send(server.url, tooLate)).toBe(0)
  expect(await at(tooLate, () => giveUpMails(database))).toBe(1)
  expect(await stateNow(id)).toMatchObject({ kind: 'failed', why: 'too-late' })
})

test('who died between taking and settling is followed by another try, after the lease', async () => {
  const id = await write()
  const dies = () => Promise.reject(new Error('power cut'))
  await expect(at(soon, () => sendMails(database, dies))).rejects.toThrow('power cut')
  expect(await send()).toBe(0)
  expect(await send(server.url, later)).toBe(1)
  expect(await stateNow(id)).toMatchObject({ kind: 'sent' })
})

test('a demo sends nothing and keeps the mail, even with a mail server in its environment', async () => {
  const id = await write()
  const config = readConfig({ SMTP_URL: server.url, MAIL_FROM: 'team@example.org' }, false)
  const deliver = mailer({ demo: true, config })
  expect(await at(soon, () => sendMails(database, deliver ?? Promise.reject))).toBe(1)
  expect(server.taken).toEqual([])
  expect(await stateNow(id)).toMatchObject({ kind: 'kept' })
})

test('a relative gets a letter at the relative’s own address; one of another client, or of before, does not', async () => {
  const relatives = await asRoot(database, async (tx) => {
    await sql`update clients.relatives set email = 'mies@example.org'`.execute(tx)
    const { rows } = await sql<{
      id: string
      client_id: string
    }>`select id, client_id from clients.relatives`.execute(tx)
    return rows
  })
  const own = relatives.find((row) => row.client_id === client)?.id ?? ''
  const other = relatives.find((row) => row.client_id === clients.neighbour.id)?.id ?? ''
  await write({ kind: 'relative', id: own })
  await send()
  expect(server.taken.map(({ to }) => to)).toEqual([['mies@example.org']])
  expect(await stateOf(write({ kind: 'relative', id: other }))).toBe('23514')
  await asRoot(database, (tx) =>
    sql`update clients.relatives set during = '(,2026-11-01)' where id = ${own}`.execute(tx),
  )
  expect(await stateOf(write({ kind: 'relative', id: own }))).toBe('23514')
})
