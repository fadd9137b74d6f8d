import { randomBytes } from 'node:crypto'
import type { PersonId } from '../../../core/id.ts'
import type { Database } from '../../../platform/engine.ts'
import { sqlState } from '../../../platform/sql-state.ts'
import { makeAccount } from './make-account.ts'

/**
 * An account for a worker, with a start password that is shown once and handed over. The second factor is made at the
 * first sign-in. 'there-already' when the worker has an account.
 */
export async function inviteWorker(
  database: Database,
  worker: { personId: PersonId; name: string; email: string },
): Promise<{ password: string } | 'there-already'> {
  const password = randomBytes(12).toString('base64url').replace(/[-_]/g, 'x')
  try {
    await makeAccount(database, { ...worker, password })
    return { password }
  } catch (error) {
    if (sqlState(error) === '23505') return 'there-already'
    throw error
  }
}
