import { addDays, type Day } from '../../../core/day.ts'
import type { ClientId, OrganisationId, PersonId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { Part } from '../rules/part.ts'
import { assign, relieve } from '../store/periods.ts'

/** Who gets a part from which day on; with nobody, the part ends the day before. */
export type Assigning = {
  part: Part
  who: { personId: PersonId; organisationId: OrganisationId } | null
  from: Day
}

/** Gives somebody a part for a client (a key to the dossier too); whoever had it is relieved the day before. */
export async function assignPart(
  asker: Asker,
  client: ClientId,
  { part, who, from }: Assigning,
): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'care' }], (tx) =>
    who
      ? assign(tx, client, who.personId, who.organisationId, part, from)
      : relieve(tx, client, part, addDays(from, -1)),
  )
}
