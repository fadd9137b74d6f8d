import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { DB } from '../../database/tables.ts'
import type { Day } from '../core/day.ts'
import type { ClientId, TeamId } from '../core/id.ts'
import { NotFound, SentBefore, SignedOut, Stale } from '../core/outcome.ts'
import type { Purpose, Section } from '../core/section.ts'
import type { Database } from './engine.ts'
import { asGate } from './meter.ts'
import { sqlState } from './sql-state.ts'

/** Who asks: a session's token, and the database it is asked of. The token never enters a transaction that reads. */
export type Asker = { database: Database; token: string; form?: SentForm | undefined }

/** The form that came with a request, by the id that its page gave it; `taken` once it was carried out. */
export type SentForm = { id: string; taken: boolean }

/** What is opened, and why; each opening is a committed line in the access log before anything is read. */
export type Opening =
  | { dossier: ClientId; purpose: Purpose; emergency?: string }
  | { dossiers: ClientId[]; purpose: Purpose }
  | { team: TeamId; columns: (Section | 'log' | 'agenda' | 'own-reports')[]; purpose: Purpose }
  | { log: 'organisation' }
  | { search: { name: string; birth: Day | null; phone: string; regionWide: boolean }; purpose: Purpose }

/** A transaction of somebody who opened something. */
export type Tx = Transaction<DB>

/** Reads what the openings allow. Throws NotFound when one was refused (and logged), SignedOut when the session ended. */
export async function read<T>(asker: Asker, openings: Opening[], fn: (tx: Tx) => Promise<T>): Promise<T> {
  const ticket = await open(asker, openings, 'R')
  return transact(asker.database, 'read only', ticket, fn)
}

/**
 * Changes what the openings allow, in one transaction, and takes the form that asked for it: the same form again throws
 * SentBefore. Throws as read does.
 */
export async function act<T>(asker: Asker, openings: Opening[], fn: (tx: Tx) => Promise<T>): Promise<T> {
  const ticket = await open(asker, openings, 'U')
  const result = await transact(asker.database, 'read write', ticket, async (tx) => {
    await take(tx, asker.form)
    return fn(tx)
  })
  if (asker.form) asker.form.taken = true
  return result
}

// One form may take several acts; the first of them takes it.
async function take(tx: Tx, form: SentForm | undefined): Promise<void> {
  if (!form || form.taken) return
  const { rows } = await asGate(() =>
    sql<{ isFirst: boolean }>`select access.take_form(${form.id}) as "isFirst"`.execute(tx),
  )
  if (!rows[0]?.isFirst) throw new SentBefore('this form was carried out before')
}

async function transact<T>(
  database: Database,
  mode: 'read only' | 'read write',
  ticket: string,
  fn: (tx: Tx) => Promise<T>,
): Promise<T> {
  return translate(() =>
    database.app
      .transaction()
      .setAccessMode(mode)
      .execute(async (tx) => {
        await asGate(() => sql`select access.use(${ticket})`.execute(tx))
        return fn(tx)
      }),
  )
}

// Step 1: every opening in one committed transaction; each later one joins the request of the first. A refusal is
// committed too, before it becomes a NotFound.
async function open(asker: Asker, openings: Opening[], action: 'R' | 'U'): Promise<string> {
  const ticket = await asGate(() => translate(() => openAll(asker, openings, action)))
  if (ticket === null) throw new NotFound('refused at the gate')
  return ticket
}

async function openAll(
  { database: { app }, token }: Asker,
  openings: Opening[],
  action: 'R' | 'U',
): Promise<string | null> {
  const [first, ...others] = openings
  if (!first) return ask(app, sql`access.enter_only(${token})`)
  // What is asked outside a transaction is one by itself.
  if (others.length === 0) return ask(app, call(token, first, action, null))
  return app.transaction().execute(async (tx) => {
    let ticket: string | null = null
    for (const opening of openings) {
      ticket = await ask(tx, call(token, opening, action, ticket))
      if (ticket === null) return null
    }
    return ticket
  })
}

function call(token: string, opening: Opening, action: 'R' | 'U', ticket: string | null) {
  if ('dossier' in opening) {
    return sql`access.open_dossier(${token}, ${opening.dossier}, ${opening.purpose}, ${action}, ${ticket}, ${opening.emergency ?? null})`
  }
  if ('dossiers' in opening) {
    return sql`access.open_many(${token}, ${opening.dossiers}::uuid[], ${opening.purpose}, ${action}, ${ticket})`
  }
  if ('team' in opening) {
    return sql`access.open_team(${token}, ${opening.team}, ${opening.columns}::text[], ${opening.purpose}, ${action}, ${ticket})`
  }
  if ('log' in opening) return sql`access.open_log(${token}, ${ticket})`
  const { name, birth, phone, regionWide } = opening.search
  return sql`access.search(${token}, ${name}, ${birth}, ${phone}, ${opening.purpose}, ${regionWide}, ${ticket})`
}

async function ask(asked: Kysely<DB>, expression: ReturnType<typeof call>): Promise<string | null> {
  const { rows } = await sql<{ ticket: string | null }>`select ${expression} as ticket`.execute(asked)
  return rows[0]?.ticket ?? null
}

/** Says who a token belongs to and keeps its session alive; outside any opening. Throws SignedOut when it ended. */
export async function arrive<T>({ database }: Asker, who: RawBuilder<T>): Promise<T | undefined> {
  const { rows } = await asGate(() => translate(() => who.execute(database.app)))
  return rows[0]
}

// What the database refuses becomes one of the outcomes that a page knows.
async function translate<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw outcomeOf(error)
  }
}

function outcomeOf(error: unknown): unknown {
  const code = sqlState(error)
  if (code === '28000') return new SignedOut('the session ended')
  if (isMissingGrant(error)) return error
  if (code === '42501') return new NotFound('refused by a row policy', { cause: error })
  if (code === '55000') return new Stale('not at this step, or no longer')
  if (code === '23503') return new NotFound('refers to something that is not there', { cause: error })
  return error
}

// The same SQL state as a refusal of a policy or of a function of ours, but a bug: a deed forgot a right. PostgreSQL's
// messages are translated, the name of the C function that raised it is not.
function isMissingGrant(error: unknown): boolean {
  return error instanceof Error && 'routine' in error && /^aclcheck_error/.test(String(error.routine))
}

/** Fails with Stale when an update met no row: somebody changed it since this version was shown. */
export function mustChange(result: { numUpdatedRows: bigint }): void {
  if (result.numUpdatedRows === 0n) throw new Stale('changed by somebody else')
}
