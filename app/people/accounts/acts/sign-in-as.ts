import type { OrganisationId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import type { Role } from '../../../core/role.ts'
import type { Database } from '../../../platform/engine.ts'
import { isForTrying } from '../store/demo-people.ts'
import { startSession } from '../store/sessions.ts'

/** The token of a new session without any proof: for tests and the telling of a demo. Refused in a real database. */
export async function signInAs(
  database: Database,
  personId: string,
  role: Role,
  organisationId: OrganisationId | null,
): Promise<string> {
  if (!(await isForTrying(database))) throw new NotFound('not a demo')
  return startSession(database, personId, { role, organisationId }, '')
}
