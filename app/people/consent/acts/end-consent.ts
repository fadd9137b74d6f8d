import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { listStanding, withdrawWord } from '../store/words.ts'

/** The client no longer lets this be seen. */
export async function endConsent(asker: Asker, client: ClientId, grant: string): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'care' }], async (tx) => {
    const word = (await listStanding(tx, client)).find((one) => one.id === grant)
    if (!word) throw new NotFound('no such word of the client')
    await withdrawWord(tx, client, word.party, word.section)
  })
}
