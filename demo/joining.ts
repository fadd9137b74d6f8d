import { newId, type PersonId } from '../app/core/id.ts'
import { addDemoPerson, linkPerson } from '../app/people/accounts/door.ts'
import { during, type Stage, type Told } from './stage.ts'

/** Who gets an account beside a dossier, and how the sign-in page names them. */
export type Side = {
  kind: 'client' | 'relative' | 'representative'
  rowId: string | null
  slug: string
  name: string
  about: string
  sort: number
  person?: PersonId
}

/** An account for a client, a relative or a representative. In the demo nobody types a password. */
export async function join(stage: Stage, { client, caseManager }: Told, side: Side): Promise<PersonId> {
  const { kind, rowId, slug, name, about, sort } = side
  const { database } = caseManager.asker
  return during(stage, stage.last, async () => {
    const person = side.person ?? newId<PersonId>()
    await linkPerson(caseManager.asker, client, { kind, rowId, person })
    const alone = { organisationId: null, organisation: null, team: stage.team.name }
    await addDemoPerson(database, { ...alone, slug, personId: person, name, role: kind, about }, sort)
    return person
  })
}
