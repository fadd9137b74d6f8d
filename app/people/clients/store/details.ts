import { sql } from 'kysely'
import { type ClientId, newId } from '../../../core/id.ts'
import { mustChange, type Tx } from '../../../platform/database.ts'
import type { Identity } from '../rules/person-form.ts'

type Fields = Pick<
  Identity,
  'gender' | 'phone' | 'email' | 'language' | 'interpreter' | 'gp' | 'gpPhone' | 'insurer' | 'insuranceNumber'
>
/** What only "identity" may see; the BSN is still sealed. */
export type Details = Fields & { bsnSealed: Uint8Array | null; version: number }
export type SealedBsn = { cipher: Buffer; key: Buffer } | null
export type Address = Pick<Identity, 'addressKind' | 'street' | 'houseNumber' | 'postcode' | 'city'>

function columns(fields: Fields) {
  return {
    gender: fields.gender,
    phone: fields.phone,
    email: fields.email,
    language: fields.language,
    interpreter: fields.interpreter,
    gp: fields.gp,
    gp_phone: fields.gpPhone,
    insurer: fields.insurer,
    insurance_number: fields.insuranceNumber,
  }
}

/** The first details of a client. */
export async function addDetails(tx: Tx, client: ClientId, fields: Fields, bsn: SealedBsn): Promise<void> {
  await tx
    .insertInto('clients.details')
    .values({
      id: newId(),
      client_id: client,
      ...columns(fields),
      bsn_cipher: bsn?.cipher ?? null,
      bsn_key: bsn?.key ?? null,
    })
    .execute()
}

/** Changes the details; the BSN only when a new one is given. Stale when somebody was first. */
export async function changeDetails(
  tx: Tx,
  client: ClientId,
  version: number,
  fields: Fields,
  bsn: SealedBsn,
): Promise<void> {
  mustChange(
    await tx
      .updateTable('clients.details')
      .set({ ...columns(fields), ...(bsn ? { bsn_cipher: bsn.cipher, bsn_key: bsn.key } : {}) })
      .where('client_id', '=', client)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}

/** Writes down the e-mail address of who has none; Stale when there is one by now, or identity is not writable. */
export async function addEmail(tx: Tx, client: ClientId, email: string): Promise<void> {
  mustChange(
    await tx
      .updateTable('clients.details')
      .set({ email })
      .where('client_id', '=', client)
      .where('email', '=', '')
      .executeTakeFirst(),
  )
}

/** The details of an opened client; undefined where identity is not open. */
export async function findDetails(tx: Tx, client: ClientId): Promise<Details | undefined> {
  const row = await tx
    .selectFrom('clients.details')
    .select([
      'gender',
      'phone',
      'email',
      'language',
      'interpreter',
      'gp',
      'gp_phone',
      'insurer',
      'insurance_number',
      'bsn_cipher',
      'version',
    ])
    .where('client_id', '=', client)
    .executeTakeFirst()
  return (
    row && {
      gender: row.gender as Fields['gender'],
      phone: row.phone,
      email: row.email,
      language: row.language,
      interpreter: row.interpreter as Fields['interpreter'],
      gp: row.gp,
      gpPhone: row.gp_phone,
      insurer: row.insurer,
      insuranceNumber: row.insurance_number,
      bsnSealed: row.bsn_cipher,
      version: row.version,
    }
  )
}

/** Where the client lives from today on; the address before ends. Nothing changes when it is the same. */
export async function moveTo(tx: Tx, client: ClientId, address: Address): Promise<void> {
  const now = await findAddress(tx, client)
  if (now && same(now, address)) return
  await tx
    .updateTable('clients.addresses')
    .set({ during: sql<string>`daterange(least(lower(during), access.today()), access.today())` })
    .where('client_id', '=', client)
    .where(sql<boolean>`upper_inf(during)`)
    .execute()
  await tx
    .insertInto('clients.addresses')
    .values({
      id: newId(),
      client_id: client,
      kind: address.addressKind,
      street: address.street,
      house_number: address.houseNumber,
      postcode: address.postcode,
      city: address.city,
      municipality_code: null,
      during: sql<string>`daterange(access.today(), null)`,
    })
    .execute()
}

function same(a: Address, b: Address): boolean {
  return (
    a.addressKind === b.addressKind &&
    a.street === b.street &&
    a.houseNumber === b.houseNumber &&
    a.postcode === b.postcode &&
    a.city === b.city
  )
}

/** Where the client lives now; undefined when nobody wrote it down. */
export async function findAddress(tx: Tx, client: ClientId): Promise<(Address & { id: string }) | undefined> {
  const row = await tx
    .selectFrom('clients.addresses')
    .select(['id', 'kind', 'street', 'house_number', 'postcode', 'city'])
    .where('client_id', '=', client)
    .where(sql<boolean>`upper_inf(during)`)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      addressKind: row.kind as Address['addressKind'],
      street: row.street,
      houseNumber: row.house_number,
      postcode: row.postcode,
      city: row.city,
    }
  )
}
