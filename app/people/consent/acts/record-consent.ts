import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { Consent } from '../rules/consent-forms.ts'
import { recordWord } from '../store/words.ts'

/** The client lets somebody see parts of the dossier, and with that also that the person is a client here. */
export async function recordConsent(asker: Asker, client: ClientId, consent: Consent): Promise<void> {
  const { party, until, givenBy } = consent
  await act(asker, [{ dossier: client, purpose: 'care' }], async (tx) => {
    for (const section of consent.sections)
      await recordWord(tx, client, { party, section, allows: true, until, givenBy })
  })
}
