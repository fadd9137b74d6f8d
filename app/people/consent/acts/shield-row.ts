import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { RowShield } from '../rules/consent-forms.ts'
import { liftOneRow, shieldOneRow } from '../store/words.ts'

/** The client shields one thing that was written down from somebody; or no longer. */
export async function shieldRow(
  asker: Asker,
  client: ClientId,
  row: string,
  { what, party }: RowShield,
): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'care' }], (tx) =>
    what === 'lift' ? liftOneRow(tx, client, row, party) : shieldOneRow(tx, client, row, party),
  )
}
