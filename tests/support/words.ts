import { sql } from 'kysely'
import type { Tx } from '../../app/platform/database.ts'
import type { Database } from '../../app/platform/engine.ts'
import { asApp, asRoot } from './database.ts'
import { openDossier, seen } from './gate.ts'
import { type Client, type Person, put, tokenOf, word } from './people.ts'

/** Whom a word of the client is about: one of these. */
export type Party = { organisation_id?: string; team_id?: string; person_id?: string }

/** What a test of consent does: opening, looking, acting, and letting nothing stand but some words of the client. */
export function wordsIn(database: Database) {
  async function open(person: Person, client: Client, action: 'R' | 'U' = 'R') {
    return openDossier(database, await tokenOf(database, person), client.id, { action })
  }

  /** What somebody sees of a client now, in a new opening; null when refused. */
  async function sees(person: Person, client: Client): Promise<string[] | null> {
    const ticket = await open(person, client)
    return ticket === null ? null : seen(database, ticket)
  }

  async function act(person: Person, client: Client, run: (tx: Tx) => Promise<unknown>) {
    return asApp(database, await open(person, client, 'U'), run)
  }

  /** As root: nothing but these words of the client stand. */
  async function only(client: Client, ...words: [string | null, boolean, Party][]) {
    await asRoot(database, async (tx) => {
      await sql`delete from consent.grants where client_id = ${client.id}`.execute(tx)
      for (const [section, allows, party] of words)
        await put(tx, 'consent.grants', word(client, section, allows, party))
    })
  }

  return { open, sees, act, only }
}
