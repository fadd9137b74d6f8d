import type { ClientId, PersonId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { linkAccount } from '../store/link.ts'

/** An account is joined to the client, relative or representative it belongs to. */
export async function linkPerson(
  asker: Asker,
  client: ClientId,
  whose: { kind: 'client' | 'relative' | 'representative'; rowId: string | null; person: PersonId },
): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'administration' }], (tx) => linkAccount(tx, client, whose))
}
