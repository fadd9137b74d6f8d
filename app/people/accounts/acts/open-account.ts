import type { PersonId } from '../../../core/id.ts'
import { unlessSentBefore } from '../../../core/outcome.ts'
import { act } from '../../../platform/database.ts'
import { asker, type Ctx } from '../../../platform/web.ts'
import { hasStartPassword } from '../store/credentials.ts'
import { openWorkerAccount } from '../store/handed-over.ts'
import { hashNewPassword } from '../store/passwords.ts'
import { makeStartPassword } from './make-start-password.ts'

/**
 * An administrator gives a worker an account, in sight of the privacy officers; its start password, which the same form
 * gets again. Null when the worker, or somebody with this address, has an account already.
 */
export async function openAccount(c: Ctx, worker: PersonId): Promise<string | null> {
  const password = makeStartPassword(c, worker)
  const hash = await hashNewPassword(password)
  const isNew = await unlessSentBefore(() => act(asker(c), [], (tx) => openWorkerAccount(tx, worker, hash)))
  return isNew || (await hasStartPassword(c.var.house.database, worker, password)) ? password : null
}
