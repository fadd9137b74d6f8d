import type { ClientId } from '../../../core/id.ts'
import { unlessSentBefore } from '../../../core/outcome.ts'
import { act } from '../../../platform/database.ts'
import { asker, type Ctx } from '../../../platform/web.ts'
import { loginNameOf } from '../rules/login-name.ts'
import { emailOf, hasStartPassword } from '../store/credentials.ts'
import { replacePortalPassword } from '../store/handed-over.ts'
import type { Holder } from '../store/link.ts'
import { hashNewPassword } from '../store/passwords.ts'
import type { Access } from './give-access.ts'
import { makeStartPassword } from './make-start-password.ts'

/**
 * A worker of the team gives the client, a relative or a representative who forgot the password a new one to start with.
 * The same form gets the same answer, until the password is used; null then, and for who has no access.
 */
export async function renewAccess(c: Ctx, client: ClientId, holder: Holder): Promise<Access | null> {
  const { person } = holder
  if (!person) return null
  const password = makeStartPassword(c, holder.rowId)
  const hash = await hashNewPassword(password)
  const openings = [{ dossier: client, purpose: 'administration' }] as const
  await unlessSentBefore(() =>
    act(asker(c), [...openings], (tx) => replacePortalPassword(tx, client, { holder, hash })),
  )
  const { database } = c.var.house
  const address = (await hasStartPassword(database, person, password)) && (await emailOf(database, person))
  return address ? { loginName: loginNameOf(address), password } : null
}
