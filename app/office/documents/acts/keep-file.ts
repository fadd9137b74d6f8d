import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { addFile, type FileId, type Incoming } from '../store/files.ts'

/** Keeps a file that came in about this client. BadRequest when it is not one that can be kept. */
export async function keepFile(
  asker: Asker,
  of: { client: ClientId; file: FileId },
  file: Incoming,
): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'care' }], (tx) => addFile(tx, of.client, file, of.file))
}
