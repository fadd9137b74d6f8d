import { type RawBuilder, sql } from 'kysely'
import { newId } from '../../app/core/id.ts'
import type { Role } from '../../app/core/role.ts'
import { paths } from '../../app/links.ts'
import type { Database } from '../../app/platform/engine.ts'
import type { Route } from '../../app/platform/web.ts'
import { asRoot } from './database.ts'
import type { Client, Person, World } from './people.ts'

/** What stands in the path of a page, by name. */
export type Ids = Record<string, string>

const idTables = {
  entryId: 'recovery_plan.entries',
  proposalId: 'recovery_plan.proposals',
  statementId: 'recovery_plan.statements',
  referralId: 'referral.referrals',
  appointmentId: 'agenda.appointments',
  contactId: 'contacts.contacts',
  fileId: 'documents.files',
  mailId: 'documents.mails',
  grantId: 'consent.grants',
  besideId: 'clients.relatives',
  rowId: 'contacts.contacts',
}

/** Somebody of each role, around one client. */
export function everybody({ workers, clients }: World): Record<Role, Person> {
  const { person, relative, representative } = clients.inCare
  return {
    practitioner: workers.practitioner,
    trainee: workers.trainee,
    supporter: workers.supporter,
    peer: workers.peer,
    welfare: workers.welfare,
    'duty-desk': workers.dutyDesk,
    secretariat: workers.secretary,
    'project-leader': workers.projectLeader,
    'line-manager': workers.lineManager,
    'programme-manager': workers.programmeManager,
    controller: workers.controller,
    'wmo-consultant': workers.wmoConsultant,
    'steering-group': workers.steeringGroup,
    researcher: workers.researcher,
    'privacy-officer': workers.privacyOfficer,
    administrator: workers.administrator,
    client: person,
    relative,
    representative,
  }
}

// Of what a page is only for while it stands open.
const still: Record<string, RawBuilder<unknown>> = {
  'recovery_plan.entries': sql`and t.kind = 'goal' and not exists (select from recovery_plan.endings n where n.entry_id = t.id)`,
  'recovery_plan.proposals': sql`and not exists (select from recovery_plan.decisions d where d.proposal_id = t.id)`,
}

/** An id of each sort that hangs under a client, and of an organisation and a worker. */
export function idsOf(database: Database, world: World, client: Client): Promise<Ids> {
  return asRoot(database, async (tx) => {
    const ids: Ids = {
      clientId: client.id,
      organisationId: world.organisations.ggz,
      personId: world.workers.practitioner.id,
      importId: newId(),
      part: 'who-i-am',
    }
    for (const [name, table] of Object.entries(idTables)) {
      const { rows } = await sql<{
        id: string
      }>`select t.id from ${sql.table(table)} t where t.client_id = ${client.id} ${still[table] ?? sql``} limit 1`.execute(
        tx,
      )
      ids[name] = rows[0]?.id ?? newId()
    }
    return ids
  })
}

/** The address of a page with these ids in it. */
export function urlOf(route: Pick<Route, 'path'>, ids: Ids): string {
  return paths[route.path].replace(/:(\w+)/g, (_, name: string) => ids[name] ?? 'no-such-id')
}
