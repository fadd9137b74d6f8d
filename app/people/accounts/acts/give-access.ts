import { randomInt } from 'node:crypto'
import { type ClientId, newId, type PersonId } from '../../../core/id.ts'
import type { Asker } from '../../../platform/database.ts'
import { addressOf, loginNameFrom } from '../rules/login-name.ts'
import type { Holder } from '../store/link.ts'
import { invitePerson } from './invite-person.ts'
import { linkPerson } from './link-person.ts'

/** What somebody signs in with the first time; the password is shown once. */
export type Access = { loginName: string; password: string }

/**
 * A worker of the team hands the client, a relative or a representative the access to the portal: an account with a name
 * of its own, so that nobody needs an e-mail address and nobody learns which addresses are in use.
 */
export async function giveAccess(asker: Asker, client: ClientId, holder: Holder): Promise<Access> {
  const person = newId<PersonId>()
  const access = await inviteByName(asker, person, holder.name)
  await linkPerson(asker, client, { kind: holder.kind, rowId: holder.rowId, person })
  return access
}

// Four digits are sometimes taken; ten times in a row they are not.
async function inviteByName(asker: Asker, personId: PersonId, name: string): Promise<Access> {
  for (let tries = 0; tries < 10; tries++) {
    const loginName = loginNameFrom(name, randomInt(10_000))
    const invited = await invitePerson(asker.database, { personId, name, email: addressOf(loginName) })
    if (invited !== 'there-already') return { loginName, password: invited.password }
  }
  throw new Error('no login name was free')
}
