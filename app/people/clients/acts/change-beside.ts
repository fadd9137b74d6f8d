import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { type Beside, representativeIn } from '../rules/beside-form.ts'
import { changeRelative } from '../store/relatives.ts'
import { changeRepresentative } from '../store/representatives.ts'

/** Changes a relative or representative, or ends what they are here. Throws Stale when somebody was first. */
export async function changeBeside(
  asker: Asker,
  client: ClientId,
  row: { id: string; version: number },
  form: Beside,
): Promise<void> {
  const representative = representativeIn(form)
  await act(asker, [{ dossier: client, purpose: 'care' }], (tx) =>
    representative
      ? changeRepresentative(tx, client, row, representative)
      : changeRelative(tx, client, row, form),
  )
}
