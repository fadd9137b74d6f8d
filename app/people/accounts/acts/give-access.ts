import { randomInt } from 'node:crypto'
import { type ClientId, newId, type PersonId } from '../../../core/id.ts'
import { unlessSentBefore } from '../../../core/outcome.ts'
import { act, type Opening, read } from '../../../platform/database.ts'
import { asker, type Ctx } from '../../../platform/web.ts'
import { addressOf, loginNameFrom, loginNameOf } from '../rules/login-name.ts'
import { emailOf, hasStartPassword } from '../store/credentials.ts'
import { openPortalAccount } from '../store/handed-over.ts'
import { type Holder, listHolders } from '../store/link.ts'
import { hashNewPassword } from '../store/passwords.ts'
import { makeStartPassword } from './make-start-password.ts'

/** What somebody signs in with the first time; the password is shown once. */
export type Access = { loginName: string; password: string }

/**
 * A worker of the team hands the client, a relative or a representative the access to the portal: an account with a name
 * of its own, so that nobody needs an e-mail address and nobody learns which addresses are in use. The same form gets the
 * same answer, until the password is used; null when access was given by another.
 */
export async function giveAccess(c: Ctx, client: ClientId, holder: Holder): Promise<Access | null> {
  const start = { holder, password: makeStartPassword(c, holder.rowId) }
  const opened = holder.person ? null : await unlessSentBefore(() => openAccess(c, client, start))
  const address = opened ?? (await addressGiven(c, client, start))
  return address === null ? null : { loginName: loginNameOf(address), password: start.password }
}

type Start = { holder: Holder; password: string }

async function openAccess(c: Ctx, client: ClientId, { holder, password }: Start): Promise<string> {
  const hash = await hashNewPassword(password)
  // Four digits are sometimes taken; ten times in a row they are not.
  const addresses = Array.from({ length: 10 }, () => addressOf(loginNameFrom(holder.name, randomInt(10_000))))
  const account = { person: newId<PersonId>(), addresses, hash }
  return act(asker(c), openingOf(client), (tx) => openPortalAccount(tx, client, { holder, account }))
}

// Under which address this password was given by the same form before, and not used since.
async function addressGiven(c: Ctx, client: ClientId, { holder, password }: Start): Promise<string | null> {
  const { database } = c.var.house
  const holders = await read(asker(c), openingOf(client), (tx) => listHolders(tx, client))
  const person = holders.find((one) => one.rowId === holder.rowId)?.person
  return person && (await hasStartPassword(database, person, password)) ? emailOf(database, person) : null
}

function openingOf(client: ClientId): Opening[] {
  return [{ dossier: client, purpose: 'administration' }]
}
