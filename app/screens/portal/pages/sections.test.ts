import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, put, tokenOf, word } from '../../../../tests/support/people.ts'
import { link } from '../../../links.ts'
import { shareable } from '../../../people/consent/door.ts'

// What the client ticks is what a relative reads, on every page of the portal: each row carries the name of the part
// under which the consent screen counts it.

const database = await openTestDatabase()
const { clients } = await makeWorld(database)
const client = clients.inCare
const app = openApp(database)
afterAll(() => database.close())

/** A text of each row that the portal tells, by the part that it belongs to. */
const told: Record<string, string[]> = {
  referral: [
    'referral.referrals.reason',
    'referral.referrals.own_question',
    'referral.triages.reason',
    'referral.promises.what',
    'referral.early_contacts.note',
    'referral.intake_reports.what_happened',
    'referral.advice_talks.agreed',
    'referral.return_talks.what_did_we',
    'referral.wmo_contacts.who',
    'care.outflows.own_words',
    'care.temporary_offers.reason',
    'documents.files.name',
  ],
  agenda: ['agenda.appointments.place'],
  measures: ['instruments.phases.own_words'],
  reports: ['contacts.contacts.report', 'contacts.addenda.body', 'contacts.notes.body'],
}
const all = Object.values(told).flat()

await asRoot(database, async (tx) => {
  await sql`set local session_replication_role = replica`.execute(tx)
  for (const name of all) {
    const [schema = '', table = '', column = ''] = name.split('.')
    await sql`update ${sql.table(`${schema}.${table}`)} set ${sql.ref(column)} = ${name} where client_id = ${client.id}`.execute(
      tx,
    )
  }
})

/** Which of these texts stand on any page of the portal of the relative. */
async function read(person = client.relative): Promise<string[]> {
  const browser = app.as(await tokenOf(database, person))
  const pages = ['portal', 'portalStory', 'portalAgenda'] as const
  const answers = await Promise.all(pages.map((page) => browser.get(link(page))))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  return all.filter((name) => answers.some(({ text }) => text.includes(name)))
}

test('the client reads each of them', async () => {
  // The appointment is told by the report of that day.
  expect(await read(client.person)).toEqual(all)
})

test.for(shareable)(
  'a relative with "%s" alone reads what belongs to it, and nothing else',
  async (section) => {
    await asRoot(database, async (tx) => {
      await sql`delete from consent.grants where client_id = ${client.id}`.execute(tx)
      await put(tx, 'consent.grants', word(client, section, true, { person_id: client.relative.id }))
    })
    expect(await read()).toEqual(told[section] ?? [])
  },
)
