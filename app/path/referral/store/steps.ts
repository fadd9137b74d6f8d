import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import { type ClientId, newId, type PersonId, type ReferralId } from '../../../core/id.ts'
import { Stale } from '../../../core/outcome.ts'
import type { AppointmentId } from '../../../office/agenda/door.ts'
import { mustChange, type Tx } from '../../../platform/database.ts'
import type {
  EarlyContactForm,
  IntakePlanForm,
  IntakeReportForm,
  ReturnTalkForm,
  WmoForm,
} from '../rules/step-forms.ts'
import type { TalkForm } from '../rules/talk-form.ts'
import type { TriageForm } from '../rules/triage-form.ts'

/** Whose referral a step belongs to. */
export type Of = { client: ClientId; referral: ReferralId }

function key({ client, referral }: Of) {
  return { id: newId(), client_id: client, referral_id: referral }
}

/** What the team decided about a referral. Stale when it was decided already. */
export async function addTriage(tx: Tx, of: Of, triage: TriageForm, decidedOn: Day): Promise<void> {
  const { outcome, together, reason, redirectTo } = triage
  mustAdd(
    await tx
      .insertInto('referral.triages')
      .values({ ...key(of), outcome, decided_on: decidedOn, together, reason, redirect_to: redirectTo })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

/** The next contact that was promised; the latest promise counts. */
export async function addPromise(
  tx: Tx,
  of: Of,
  promisedFor: Day,
  what: string,
  person: PersonId | null,
): Promise<void> {
  await tx
    .insertInto('referral.promises')
    .values({ ...key(of), promised_for: promisedFor, what, person_id: person })
    .execute()
}

/** A contact before the intake. */
export async function addEarlyContact(tx: Tx, of: Of, form: EarlyContactForm): Promise<void> {
  const { happenedOn, way, minutes, note } = form
  await tx
    .insertInto('referral.early_contacts')
    .values({ ...key(of), happened_on: happenedOn, way, minutes, note })
    .execute()
}

/** A plan for the intake, whose moment is that of its appointment; the latest plan counts. */
export async function addIntakePlan(
  tx: Tx,
  of: Of,
  appointment: AppointmentId,
  { relativeInvited, whyAgain }: Pick<IntakePlanForm, 'relativeInvited' | 'whyAgain'>,
): Promise<void> {
  await tx
    .insertInto('referral.intakes')
    .values({
      ...key(of),
      appointment_id: appointment,
      relative_invited: relativeInvited,
      why_again: whyAgain,
    })
    .execute()
}

/** The appointments that were made for this intake. */
export async function listIntakePlans(tx: Tx, of: Of): Promise<AppointmentId[]> {
  const rows = await tx
    .selectFrom('referral.intakes')
    .select('appointment_id')
    .where('referral_id', '=', of.referral)
    .where('client_id', '=', of.client)
    .execute()
  return rows.map((row) => row.appointment_id as AppointmentId)
}

function reportColumns(form: IntakeReportForm) {
  return {
    held_on: form.heldOn,
    what_happened: form.whatHappened,
    vulnerability_and_strength: form.vulnerabilityAndStrength,
    where_to: form.whereTo,
    what_needed: form.whatNeeded,
    together: form.together,
    relative_present: form.relativePresent,
  }
}

/** The first version of the intake report. Stale when somebody wrote one already. */
export async function addReport(tx: Tx, of: Of, form: IntakeReportForm): Promise<void> {
  mustAdd(
    await tx
      .insertInto('referral.intake_reports')
      .values({ ...key(of), ...reportColumns(form) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

/** Changes the draft of the report; Stale when somebody was first or it was signed. */
export async function changeReport(tx: Tx, of: Of, version: number, form: IntakeReportForm): Promise<void> {
  mustChange(
    await tx
      .updateTable('referral.intake_reports')
      .set(reportColumns(form))
      .where('referral_id', '=', of.referral)
      .where('client_id', '=', of.client)
      .where('version', '=', version)
      .where('signed_at', 'is', null)
      .executeTakeFirst(),
  )
}

/** Signs the report: from now on the client reads it and nobody changes it. */
export async function signReport(tx: Tx, of: Of): Promise<void> {
  await tx
    .updateTable('referral.intake_reports')
    .set({ signed_at: sql<Date>`access.now()` })
    .where('referral_id', '=', of.referral)
    .where('client_id', '=', of.client)
    .where('signed_at', 'is', null)
    .execute()
}

/** The municipal Wmo access was involved. */
export async function addWmoContact(tx: Tx, of: Of, form: WmoForm): Promise<void> {
  await tx
    .insertInto('referral.wmo_contacts')
    .values({ ...key(of), involved_on: form.involvedOn, who: form.who })
    .execute()
}

/** The adviesgesprek and what came of it, the nth of this referral. Stale when that one was held already. */
export async function addTalk(tx: Tx, of: Of, nth: number, form: TalkForm): Promise<void> {
  const { heldOn, outcome, ownWords, agreed, elsewhere, keepContact } = form
  mustAdd(
    await tx
      .insertInto('referral.advice_talks')
      .values({
        ...key(of),
        nth,
        held_on: heldOn,
        outcome,
        own_words: ownWords,
        agreed,
        elsewhere,
        keep_contact: keepContact,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

/** The one talk with who comes back. Stale when it was held already. */
export async function addReturnTalk(tx: Tx, of: Of, form: ReturnTalkForm): Promise<void> {
  const { heldOn, whatDidWe, howRoundedOff, whereOn, permission, permissionBy } = form
  mustAdd(
    await tx
      .insertInto('referral.return_talks')
      .values({
        ...key(of),
        held_on: heldOn,
        what_did_we: whatDidWe,
        how_rounded_off: howRoundedOff,
        where_on: whereOn,
        permission,
        permission_by: permissionBy,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

// What happens once meets a row that is there already when somebody was first.
function mustAdd(result: { numInsertedOrUpdatedRows?: bigint | undefined }): void {
  if (!result.numInsertedOrUpdatedRows) throw new Stale('somebody was first')
}
