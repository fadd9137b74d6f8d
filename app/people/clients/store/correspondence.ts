import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { ClientId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Address } from './details.ts'

type MailAddress = { name: string; email: string }
/** How a client is reached: the post address, the own telephone and e-mail, and relatives who have e-mail. */
export type Correspondence = {
  address: Address | null
  phone: string
  email: string
  relatives: (MailAddress & { id: string; relation: string })[]
}

/** How an opened client is reached, where identity is open; relatives only where "relatives" is. */
export async function findCorrespondence(tx: Tx, client: ClientId): Promise<Correspondence> {
  const row = await tx
    .selectFrom('clients.clients as c')
    .leftJoin('clients.details as d', 'd.client_id', 'c.id')
    .leftJoin('clients.addresses as a', (join) =>
      join.onRef('a.client_id', '=', 'c.id').on(sql<boolean>`upper_inf(a.during)`),
    )
    .select((eb) => [
      'd.phone',
      'd.email',
      'a.kind',
      'a.street',
      'a.house_number as houseNumber',
      'a.postcode',
      'a.city',
      jsonArrayFrom(
        eb
          .selectFrom('clients.relatives as r')
          .whereRef('r.client_id', '=', 'c.id')
          .where('r.email', '<>', '')
          .where(sql<boolean>`r.during @> access.today()`)
          .select(['r.id', 'r.name', 'r.relation', 'r.email'])
          .orderBy('r.name'),
      ).as('relatives'),
    ])
    .where('c.id', '=', client)
    .executeTakeFirst()
  const { phone, email, relatives } = row ?? {}
  return { address: addressIn(row), phone: phone ?? '', email: email ?? '', relatives: relatives ?? [] }
}

type Row = Record<'kind' | 'street' | 'houseNumber' | 'postcode' | 'city', string | null>

function addressIn(row: Row | undefined): Address | null {
  if (!row?.kind) return null
  const { kind, street, houseNumber, postcode, city } = row
  return {
    addressKind: kind as Address['addressKind'],
    street: street ?? '',
    houseNumber: houseNumber ?? '',
    postcode: postcode ?? '',
    city: city ?? '',
  }
}
