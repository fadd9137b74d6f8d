import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../app/core/id.ts'
import { always } from '../support/clock.ts'
import { asApp, asRoot, openTestDatabase } from '../support/database.ts'
import { openDossier, openTeam } from '../support/gate.ts'
import { type Client, makeWorld, type Person, put, tokenOf } from '../support/people.ts'

// A row that is shielded from somebody is told of by no list, nor by what hangs on it: no text of it and no day.
const database = await openTestDatabase()
const { workers, clients, teams } = await makeWorld(database)
afterAll(() => database.close())

const me = workers.practitioner
const columns = ['referral', 'measures', 'reports', 'own-reports', 'agenda']

await asRoot(database, async (tx) => {
  await put(tx, 'contacts.contacts', {
    id: newId(),
    client_id: clients.neighbour.id,
    happened_at: '2026-11-20T10:00:00Z',
    kind: 'visit',
    minutes: 30,
    author_id: workers.trainee.id,
    author_role: 'trainee',
    signed_at: '2026-11-20T11:00:00Z',
  })
  await put(tx, 'contacts.contacts', {
    ...{ id: newId(), client_id: clients.aftercare.id, happened_at: '2026-11-24T08:00:00Z' },
    ...{ kind: 'phone', minutes: 10, author_id: me.id, author_role: 'practitioner' },
  })
  await put(tx, 'care.assignments', {
    id: newId(),
    client_id: clients.neighbour.id,
    person_id: me.id,
    organisation_id: me.organisation,
    part: 'replacement',
    during: always,
  })
  await put(tx, 'referral.referrals', {
    id: newId(),
    client_id: clients.referred.id,
    team_id: teams.north,
    received_on: '2026-11-20',
    source: 'police',
    own_question: 'Weer slapen',
  })
})

type Shown = Record<string, unknown>

async function listed(call: string, client: Client, person: Person = me): Promise<Shown[]> {
  const ticket = await openTeam(database, await tokenOf(database, person), teams.north, columns)
  const { rows } = await asApp(
    database,
    ticket,
    (tx) => sql.raw<Shown>(`select * from ${call}`).execute(tx),
    'read only',
  )
  return rows.filter((row) => !('client_id' in row) || row.client_id === client.id)
}

/** Shields rows of a table from me for as long as something is done. */
async function shielding<T>(table: string, client: Client, run: () => Promise<T>): Promise<T> {
  await asRoot(database, async (tx) => {
    const { rows } = await sql<{
      id: string
    }>`select id from ${sql.table(table)} where client_id = ${client.id}`.execute(tx)
    expect(rows.length, `${table} has rows`).toBeGreaterThan(0)
    for (const row of rows)
      await put(tx, 'consent.shielded_rows', {
        id: newId(),
        client_id: client.id,
        row_id: row.id,
        person_id: me.id,
        during: always,
      })
  })
  try {
    return await run()
  } finally {
    await asRoot(database, (tx) => sql`delete from consent.shielded_rows`.execute(tx))
  }
}

const waiting = 'referral.waiting_list()'
const board = 'recovery_board.board()'
const agenda = `agenda.of_teams('2021-01-01', '2026-12-31')`

// List, whose row, which row, and what of the list comes from it. Without columns: the whole line.
const told: [string, keyof typeof clients, string, string[]][] = [
  [waiting, 'referred', 'referral.early_contacts', ['first_contact_on', 'last_contact_on']],
  [waiting, 'referred', 'referral.promises', ['promised_for', 'promise']],
  [waiting, 'referred', 'referral.intakes', ['intake_at']],
  [waiting, 'referred', 'agenda.appointments', ['intake_at']],
  [waiting, 'referred', 'referral.intake_reports', ['intake_held_on']],
  [waiting, 'referred', 'referral.referrals', ['source']],
  ['referral.inbox()', 'referred', 'referral.referrals', ['source', 'own_question']],
  [board, 'inCare', 'instruments.phases', ['phase', 'phase_since']],
  [board, 'inCare', 'contacts.contacts', ['last_contact_on']],
  [board, 'inCare', 'care.temporary_offers', ['ends_on']],
  [board, 'inCare', 'care.involvements', ['organisations']],
  [agenda, 'inCare', 'agenda.appointments', []],
  ['contacts.unsigned()', 'neighbour', 'contacts.contacts', []],
  ['care.mine()', 'neighbour', 'care.assignments', []],
  ['contacts.written_today()', 'aftercare', 'contacts.contacts', []],
]
// Of these a colleague has rows of their own.
const ofOnesOwn = ['care.mine()', 'contacts.written_today()']

/** What a list says in these columns, where it says anything. */
function saying(rows: Shown[], names: string[]): unknown[] {
  if (names.length === 0) return rows
  return rows.flatMap((row) =>
    names.map((name) => row[name]).filter((value) => value !== null && value !== 0),
  )
}

test.for(told)(
  '%s, %s: shielded, %s is not told of, and a colleague sees it still',
  async ([call, name, table, names]) => {
    const client = clients[name]
    const before = saying(await listed(call, client), names)
    expect(before.length).toBeGreaterThan(0)
    const [mine, theirs] = await shielding(table, client, async () => [
      saying(await listed(call, client), names),
      saying(await listed(call, client, workers.second), names),
    ])
    if (table === 'referral.intake_reports') {
      // The talk that followed is not shielded, and has a day of its own.
      expect(mine).not.toEqual(before)
      expect(mine).toHaveLength(1)
    } else expect(mine).toEqual([])
    if (!ofOnesOwn.includes(call)) expect(theirs).toEqual(before)
  },
)

test('how many went where leaves out a shielded leaving', async () => {
  const gone = async () =>
    (await listed('care.caseload()', clients.aftercare)).filter((row) => row.fact === 'aftercare')
  expect(await gone()).toMatchObject([{ keys: ['gp'], people: 1 }])
  expect(await shielding('care.outflows', clients.aftercare, gone)).toMatchObject([
    { keys: ['other'], people: 1 },
  ])
})

// Of the team's list an import and clients.of_team tell the names alone.
test('every list function stands above, or tells of nothing that is written down', async () => {
  const names = await asRoot(database, async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosrc like '%access.listed()%' and n.nspname not in ('access', 'imports') order by 1`.execute(
      tx,
    )
    return rows.map((row) => row.name)
  })
  const tested = told.map(([call]) => call.replace(/\(.*/, ''))
  expect(names).toEqual([...new Set([...tested, 'care.caseload', 'clients.of_team'])].sort())
})

const shieldable = ['agenda.appointments', 'contacts.contacts', 'documents.mails', 'documents.files']

test('what hangs on a shielded row goes with it, in every table that does', async () => {
  const hanging = await asRoot(database, async (tx) => {
    const { rows } = await sql<{ child: string; parent: string }>`
      select distinct k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent from pg_constraint k
      where k.contype = 'f' and k.confrelid::regclass::text = any (${shieldable}) order by 1`.execute(tx)
    return rows
  })
  expect(hanging.length).toBeGreaterThan(4)
  for (const { child, parent } of hanging) {
    const client = clients.inCare
    const seen = async () => {
      const ticket = await openDossier(database, await tokenOf(database, me), client.id)
      const { rows } = await asApp(
        database,
        ticket,
        (tx) => sql`select id from ${sql.table(child)} where client_id = ${client.id}`.execute(tx),
        'read only',
      )
      return rows
    }
    expect((await seen()).length, child).toBeGreaterThan(0)
    expect(await shielding(parent, client, seen), child).toEqual([])
  }
})
