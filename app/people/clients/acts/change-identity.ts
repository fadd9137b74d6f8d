import type { ClientId } from '../../../core/id.ts'
import { Stale } from '../../../core/outcome.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { isSamePerson } from '../rules/name.ts'
import type { Identity } from '../rules/person-form.ts'
import { sealBsn } from '../store/bsn.ts'
import { renameClient } from '../store/clients.ts'
import { changeDetails, moveTo } from '../store/details.ts'
import { findIdentity } from '../store/identity.ts'

/** Who wants to change what they saw: `seen` of the identity, and the installation's secret for the BSN. */
export type Change = { client: ClientId; seen: string; secret: string }

/** Changes the client's own data; what was there before is kept. Stale when it is not what was seen any more. */
export async function changeIdentity(asker: Asker, change: Change, form: Identity): Promise<void> {
  const { client, seen, secret } = change
  await act(asker, [{ dossier: client, purpose: 'care' }], async (tx) => {
    const now = await findIdentity(tx, client)
    if (now?.seen !== seen) throw new Stale('changed since it was shown')
    if (!isSamePerson(now.client, form)) await renameClient(tx, client, now.client.version, form)
    await changeDetails(tx, client, now.details.version, form, sealBsn(secret, form.bsn))
    await moveTo(tx, client, form)
  })
}
