import { sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Day } from '../../../core/day.ts'
import type { ClientId, ReferralId, TeamId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Source } from '../rules/source.ts'
import type { EarlyContact, IntakePlan, Promised, Report, ReturnTalk, Talk, Triage } from '../rules/step.ts'

/** A referral with everything that happened since; empty where a section is not open. */
export type Story = {
  id: ReferralId
  teamId: TeamId
  team: string
  teamAddress: string
  teamPhone: string
  receivedOn: Day
  source: Source
  referrer: string
  referrerPhone: string
  reason: string
  ownQuestion: string
  version: number
  triage: Triage | null
  promises: Promised[]
  earlyContacts: EarlyContact[]
  plans: IntakePlan[]
  report: Report | null
  wmo: { involvedOn: Day; who: string }[]
  /** newest first; the latest counts */
  talks: Talk[]
  /** by its report, or the talk that came instead; known also to whoever may not read reports */
  intakeHeldOn: Day | null
  returnTalk: ReturnTalk | null
}

/** One statement for the whole page: the referral and what happened, newest first. Undefined when not there or not theirs. */
export async function findStory(tx: Tx, client: ClientId, id: ReferralId): Promise<Story | undefined> {
  const row = await tx
    .selectFrom('referral.referrals as r')
    .innerJoin('staff.teams as t', 't.id', 'r.team_id')
    .select((eb) => [
      'r.id',
      'r.team_id as teamId',
      't.name as team',
      't.address as teamAddress',
      't.phone as teamPhone',
      'r.received_on as receivedOn',
      'r.source',
      'r.referrer',
      'r.referrer_phone as referrerPhone',
      'r.reason',
      'r.own_question as ownQuestion',
      'r.version',
      sql<Day | null>`referral.intake_held_on(r.client_id, r.id)`.as('intakeHeldOn'),
      jsonObjectFrom(
        eb
          .selectFrom('referral.triages as x')
          .whereRef('x.referral_id', '=', 'r.id')
          .select([
            'x.outcome',
            'x.decided_on as decidedOn',
            'x.together',
            'x.reason',
            'x.redirect_to as redirectTo',
          ]),
      ).as('triage'),
      jsonArrayFrom(
        eb
          .selectFrom('referral.promises as x')
          .leftJoin('staff.workers as w', 'w.id', 'x.person_id')
          .whereRef('x.referral_id', '=', 'r.id')
          .select(['x.promised_for as promisedFor', 'x.what', 'w.given_name as by', 'x.written_at as at'])
          .orderBy('x.id', 'desc'),
      ).as('promises'),
      jsonArrayFrom(
        eb
          .selectFrom('referral.early_contacts as x')
          .leftJoin('staff.workers as w', 'w.id', 'x.written_by')
          .whereRef('x.referral_id', '=', 'r.id')
          .select(['x.happened_on as happenedOn', 'x.way', 'x.minutes', 'x.note', 'w.given_name as by'])
          .orderBy('x.happened_on', 'desc')
          .orderBy('x.id', 'desc'),
      ).as('earlyContacts'),
      jsonArrayFrom(
        eb
          .selectFrom('referral.intakes as x')
          .innerJoin('agenda.appointments as a', 'a.id', 'x.appointment_id')
          .innerJoin('staff.workers as w', 'w.id', 'a.person_id')
          .whereRef('x.referral_id', '=', 'r.id')
          .select((b) => [
            'a.starts_at as startsAt',
            'a.minutes',
            'a.place',
            'a.person_id as personId',
            b.fn<string>('concat_ws', [b.val(' '), 'w.given_name', 'w.family_name']).as('by'),
            'a.about as withWhom',
            'x.relative_invited as relativeInvited',
            'x.why_again as whyAgain',
            'x.written_at as at',
            jsonObjectFrom(
              b
                .selectFrom('agenda.cancellations as c')
                .leftJoin('agenda.appointments as n', 'n.id', 'c.moved_to')
                .whereRef('c.appointment_id', '=', 'a.id')
                .select([
                  'c.cancelled_for as cancelledFor',
                  'c.reason',
                  'c.cause',
                  'n.starts_at as movedTo',
                  'c.written_at as writtenAt',
                ]),
            ).as('cancellation'),
          ])
          .orderBy('x.id', 'desc'),
      ).as('plans'),
      jsonObjectFrom(
        eb
          .selectFrom('referral.intake_reports as x')
          .leftJoin('staff.workers as s', 's.id', 'x.signed_by')
          .leftJoin('staff.workers as m', 'm.id', 'x.cosigned_by')
          .whereRef('x.referral_id', '=', 'r.id')
          .select((b) => [
            b.fn<string>('concat_ws', [b.val(' '), 's.given_name', 's.family_name']).as('signedBy'),
            b.fn<string>('concat_ws', [b.val(' '), 'm.given_name', 'm.family_name']).as('cosignedBy'),
            'x.id',
            'x.held_on as heldOn',
            'x.what_happened as whatHappened',
            'x.vulnerability_and_strength as vulnerabilityAndStrength',
            'x.where_to as whereTo',
            'x.what_needed as whatNeeded',
            'x.together',
            'x.relative_present as relativePresent',
            'x.signed_at as signedAt',
            'x.version',
          ]),
      ).as('report'),
      jsonArrayFrom(
        eb
          .selectFrom('referral.wmo_contacts as x')
          .whereRef('x.referral_id', '=', 'r.id')
          .select(['x.involved_on as involvedOn', 'x.who'])
          .orderBy('x.id', 'desc'),
      ).as('wmo'),
      jsonArrayFrom(
        eb
          .selectFrom('referral.advice_talks as x')
          .whereRef('x.referral_id', '=', 'r.id')
          .select([
            'x.held_on as heldOn',
            'x.outcome',
            'x.own_words as ownWords',
            'x.agreed',
            'x.elsewhere',
            'x.keep_contact as keepContact',
          ])
          .orderBy('x.nth', 'desc'),
      ).as('talks'),
      jsonObjectFrom(
        eb
          .selectFrom('referral.return_talks as x')
          .whereRef('x.referral_id', '=', 'r.id')
          .select([
            'x.held_on as heldOn',
            'x.what_did_we as whatDidWe',
            'x.how_rounded_off as howRoundedOff',
            'x.where_on as whereOn',
            'x.permission',
            'x.permission_by as permissionBy',
          ]),
      ).as('returnTalk'),
    ])
    .where('r.id', '=', id)
    .where('r.client_id', '=', client)
    .executeTakeFirst()
  return row as Story | undefined
}
