import type { ClientId } from '../../../core/id.ts'
import { type Asker, act, type Tx } from '../../../platform/database.ts'
import { type Beside, representativeIn } from '../rules/beside-form.ts'
import { addRelative } from '../store/relatives.ts'
import { addRepresentative } from '../store/representatives.ts'

/** Adds a relative or a representative; the id of the new row. */
export async function addBeside(asker: Asker, client: ClientId, form: Beside): Promise<string> {
  return act(asker, [{ dossier: client, purpose: 'care' }], (tx) => write(tx, client, form))
}

function write(tx: Tx, client: ClientId, form: Beside): Promise<string> {
  const representative = representativeIn(form)
  return representative ? addRepresentative(tx, client, representative) : addRelative(tx, client, form)
}
