import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asApp, asRoot, openTestDatabase, stateOf } from '../support/database.ts'
import { clientsIn, lastLine, openDossier } from '../support/gate.ts'
import { makeWorld, type Person, put, tokenOf, word } from '../support/people.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
afterAll(() => database.close())

// Which section shows each table of client data: said here a second time, apart from the deeds. A new table gets its line.
const sectionOf: Record<string, string> = {
  'agenda.appointments': 'agenda',
  'agenda.cancellations': 'agenda',
  'care.assignments': 'list',
  'care.involvements': 'list',
  'care.outflows': 'referral',
  'care.periods': 'list',
  'care.temporary_offers': 'referral',
  'clients.addresses': 'identity',
  'clients.clients': 'list',
  'clients.deaths': 'identity',
  'clients.details': 'identity',
  'clients.relatives': 'relatives',
  'clients.representatives': 'identity',
  'contacts.addenda': 'reports',
  'contacts.confidences': 'in-confidence',
  'contacts.contacts': 'reports',
  'contacts.notes': 'reports',
  'documents.contents': 'referral',
  'documents.dispatches': 'referral',
  'documents.files': 'referral',
  'documents.mails': 'referral',
  'instruments.phases': 'measures',
  'recovery_plan.agreements': 'plan',
  'recovery_plan.answers': 'treatment',
  'recovery_plan.decisions': 'plan',
  'recovery_plan.endings': 'plan',
  'recovery_plan.entries': 'plan',
  'recovery_plan.proposals': 'plan',
  'recovery_plan.remarks': 'plan',
  'recovery_plan.statements': 'treatment',
  'recovery_plan.take_backs': 'plan',
  'referral.advice_talks': 'referral',
  'referral.early_contacts': 'referral',
  'referral.intake_reports': 'referral',
  'referral.intakes': 'referral',
  'referral.promises': 'referral',
  'referral.referrals': 'referral',
  'referral.return_talks': 'referral',
  'referral.triages': 'referral',
  'referral.wmo_contacts': 'referral',
}

// Shared by the client as the referral and the intake; of who works here only who reads reports reads these.
const alsoReports = ['referral.intake_reports', 'referral.return_talks']
const portal = ['client', 'relative', 'representative']

// Tables about clients that no ticket opens: keys, the log, the history. Definer functions answer from them.
const closed = ['access.', 'consent.', 'history.']
// Not client data but what an import staged: policies of its own, and never whom a row was matched with.
const staged = ['imports.rows']

type Table = { name: string; columns: string[] }

/** Every table and view of the catalog with a client_id, and the columns of it that the application may read. */
const tables = await asRoot(database, async (tx) => {
  const { rows } = await sql<Table>`
    select format('%I.%I', n.nspname, c.relname) as name,
      array(select b.attname::text from pg_attribute b where b.attrelid = c.oid and b.attnum > 0 and not b.attisdropped
        and has_column_privilege('app', c.oid, b.attnum, 'select')) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id'
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
    order by 1`.execute(tx)
  return rows
})
const isClosed = ({ name }: Table) => closed.some((schema) => name.startsWith(schema))
const open = tables.filter((table) => !isClosed(table) && !staged.includes(table.name))

const subject = (table: string) => (table === 'clients.deaths' ? clients.dead : clients.inCare)
const people: [string, Person][] = [
  ...Object.entries(workers).filter(([name]) => name !== 'past'),
  ['client', clients.inCare.person],
  ['relative', clients.inCare.relative],
  ['representative', clients.inCare.representative],
]

beforeAll(() =>
  asRoot(database, async (tx) => {
    await put(
      tx,
      'consent.grants',
      word(clients.inCare, null, true, { person_id: clients.inCare.relative.id }),
    )
    await put(tx, 'consent.grants', word(clients.inCare, null, true, { person_id: workers.wmoConsultant.id }))
    await put(
      tx,
      'consent.grants',
      word(clients.inCare, 'plan', true, { organisation_id: workers.welfare.organisation ?? '' }),
    )
  }),
)

test('every table of client data has a section in this test, and no section is said of a table that is gone', () => {
  expect(open.map((table) => table.name)).toEqual(Object.keys(sectionOf).sort())
})

test.for(open)(
  '$name: root sees rows of this client and of others; without a ticket nobody sees one',
  async ({ name }) => {
    const all = await asRoot(database, (tx) => clientsIn(tx, name))
    expect(all, `give ${name} a row in tests/support/people.ts`).toContain(subject(name).id)
    expect(await asApp(database, null, (tx) => clientsIn(tx, name))).toEqual([])
  },
)

test.for(tables.filter(isClosed))('$name is closed to the application', async ({ name, columns }) => {
  expect(columns).toEqual([])
  expect(await stateOf(asApp(database, null, (tx) => clientsIn(tx, name)))).toBe('42501')
})

test.for(staged)('%s tells nobody which client a row was matched with', (name) => {
  const table = tables.find((one) => one.name === name)
  expect(table?.columns.length).toBeGreaterThan(0)
  expect(table?.columns).not.toContain('client_id')
})

test.for(people)(
  '%s sees in each table the opened client alone, and only by a section of the line',
  async ([, person]) => {
    const token = await tokenOf(database, person)
    for (const client of [clients.inCare, clients.dead]) {
      const ticket = await openDossier(database, token, client.id)
      const { sections, granted } = await lastLine(database, client.id)
      expect(granted).toBe(ticket !== null)
      const shown = await asApp(database, ticket, async (tx) => {
        const found: string[] = []
        for (const { name } of open) {
          const ids = await clientsIn(tx, name)
          expect(
            ids.filter((id) => id !== client.id),
            name,
          ).toEqual([])
          if (ids.length > 0) found.push(name)
        }
        return found
      })
      const wanted = open
        .map(({ name }) => name)
        .filter(
          (name) =>
            sections.includes(sectionOf[name] ?? '') &&
            (!alsoReports.includes(name) || sections.includes('reports') || portal.includes(person.role)) &&
            (name !== 'clients.deaths' || client === clients.dead),
        )
      expect(shown).toEqual(wanted)
    }
  },
)

test('the people of the world cover every section: each table is seen by somebody and missed by somebody', async () => {
  const sections = new Set<string>()
  for (const [, person] of people) {
    await openDossier(database, await tokenOf(database, person), clients.inCare.id)
    for (const section of (await lastLine(database, clients.inCare.id)).sections) sections.add(section)
  }
  expect(Object.values(sectionOf).filter((section) => !sections.has(section))).toEqual([])
})
