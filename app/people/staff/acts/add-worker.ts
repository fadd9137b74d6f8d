import type { PersonId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { sqlState } from '../../../platform/sql-state.ts'
import type { WorkerForm } from '../rules/house-forms.ts'
import { insertMembership, insertWorker } from '../store/house.ts'

/** Somebody comes to work here, with a first post; null when the e-mail address is somebody's already. */
export async function addWorker(asker: Asker, form: WorkerForm): Promise<PersonId | null> {
  try {
    return await act(asker, [], async (tx) => {
      const person = await insertWorker(tx, form)
      await insertMembership(tx, person, form)
      return person
    })
  } catch (error) {
    if (sqlState(error) === '23505') return null
    throw error
  }
}
