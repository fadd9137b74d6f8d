import type { ClientId } from '../../../core/id.ts'
import { type Asker, read } from '../../../platform/database.ts'

/**
 * Opens a dossier in an emergency, for half an hour: a line, and an alert to the client and the privacy officer, committed
 * before anything is read. NotFound, logged as refused, without a ground or when shielded from this one person.
 */
export async function openInEmergency(asker: Asker, client: ClientId, reason: string): Promise<void> {
  await read(asker, [{ dossier: client, purpose: 'care', emergency: reason }], async () => undefined)
}
