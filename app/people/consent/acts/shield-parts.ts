import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { Shield } from '../rules/consent-forms.ts'
import { liftShield, recordWord } from '../store/words.ts'

/** The client shields parts, or everything, from somebody; or no longer. */
export async function shieldParts(asker: Asker, client: ClientId, shield: Shield): Promise<void> {
  const { party, givenBy } = shield
  const sections = shield.how === 'all' ? null : shield.sections
  await act(asker, [{ dossier: client, purpose: 'care' }], async (tx) => {
    if (shield.what === 'lift') return liftShield(tx, client, { party, sections, givenBy })
    for (const section of sections ?? [null])
      await recordWord(tx, client, { party, section, allows: false, until: null, givenBy })
  })
}
