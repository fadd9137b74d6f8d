import { sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import { momentAt } from '../../../core/day.ts'
import type { ClientId, Id, PersonId } from '../../../core/id.ts'
import { mustChange, type Tx } from '../../../platform/database.ts'
import type { ContactForm, ContactKind } from '../rules/contact-form.ts'

export type ContactId = Id<'contact'>
/** The client's own note beside a report. */
export type Note = { body: string; writtenAt: string; version: number }
/** What was added under a signed report, signed itself; `signedAt` is ISO text. */
export type Addendum = { id: string; body: string; by: string; signedAt: string }
/** A contact as whoever asks may see it, with who wrote it and the client's own note. */
export type Contact = {
  id: ContactId
  clientId: ClientId
  happenedAt: Date
  kind: ContactKind
  minutes: number
  travel: number
  present: string
  report: string
  together: boolean
  authorId: PersonId
  authorRole: string
  author: string
  organisation: string | null
  signedAt: Date | null
  cosignedAt: Date | null
  cosigner: string | null
  version: number
  note: Note | null
  addenda: Addendum[]
}

function columns(form: ContactForm) {
  return {
    happened_at: momentAt(form.day, form.time),
    kind: form.kind,
    minutes: form.minutes,
    travel_minutes: form.travel,
    present: form.present,
    report: form.report,
    together: form.together,
    signed_at: form.how === 'sign' ? sql<Date>`access.now()` : null,
  }
}

/** Writes down a contact under this id, in the name of whoever acts; false when the id was there already. */
export async function addContact(
  tx: Tx,
  { client, contact }: { client: ClientId; contact: ContactId },
  form: ContactForm,
): Promise<boolean> {
  const result = await tx
    .insertInto('contacts.contacts')
    .values({ id: contact, client_id: client, ...columns(form) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows !== 0n
}

/** Changes one's own draft, and signs it when asked; Stale when it was changed or signed meanwhile. */
export async function changeContact(
  tx: Tx,
  contact: ContactId,
  version: number,
  form: ContactForm,
): Promise<void> {
  mustChange(
    await tx
      .updateTable('contacts.contacts')
      .set(columns(form))
      .where('id', '=', contact)
      .where('version', '=', version)
      .where('signed_at', 'is', null)
      .executeTakeFirst(),
  )
}

/** Signs a trainee's report too; Stale when it was co-signed already, or is not a trainee's. */
export async function cosign(tx: Tx, contact: ContactId): Promise<void> {
  mustChange(
    await tx
      .updateTable('contacts.contacts')
      .set({ cosigned_by: sql<string>`access.actor()`, cosigned_at: sql<Date>`access.now()` })
      .where('id', '=', contact)
      .where('author_role', '=', 'trainee')
      .where('signed_at', 'is not', null)
      .where('cosigned_at', 'is', null)
      .executeTakeFirst(),
  )
}

/** May whoever asks write a report about this opened client? */
export async function mayReport(tx: Tx, client: ClientId): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select contacts.may_report(${client}) as may`.execute(tx)
  return rows[0]?.may === true
}

const own = [
  'k.id',
  'k.happened_at as happenedAt',
  'k.kind',
  'k.minutes',
  'k.travel_minutes as travel',
  'k.present',
  'k.report',
  'k.together',
  'k.author_id as authorId',
  'k.author_role as authorRole',
  'k.signed_at as signedAt',
  'k.cosigned_at as cosignedAt',
  'k.version',
] as const

function contacts(tx: Tx, client: ClientId) {
  return tx
    .selectFrom('contacts.contacts as k')
    .innerJoin('staff.workers as w', 'w.id', 'k.author_id')
    .leftJoin('staff.organisations as o', 'o.id', 'k.organisation_id')
    .leftJoin('staff.workers as x', 'x.id', 'k.cosigned_by')
    .select((eb) => [
      ...own,
      eb.fn<string>('concat_ws', [eb.val(' '), 'w.given_name', 'w.family_name']).as('author'),
      'o.name as organisation',
      eb.fn<string>('concat_ws', [eb.val(' '), 'x.given_name', 'x.family_name']).as('cosigner'),
      jsonObjectFrom(
        eb
          .selectFrom('contacts.notes as n')
          .whereRef('n.contact_id', '=', 'k.id')
          .select(['n.body', 'n.written_at as writtenAt', 'n.version']),
      ).as('note'),
      jsonArrayFrom(
        eb
          .selectFrom('contacts.addenda as a')
          .leftJoin('staff.workers as v', 'v.id', 'a.author_id')
          .whereRef('a.contact_id', '=', 'k.id')
          .select((b) => [
            'a.id',
            'a.body',
            b.fn<string>('concat_ws', [b.val(' '), 'v.given_name', 'v.family_name']).as('by'),
            sql<string>`a.signed_at`.as('signedAt'),
          ])
          .orderBy('a.signed_at')
          .orderBy('a.id'),
      ).as('addenda'),
    ])
    .where('k.client_id', '=', client)
}

type Row = Awaited<ReturnType<ReturnType<typeof contacts>['executeTakeFirstOrThrow']>>

function toContact(client: ClientId, row: Row): Contact {
  return {
    ...row,
    id: row.id as ContactId,
    clientId: client,
    kind: row.kind as ContactKind,
    authorId: row.authorId as PersonId,
    cosigner: row.cosigner || null,
  }
}

/** One contact of an opened client; undefined when it is not there or not theirs (a draft is its writer's alone). */
export async function findContact(tx: Tx, client: ClientId, id: ContactId): Promise<Contact | undefined> {
  const row = await contacts(tx, client).where('k.id', '=', id).executeTakeFirst()
  return row && toContact(client, row)
}

/** Contacts of an opened client that whoever asks may see, newest first. */
export async function listContacts(tx: Tx, client: ClientId, limit = 100): Promise<Contact[]> {
  const rows = await contacts(tx, client)
    .orderBy('k.happened_at', 'desc')
    .orderBy('k.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => toContact(client, row))
}
