import { randomInt } from 'node:crypto'
import type { PersonId } from '../../../core/id.ts'
import type { Database } from '../../../platform/engine.ts'
import { sqlState } from '../../../platform/sql-state.ts'
import { makeAccount } from './make-account.ts'

// Without what looks alike (0 O, 1 l i), because people copy it from paper. Twelve of these are 58 bits.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/**
 * An account with a start password that is shown once and handed over. The second factor is made at the first sign-in.
 * 'there-already' when the person, or somebody with this address, has an account.
 */
export async function invitePerson(
  database: Database,
  person: { personId: PersonId; name: string; email: string },
): Promise<{ password: string } | 'there-already'> {
  const password = [four(), four(), four()].join('-')
  try {
    await makeAccount(database, { ...person, password, handedOver: true })
    return { password }
  } catch (error) {
    if (sqlState(error) === '23505') return 'there-already'
    throw error
  }
}

function four(): string {
  return Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
}
