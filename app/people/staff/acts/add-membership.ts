import type { PersonId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { Post } from '../rules/house-forms.ts'
import { insertMembership } from '../store/house.ts'

/** Somebody who works here takes one more post; its id. */
export async function addMembership(asker: Asker, person: PersonId, post: Post): Promise<string> {
  return act(asker, [], (tx) => insertMembership(tx, person, post))
}
