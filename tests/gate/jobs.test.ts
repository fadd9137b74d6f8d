import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import type { Tx } from '../../app/platform/database.ts'
import { inJob } from '../../app/platform/jobs.ts'
import { atTestMoment } from '../support/clock.ts'
import { asRoot, engine, openTestDatabase, stateOf } from '../support/database.ts'
import { lines } from '../support/gate.ts'
import { makeWorld } from '../support/people.ts'

const database = await openTestDatabase()
await makeWorld(database)
afterAll(() => database.close())

// The named exception of the jobs: what this role may, and that it may no more.
const asJobs = <T>(work: (tx: Tx) => Promise<T>) =>
  atTestMoment(() => database.jobs.transaction().execute(work))
const mails = (tx: Tx) => tx.selectFrom('documents.mails').select('id').execute()
const take = (tx: Tx, atMost: number) =>
  sql<{ ids: string[] }>`select documents.take_mails(${atMost}) as ids`.execute(tx)

test('letters are there, and the job sees none that it did not take', async () => {
  expect((await asRoot(database, mails)).length).toBeGreaterThan(2)
  expect(await asJobs(mails)).toEqual([])
})

test('what it took it sees in a later transaction, each with its line in the log', async () => {
  const taken = await asJobs(async (tx) => {
    const { rows } = await take(tx, 2)
    expect(await mails(tx)).toEqual([])
    return rows[0]?.ids ?? []
  })
  expect(taken).toHaveLength(2)
  expect((await asJobs(mails)).map((row) => row.id).sort()).toEqual([...taken].sort())
  expect(await lines(database, sql`event = 'job'`)).toHaveLength(2)
})

test('taking and rolling back shows nothing and leaves nothing to see', async () => {
  const before = (await asJobs(mails)).length
  const attempt = asJobs(async (tx) => {
    await take(tx, 5)
    throw new Error('undo')
  })
  await expect(attempt).rejects.toThrow('undo')
  expect(await asJobs(mails)).toHaveLength(before)
})

test('no other table of a client, no log, no account', async () => {
  for (const table of [
    'clients.clients',
    'clients.details',
    'access.log',
    'accounts.users',
    'documents.files',
  ])
    expect(await stateOf(asJobs((tx) => sql`select 1 from ${sql.table(table)}`.execute(tx))), table).toBe(
      '42501',
    )
  expect(await stateOf(asJobs((tx) => sql`select access.arrive('x')`.execute(tx)))).toBe('42501')
})

test('a letter that was not taken cannot be settled', async () => {
  const [waiting] = await asRoot(database, (tx) =>
    tx.selectFrom('documents.outbox').select('mail_id').where('taken', 'is', null).execute(),
  )
  const settle = asJobs((tx) =>
    sql`select documents.settle_mail(${waiting?.mail_id}, 'sent', '', 0)`.execute(tx),
  )
  expect(await stateOf(settle)).toBe('42501')
})

// The embedded engine has one connection, and one process.
test.runIf(engine === 'postgres')('one process at a time does a job', async () => {
  const inner = await inJob(database, 'mail', () => inJob(database, 'mail', async () => 'both'))
  expect(inner).toBeNull()
  expect(await inJob(database, 'mail', async () => 'alone')).toBe('alone')
})
