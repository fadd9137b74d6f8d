import type { ClientId } from '../../../core/id.ts'
import { listFiles } from '../../../office/documents/door.ts'
import { findAddress, findDetails, listRelatives } from '../../../people/clients/door.ts'
import { findArea } from '../../../people/staff/door.ts'
import type { Tx } from '../../../platform/database.ts'
import type { About } from '../parts/about-person.tsx'

/** What triage needs to know of an opened client; a secret address has no area to read. */
export async function findAbout(tx: Tx, client: ClientId): Promise<About> {
  const details = await findDetails(tx, client)
  const address = await findAddress(tx, client)
  const files = await listFiles(tx, client)
  const postcode = address?.addressKind === 'home' ? address.postcode : ''
  return {
    phone: details?.phone ?? '',
    address,
    area: postcode ? await findArea(tx, postcode) : undefined,
    relatives: await listRelatives(tx, client),
    letters: files.filter(({ kind }) => kind === 'referral-letter'),
  }
}
