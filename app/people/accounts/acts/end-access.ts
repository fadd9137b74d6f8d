import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { type Holder, unlinkAccount } from '../store/link.ts'

/** Takes the access to this dossier away again; whoever has no other is signed out at once. */
export async function endAccess(asker: Asker, client: ClientId, holder: Holder): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'administration' }], (tx) =>
    unlinkAccount(tx, client, holder),
  )
}
