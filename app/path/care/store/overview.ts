import { sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Day } from '../../../core/day.ts'
import type { ClientId, OrganisationId, TeamId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Destination } from '../rules/outflow-form.ts'
import type { Assignment } from '../rules/part.ts'
import type { Period } from '../rules/stay.ts'
import type { TemporaryOffer } from './offers.ts'

/** An organisation that takes, or took, part. */
export type Involvement = {
  organisationId: OrganisationId
  organisation: string
  kind: string
  from: Day
  until: Day | null
}
/** Where the person went, and why. */
export type Outflow = {
  teamId: TeamId
  leftOn: Day
  destination: Destination
  reason: string
  ownWords: string
}

/** Who does what for a client; each list newest first. */
export type CareOverview = {
  periods: Period[]
  involvements: Involvement[]
  assignments: Assignment[]
  /** the latest that is open to whoever asks */
  temporaryOffer: TemporaryOffer | null
  outflows: Outflow[]
  /** whether appointments are open to whoever asks: none may also be none shown */
  seesAgenda: boolean
}

const from = sql<Day>`lower(x.during)`.as('from')
const until = sql<Day | null>`upper(x.during) - 1`.as('until')
const lasted = sql<boolean>`not isempty(x.during)`

/** Everything of who does what for an opened client, in one statement; undefined when the gate did not open this one. */
export async function findCareOverview(tx: Tx, client: ClientId): Promise<CareOverview | undefined> {
  const row = await tx
    .selectFrom('clients.clients as c')
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('care.periods as x')
          .innerJoin('staff.teams as t', 't.id', 'x.team_id')
          .whereRef('x.client_id', '=', 'c.id')
          .where(lasted)
          .select([
            'x.team_id as teamId',
            't.name as team',
            'x.phase',
            from,
            until,
            'x.episode_id as episodeId',
          ])
          .orderBy(sql`lower(x.during)`, 'desc'),
      ).as('periods'),
      jsonArrayFrom(
        eb
          .selectFrom('care.involvements as x')
          .innerJoin('staff.organisations as o', 'o.id', 'x.organisation_id')
          .whereRef('x.client_id', '=', 'c.id')
          .where(lasted)
          .select(['x.organisation_id as organisationId', 'o.name as organisation', 'o.kind', from, until])
          .orderBy(sql`lower(x.during)`, 'desc')
          .orderBy('o.name'),
      ).as('involvements'),
      jsonArrayFrom(
        eb
          .selectFrom('care.assignments as x')
          .innerJoin('staff.workers as w', 'w.id', 'x.person_id')
          .innerJoin('staff.organisations as o', 'o.id', 'x.organisation_id')
          .whereRef('x.client_id', '=', 'c.id')
          .where(lasted)
          .select((b) => [
            'x.part',
            'x.person_id as personId',
            b.fn<string>('concat_ws', [b.val(' '), 'w.given_name', 'w.family_name']).as('name'),
            'w.phone',
            'x.organisation_id as organisationId',
            'o.name as organisation',
            from,
            until,
          ])
          .orderBy(sql`lower(x.during)`, 'desc'),
      ).as('assignments'),
      jsonObjectFrom(
        eb
          .selectFrom('care.temporary_offers as x')
          .whereRef('x.client_id', '=', 'c.id')
          .select(['x.ends_on as endsOn', 'x.talk_on as talkOn', 'x.reason'])
          .orderBy('x.id', 'desc')
          .limit(1),
      ).as('temporaryOffer'),
      jsonArrayFrom(
        eb
          .selectFrom('care.outflows as x')
          .whereRef('x.client_id', '=', 'c.id')
          .select([
            'x.team_id as teamId',
            'x.left_on as leftOn',
            'x.destination',
            'x.reason',
            'x.own_words as ownWords',
          ])
          .orderBy('x.left_on', 'desc')
          .orderBy('x.id', 'desc'),
      ).as('outflows'),
      sql<boolean>`c.id = any ((select access.opened('agenda'))::uuid[])`.as('seesAgenda'),
    ])
    .where('c.id', '=', client)
    .executeTakeFirst()
  return row as CareOverview | undefined
}
