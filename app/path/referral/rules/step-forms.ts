import { z } from 'zod'
import type { Day } from '../../../core/day.ts'
import {
  choice,
  comingDay,
  idField,
  minutes,
  optionalId,
  pastDay,
  requiredText,
  text,
  time,
} from '../../../core/fields.ts'
import type { PersonId } from '../../../core/id.ts'

/** Between which days a step can have happened: nothing is done about a referral before it came in. */
export type Bounds = { from: Day; today: Day }

/** The next contact with who waits. */
export function promiseForm({ today }: Pick<Bounds, 'today'>) {
  return z.object({
    promisedFor: comingDay(today),
    promise: text(300),
    person: optionalId<PersonId>(),
  })
}

/** Voorzorg: a contact before the intake. */
export function earlyContactForm(bounds: Bounds) {
  return z.object({
    happenedOn: pastDay(bounds),
    way: choice(['visit', 'phone', 'message', 'tried']),
    minutes: minutes(0, 600),
    note: text(4000),
  })
}
export type EarlyContactForm = z.output<ReturnType<typeof earlyContactForm>>

/**
 * When, where and with whom the intake is; after an earlier plan that was not kept, with why. `despite` is the choice that was
 * warned about before, as in any form of an appointment.
 */
export function intakePlanForm({ today }: Pick<Bounds, 'today'>, isMissed: boolean) {
  return z.object({
    day: comingDay(today),
    time: time(),
    minutes: minutes(10, 480),
    place: requiredText(200),
    person: idField<PersonId>(),
    withWhom: text(200),
    relativeInvited: text(120),
    whyAgain: isMissed ? requiredText(500) : text(500),
    despite: text(200).optional(),
  })
}
export type IntakePlanForm = z.output<ReturnType<typeof intakePlanForm>>

/** The four recovery questions, written with the person. */
export function intakeReportForm(bounds: Bounds) {
  return z.object({
    heldOn: pastDay(bounds),
    whatHappened: text(8000),
    vulnerabilityAndStrength: text(8000),
    whereTo: text(8000),
    whatNeeded: text(8000),
    together: choice(['with-client', 'read-by-client', 'not-yet']),
    relativePresent: text(120),
  })
}
export type IntakeReportForm = z.output<ReturnType<typeof intakeReportForm>>

/** The municipal Wmo access: when, and who. */
export function wmoForm(bounds: Bounds) {
  return z.object({ involvedOn: pastDay(bounds), who: requiredText(160) })
}
export type WmoForm = z.output<ReturnType<typeof wmoForm>>

/** Coming back: one talk, three questions (E, knelpunt 7), and whether the earlier story may open. */
export function returnTalkForm(bounds: Bounds) {
  return z.object({
    heldOn: pastDay(bounds),
    whatDidWe: text(4000),
    howRoundedOff: text(4000),
    whereOn: text(4000),
    permission: choice(['yes', 'no']),
    permissionBy: choice(['client', 'representative']),
  })
}
export type ReturnTalkForm = z.output<ReturnType<typeof returnTalkForm>>
