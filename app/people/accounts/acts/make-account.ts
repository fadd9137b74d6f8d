import type { Database } from '../../../platform/engine.ts'
import { insertAccount, type NewAccount } from '../store/credentials.ts'
import { hashNewPassword } from '../store/passwords.ts'

/** Gives a person (worker, client, relative, representative) an account. The second factor is made at the first sign-in. */
export async function makeAccount(database: Database, account: NewAccount): Promise<void> {
  const hash = await hashNewPassword(account.password)
  await database.signin.transaction().execute((tx) => insertAccount(tx, account, hash))
}
