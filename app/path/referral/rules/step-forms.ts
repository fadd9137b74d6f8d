import { z } from 'zod'
import {
  choice,
  day,
  idField,
  minutes,
  optionalDay,
  optionalId,
  requiredText,
  text,
  time,
} from '../../../core/fields.ts'
import type { PersonId } from '../../../core/id.ts'

/** The next contact with who waits. */
export const promiseForm = z.object({
  promisedFor: day(),
  promise: text(300),
  person: optionalId<PersonId>(),
})

/** Voorzorg: a contact before the intake. */
export const earlyContactForm = z.object({
  happenedOn: day(),
  way: choice(['visit', 'phone', 'message', 'tried']),
  minutes: minutes(0, 600),
  note: text(4000),
})
export type EarlyContactForm = z.output<typeof earlyContactForm>

/** When, where and with whom the intake is. */
export const intakePlanForm = z.object({
  day: day(),
  time: time(),
  minutes: minutes(10, 480),
  place: requiredText(200),
  person: idField<PersonId>(),
  withWhom: text(200),
  relativeInvited: text(120),
})
export type IntakePlanForm = z.output<typeof intakePlanForm>

/** The four recovery questions, written with the person. */
export const intakeReportForm = z.object({
  heldOn: day(),
  whatHappened: text(8000),
  vulnerabilityAndStrength: text(8000),
  whereTo: text(8000),
  whatNeeded: text(8000),
  together: choice(['with-client', 'read-by-client', 'not-yet']),
  relativePresent: text(120),
})
export type IntakeReportForm = z.output<typeof intakeReportForm>

/** The municipal Wmo access: when, and who. */
export const wmoForm = z.object({ involvedOn: day(), who: requiredText(160) })
export type WmoForm = z.output<typeof wmoForm>

/** The adviesgesprek: what it led to. */
export const talkForm = z
  .object({
    heldOn: day(),
    outcome: choice(['in-care', 'temporary', 'consultation', 'elsewhere', 'not-now']),
    ownWords: text(2000),
    agreed: text(4000),
    elsewhere: text(300),
    keepContact: text(500),
    endsOn: optionalDay(),
    talkOn: optionalDay(),
    organisations: z
      .union([z.array(z.string()), z.string()])
      .optional()
      .transform((v) => (v === undefined ? [] : [v].flat())),
    caseManager: optionalId<PersonId>(),
  })
  .superRefine((typed, ctx) => {
    const need = (missing: boolean, path: string, message: string) =>
      missing && ctx.addIssue({ code: 'custom', path: [path], message })
    need(typed.outcome === 'elsewhere' && typed.elsewhere === '', 'elsewhere', 'elsewhere-needs-where')
    need(typed.outcome === 'not-now' && typed.keepContact === '', 'keepContact', 'not-now-needs-contact')
    need(typed.outcome === 'temporary' && typed.endsOn === null, 'endsOn', 'temporary-needs-end')
    need(typed.outcome === 'temporary' && typed.talkOn === null, 'talkOn', 'temporary-needs-talk')
    const late =
      typed.outcome === 'temporary' &&
      typed.endsOn !== null &&
      typed.talkOn !== null &&
      typed.talkOn > typed.endsOn
    need(late, 'talkOn', 'talk-after-end')
  })
  // What was filled in under another outcome is not part of what was agreed.
  .transform((typed) => ({
    ...typed,
    elsewhere: typed.outcome === 'elsewhere' ? typed.elsewhere : '',
    keepContact: typed.outcome === 'not-now' ? typed.keepContact : '',
    endsOn: typed.outcome === 'temporary' ? typed.endsOn : null,
    talkOn: typed.outcome === 'temporary' ? typed.talkOn : null,
  }))
export type TalkForm = z.output<typeof talkForm>

/** Coming back: one talk, three questions (E, knelpunt 7), and whether the earlier story may open. */
export const returnTalkForm = z.object({
  heldOn: day(),
  whatDidWe: text(4000),
  howRoundedOff: text(4000),
  whereOn: text(4000),
  permission: choice(['yes', 'no']),
  permissionBy: choice(['client', 'representative']),
})
export type ReturnTalkForm = z.output<typeof returnTalkForm>
