import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { InvolveForm } from '../rules/care-forms.ts'
import { involve } from '../store/periods.ts'

/** An organisation takes part in a client's care from a day on; not when it does already. */
export async function involveOrganisation(asker: Asker, client: ClientId, form: InvolveForm): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'care' }], (tx) =>
    involve(tx, client, form.organisation, form.from),
  )
}
