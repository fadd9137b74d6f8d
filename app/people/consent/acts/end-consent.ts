import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { isSameParty } from '../rules/party.ts'
import { listed } from '../rules/sections.ts'
import { listStanding, withdrawWord } from '../store/words.ts'

/** The client no longer lets this be seen; with the last part goes also that the person is a client here. */
export async function endConsent(asker: Asker, client: ClientId, grant: string): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'care' }], async (tx) => {
    const standing = await listStanding(tx, client)
    const word = standing.find((one) => one.id === grant)
    if (!word) throw new NotFound('no such word of the client')
    await withdrawWord(tx, client, word.party, word.section)
    const others = standing.filter((one) => one.id !== grant && isSameParty(one.party, word.party))
    if (others.length === 1 && others[0]?.section === listed)
      await withdrawWord(tx, client, word.party, listed)
  })
}
