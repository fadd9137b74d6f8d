import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { ClientId, OrganisationId, PersonId, TeamId } from '../../../core/id.ts'
import { SignedOut } from '../../../core/outcome.ts'
import type { Role } from '../../../core/role.ts'
import { type Asker, arrive, type Tx } from '../../../platform/database.ts'
import type { Database } from '../../../platform/engine.ts'
import type { Me } from '../../../platform/web.ts'
import type { Entry } from '../rules/entry.ts'

type Row = {
  session_id: string
  person_id: string
  name: string | null
  role: string
  functions: string[]
  organisation_id: string | null
  organisation: string | null
  team_ids: string[]
  teams: string[]
  own_client: string | null
  region: string | null
}

/** A session of one's own, as the list of devices shows it. */
export type OwnSession = {
  id: string
  role: Role
  device: string
  startedAt: Date
  seenAt: Date
  isThisOne: boolean
}

/** Who a session token belongs to, or null when it ended; keeps the session alive. */
export async function findMe(asker: Asker): Promise<Me | null> {
  try {
    const row = await arrive(asker, sql<Row>`select * from accounts.arrive(${asker.token})`)
    return row ? toMe(row) : null
  } catch (error) {
    if (error instanceof SignedOut) return null
    throw error
  }
}

function toMe(row: Row): Me {
  return {
    sessionId: row.session_id,
    personId: row.person_id as PersonId,
    name: row.name ?? '',
    role: row.role as Role,
    functions: row.functions,
    organisationId: row.organisation_id as OrganisationId | null,
    organisation: row.organisation,
    teams: row.team_ids.map((id, i) => ({ id: id as TeamId, name: row.teams[i] ?? '' })),
    ownClient: row.own_client as ClientId | null,
    region: row.region ?? '',
  }
}

/** Begins a session and gives its token, which is kept nowhere here. Ends after half an hour of rest, or twelve hours. */
export async function startSession(
  database: Database,
  personId: string,
  entry: Pick<Entry, 'role' | 'organisationId'>,
  device: string,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest()
  await database.signin
    .transaction()
    .execute((tx) =>
      sql`select access.sign_in(${hash}, ${personId}, ${entry.role}, ${entry.organisationId}, ${device}, '30 min', '12 h')`.execute(
        tx,
      ),
    )
  return token
}

/** Ends the session of a token; no harm when it had ended. */
export async function endSession(database: Database, token: string): Promise<void> {
  await database.signin.transaction().execute((tx) => sql`select access.sign_out(${token})`.execute(tx))
}

/** One's own running sessions, the newest first. */
export async function ownSessions(tx: Tx): Promise<OwnSession[]> {
  type SessionRow = {
    id: string
    role: string
    device: string | null
    started_at: Date
    seen_at: Date
    this_one: boolean
  }
  const { rows } = await sql<SessionRow>`select * from access.my_sessions()`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    role: row.role as Role,
    device: row.device ?? '',
    startedAt: row.started_at,
    seenAt: row.seen_at,
    isThisOne: row.this_one,
  }))
}

/** Ends one of one's own sessions; another's is left alone. */
export async function endOwnSession(tx: Tx, sessionId: string): Promise<void> {
  await sql`select access.end_session(${sessionId})`.execute(tx)
}
