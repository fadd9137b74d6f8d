import { type RawBuilder, sql } from 'kysely'
import type { ClientId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Cursor } from '../rules/cursor.ts'
import type { DossierEvent, EventKind } from '../rules/event.ts'
import { mostComing } from '../rules/key.ts'

/** Which part of the story: so many events before the last one that was shown, of these kinds only. */
export type Part = {
  limit: number
  before?: Cursor | undefined
  kinds?: readonly EventKind[] | undefined
}

type Row = {
  row_id: string
  at: Date
  kind: string
  person_id: string | null
  person: string | null
  organisation: string | null
  team: string | null
  body: unknown
}

/** What happened to an opened client, newest first (what is still to come first of all); only what is open is there. */
export function listEvents(tx: Tx, client: ClientId, part: Part): Promise<DossierEvent[]> {
  const { before, kinds, limit } = part
  return named(
    tx,
    sql`dossier.events(${client}, ${before?.at ?? null}, ${before?.rowId ?? null}, ${kinds ? [...kinds] : null}::text[], ${limit})`,
  )
}

/** What a page of any part of the story needs besides: the latest phase and referral, and the appointments to come. */
export function listKeyEvents(tx: Tx, client: ClientId, now: Date): Promise<DossierEvent[]> {
  return named(tx, sql`dossier.key_events(${client}, ${now}, ${mostComing})`)
}

// A page of a story names few people often: by their ids, or the register of workers is read whole for them.
async function named(tx: Tx, events: RawBuilder<unknown>): Promise<DossierEvent[]> {
  const { rows } = await sql<Row>`
    with e as materialized (select * from ${events}),
    people as (select id, concat_ws(' ', given_name, family_name) as name from staff.workers where id = any (array(select distinct person_id from e))),
    organisations as (select id, name from staff.organisations
      where id = any (array(select distinct (body ->> 'organisationId')::uuid from e))),
    teams as (select id, name from staff.teams where id = any (array(select distinct (body ->> 'teamId')::uuid from e)))
    select e.row_id, e.at, e.kind, e.person_id, e.body, o.name as organisation, t.name as team, nullif(w.name, '') as person
    from e
    left join people w on w.id = e.person_id
    left join organisations o on o.id = (e.body ->> 'organisationId')::uuid
    left join teams t on t.id = (e.body ->> 'teamId')::uuid
    order by e.at desc, e.row_id desc`.execute(tx)
  return rows.map(toEvent)
}

/** One event of an opened client; undefined when it is not there or not theirs. */
export async function findEvent(tx: Tx, client: ClientId, row: string): Promise<DossierEvent | undefined> {
  const { rows } = await sql<Row>`
    select e.row_id, e.at, e.kind, e.person_id, e.body, o.name as organisation, t.name as team,
      nullif(concat_ws(' ', w.given_name, w.family_name), '') as person
    from dossier.public_timeline e
    left join staff.workers w on w.id = e.person_id
    left join staff.organisations o on o.id = (e.body ->> 'organisationId')::uuid
    left join staff.teams t on t.id = (e.body ->> 'teamId')::uuid
    where e.client_id = ${client} and e.row_id = ${row}`.execute(tx)
  return rows[0] && toEvent(rows[0])
}

function toEvent(row: Row): DossierEvent {
  return {
    rowId: row.row_id,
    at: row.at,
    kind: row.kind,
    personId: row.person_id,
    person: row.person ?? '',
    organisation: row.organisation ?? '',
    team: row.team ?? '',
    body: row.body,
  } as DossierEvent
}
