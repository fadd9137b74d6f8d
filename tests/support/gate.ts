import { type RawBuilder, sql } from 'kysely'
import type { ClientId } from '../../app/core/id.ts'
import type { Tx } from '../../app/platform/database.ts'
import type { Database } from '../../app/platform/engine.ts'
import { atTestMoment } from './clock.ts'
import { asApp, asRoot } from './database.ts'

export type How = { purpose?: string; action?: 'R' | 'U'; ticket?: string | null; reason?: string | null }

/** Asks the gate for a ticket in a committed transaction of its own; null when it refuses. */
export async function ask(database: Database, expression: RawBuilder<unknown>): Promise<string | null> {
  const { rows } = await atTestMoment(() =>
    database.app
      .transaction()
      .execute((tx) => sql<{ ticket: string | null }>`select ${expression} as ticket`.execute(tx)),
  )
  return rows[0]?.ticket ?? null
}

/** Step 1 for one dossier. */
export function openDossier(database: Database, token: string | null, client: string, how: How = {}) {
  const { purpose = 'care', action = 'R', ticket = null, reason = null } = how
  return ask(
    database,
    sql`access.open_dossier(${token}, ${client}, ${purpose}, ${action}, ${ticket}, ${reason})`,
  )
}

/** Step 1 for a team's list. */
export function openTeam(
  database: Database,
  token: string,
  team: string,
  columns: string[],
  ticket: string | null = null,
) {
  return ask(
    database,
    sql`access.open_team(${token}, ${team}, ${columns}::text[], 'meeting', 'R', ${ticket})`,
  )
}

/** A table for each section that has one: a row in it shows that the section is open. */
export const probes = {
  identity: 'clients.details',
  list: 'clients.clients',
  agenda: 'agenda.appointments',
  'in-confidence': 'contacts.confidences',
  measures: 'instruments.phases',
  referral: 'referral.referrals',
  relatives: 'clients.relatives',
  reports: 'contacts.contacts',
}

/** Sections (of the probes) in which this client has rows, for whoever asks; of all clients when none is named. */
export async function seenIn(tx: Tx, client?: ClientId): Promise<string[]> {
  const seen: string[] = []
  for (const [section, table] of Object.entries(probes)) {
    const ids = await clientsIn(tx, table)
    if (client ? ids.includes(client) : ids.length > 0) seen.push(section)
  }
  return seen.sort()
}

/** Clients of whom a table shows rows. */
export async function clientsIn(tx: Tx, table: string): Promise<string[]> {
  const { rows } = await sql<{
    client_id: string
  }>`select distinct client_id from ${sql.table(table)}`.execute(tx)
  return rows.map((row) => row.client_id)
}

/** What the holder of a ticket sees, in a reading transaction. */
export function seen(database: Database, ticket: string | null, client?: ClientId): Promise<string[]> {
  return asApp(database, ticket, (tx) => seenIn(tx, client), 'read only')
}

export type Line = {
  id: string
  request: string
  event: string
  action: string
  granted: boolean
  session_id: string
  person_id: string
  role: string
  organisation_id: string | null
  client_id: string | null
  team_id: string | null
  sections: string[]
  writes: string[]
  basis: string[]
  purpose: string
  reason: string | null
  query: string | null
  at: Date
  moment: Date
}

/** Lines of the access log, as root, in order. */
export function lines(database: Database, where: RawBuilder<unknown> = sql`true`): Promise<Line[]> {
  return asRoot(database, async (tx) => {
    const { rows } = await sql<Line>`select * from access.log where ${where} order by at, id`.execute(tx)
    return rows
  })
}

/** The newest line about a client. */
export async function lastLine(database: Database, client: ClientId): Promise<Line> {
  const line = (await lines(database, sql`client_id = ${client}`)).at(-1)
  if (!line) throw new Error('no line in the log')
  return line
}
