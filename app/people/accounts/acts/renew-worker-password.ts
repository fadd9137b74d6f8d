import type { PersonId } from '../../../core/id.ts'
import { unlessSentBefore } from '../../../core/outcome.ts'
import { act } from '../../../platform/database.ts'
import { asker, type Ctx } from '../../../platform/web.ts'
import { hasStartPassword } from '../store/credentials.ts'
import { replaceWorkerPassword } from '../store/handed-over.ts'
import { hashNewPassword } from '../store/passwords.ts'
import { makeStartPassword } from './make-start-password.ts'

/**
 * An administrator gives a worker who forgot the password a new one to start with, in sight of the privacy officers; it
 * ends every session. The same form gets the same answer, until the password is used; then null.
 */
export async function renewWorkerPassword(c: Ctx, worker: PersonId): Promise<string | null> {
  const password = makeStartPassword(c, worker)
  const hash = await hashNewPassword(password)
  await unlessSentBefore(() => act(asker(c), [], (tx) => replaceWorkerPassword(tx, worker, hash)))
  return (await hasStartPassword(c.var.house.database, worker, password)) ? password : null
}
