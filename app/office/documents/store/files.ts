import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type ClientId, type Id, newId } from '../../../core/id.ts'
import { BadRequest } from '../../../core/outcome.ts'
import type { Tx } from '../../../platform/database.ts'
import { checkFile, type FileKind, type Mime } from '../rules/file.ts'

export type FileId = Id<'file'>
/** A file as it comes in: its name is the sender's, its type is told by the bytes. */
export type Incoming = { kind: FileKind; name: string; bytes: Uint8Array }
/** A file of an opened client, without its bytes. */
export type StoredFile = {
  id: FileId
  clientId: ClientId
  kind: FileKind
  name: string
  mime: Mime
  size: number
  writtenAt: Date
  by: string | null
}

/**
 * Stores a file of an opened client; once under one id. Throws BadRequest for what checkFile refuses, which a form has
 * asked before.
 */
export async function addFile(
  tx: Tx,
  client: ClientId,
  { kind, name, bytes }: Incoming,
  id: FileId = newId<FileId>(),
): Promise<FileId> {
  const checked = checkFile(bytes, name)
  if (!checked.ok) throw new BadRequest(checked.code === 'too-large' ? 413 : 415, checked.code)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('documents.files')
    .values({
      id,
      client_id: client,
      kind,
      name: checked.name,
      mime: checked.mime,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 0n)
    await tx
      .insertInto('documents.contents')
      .values({ id, client_id: client, bytes: Buffer.from(bytes) })
      .execute()
  return id
}

/** Is the part of an opened dossier in which files stand open to whoever asks? */
export async function mayKeepFiles(tx: Tx, client: ClientId): Promise<boolean> {
  const { rows } = await sql<{
    may: boolean
  }>`select ${client}::uuid = any (access.opened('referral')) as may`.execute(tx)
  return rows[0]?.may === true
}

/** The files of an opened client, newest first; none where "referral" is not open. */
export async function listFiles(tx: Tx, client: ClientId): Promise<StoredFile[]> {
  const rows = await tx
    .selectFrom('documents.files as f')
    .leftJoin('staff.workers as w', 'w.id', 'f.written_by')
    .select((eb) => [
      'f.id',
      'f.kind',
      'f.name',
      'f.mime',
      'f.size',
      'f.written_at as writtenAt',
      eb.fn<string>('concat_ws', [eb.val(' '), 'w.given_name', 'w.family_name']).as('by'),
    ])
    .where('f.client_id', '=', client)
    .orderBy('f.written_at', 'desc')
    .orderBy('f.id', 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    id: row.id as FileId,
    clientId: client,
    kind: row.kind as FileKind,
    mime: row.mime as Mime,
    by: row.by || null,
  }))
}

/** A file with its bytes; undefined when it is not there or not theirs. */
export async function findFile(
  tx: Tx,
  client: ClientId,
  id: FileId,
): Promise<{ name: string; mime: Mime; bytes: Uint8Array } | undefined> {
  const row = await tx
    .selectFrom('documents.files as f')
    .innerJoin('documents.contents as b', 'b.id', 'f.id')
    .select(['f.name', 'f.mime', 'b.bytes'])
    .where('f.id', '=', id)
    .where('f.client_id', '=', client)
    .executeTakeFirst()
  return row && { name: row.name, mime: row.mime as Mime, bytes: row.bytes }
}
