import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { usesPortal } from '../../../core/role.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, idParam, me } from '../../../platform/web.ts'
import { disposition } from '../rules/file.ts'
import { type FileId, findFile } from '../store/files.ts'

/** A file to save: as an attachment under its own type, so that no browser runs what is in it as a page of ours. */
export async function get(c: Ctx): Promise<Response> {
  const client = idParam<ClientId>(c, 'clientId')
  const id = idParam<FileId>(c, 'fileId')
  const purpose = usesPortal(me(c).role) ? 'own' : 'care'
  const file = await read(asker(c), [{ dossier: client, purpose }], (tx) => findFile(tx, client, id))
  if (!file) throw new NotFound('no such file')
  return c.body(new Uint8Array(file.bytes), 200, {
    'Content-Type': file.mime,
    'Content-Length': String(file.bytes.length),
    'Content-Disposition': disposition(file.name),
    'X-Content-Type-Options': 'nosniff',
  })
}
