import type { PersonId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import type { Database } from '../../../platform/engine.ts'
import type { SetUp } from '../rules/set-up-form.ts'
import { insertAccount } from '../store/credentials.ts'
import { hashNewPassword } from '../store/passwords.ts'
import { insertHouse } from '../store/set-up.ts'

/** Region, first organisation and first administrator with an account, all or nothing; who that is. NotFound when it was done before. */
export async function setUp(database: Database, form: SetUp): Promise<PersonId> {
  const hash = await hashNewPassword(form.password)
  const name = `${form.givenName} ${form.familyName}`
  try {
    return await database.signin.transaction().execute(async (tx) => {
      const personId = await insertHouse(tx, form)
      await insertAccount(tx, { personId, name, email: form.email, password: form.password }, hash)
      return personId
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '42501')
      throw new NotFound('set up already')
    throw error
  }
}
