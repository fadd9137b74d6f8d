import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { ClientId, Id } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import { type MailState, stateOf, type Try } from '../rules/delivery.ts'
import { toText } from '../rules/mail-text.ts'

export type MailId = Id<'mail'>
/** To whom a letter goes: the client, or one of the relatives. Which address that is, the database looks up. */
export type Recipient = { kind: 'client' } | { kind: 'relative'; id: string }
export type NewMail = { id: MailId; about: string; to: Recipient; subject: string; paragraphs: string[] }
/** A letter that left, or is on its way. */
export type SentMail = {
  id: MailId
  clientId: ClientId
  /** what it belongs to: a referral */
  about: string
  address: string
  subject: string
  body: string
  by: string | null
  writtenAt: Date
  state: MailState
}

/** A letter to be mailed once this transaction is committed; once under one id. */
export async function addMail(tx: Tx, client: ClientId, mail: NewMail): Promise<void> {
  const { id, about, to, subject, paragraphs } = mail
  await tx
    .insertInto('documents.mails')
    .values({
      id,
      client_id: client,
      about,
      recipient: to.kind,
      relative_id: to.kind === 'relative' ? to.id : null,
      subject,
      body: toText(paragraphs),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Letters of an opened client that belong to one thing, newest first; none where "referral" is not open. */
export async function listMails(tx: Tx, client: ClientId, about: string): Promise<SentMail[]> {
  const rows = await mailsOf(tx, client).where('m.about', '=', about).orderBy('m.id', 'desc').execute()
  return rows.map((row) => toMail(row, client))
}

/** One letter; undefined when it is not there or not theirs. */
export async function findMail(tx: Tx, client: ClientId, id: MailId): Promise<SentMail | undefined> {
  const row = await mailsOf(tx, client).where('m.id', '=', id).executeTakeFirst()
  return row && toMail(row, client)
}

function mailsOf(tx: Tx, client: ClientId) {
  return tx
    .selectFrom('documents.mails as m')
    .leftJoin('staff.workers as w', 'w.id', 'm.written_by')
    .select((eb) => [
      'm.id',
      'm.about',
      'm.address',
      'm.subject',
      'm.body',
      'm.written_at as writtenAt',
      eb.fn<string>('concat_ws', [eb.val(' '), 'w.given_name', 'w.family_name']).as('by'),
      jsonArrayFrom(
        eb
          .selectFrom('documents.dispatches as d')
          .whereRef('d.mail_id', '=', 'm.id')
          .select(['d.outcome', 'd.why', sql<string>`d.written_at`.as('at')])
          .orderBy('d.id'),
      ).as('tries'),
    ])
    .where('m.client_id', '=', client)
}

type Row = Awaited<ReturnType<ReturnType<typeof mailsOf>['execute']>>[number]

function toMail({ tries, ...row }: Row, clientId: ClientId): SentMail {
  const told = tries.map((one) => ({ ...one, at: new Date(one.at) })) as Try[]
  return { ...row, id: row.id as MailId, clientId, by: row.by || null, state: stateOf(told) }
}
