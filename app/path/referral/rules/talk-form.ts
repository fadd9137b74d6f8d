import { z } from 'zod'
import { choice, idsOf, optionalDay, optionalId, pastDay, text, whyNotComing } from '../../../core/fields.ts'
import type { OrganisationId, PersonId } from '../../../core/id.ts'
import { consequenceOf, talkOutcomes } from './consequence.ts'
import type { Bounds } from './step-forms.ts'

/** Who can be chosen in an advice talk: the organisations that give care, and who may be case manager. */
export type Choosable = { organisations: readonly OrganisationId[]; caseManagers: readonly PersonId[] }

/** The adviesgesprek: what it led to. What belongs to an outcome that was not chosen is left out. */
export function talkForm(bounds: Bounds, choosable: Choosable) {
  return asked(bounds, choosable)
    .transform(applicable)
    .superRefine((typed, ctx) => {
      for (const [path, message] of wrongWith(typed)) ctx.addIssue({ code: 'custom', path: [path], message })
    })
}
export type TalkForm = z.output<ReturnType<typeof asked>>

function asked(bounds: Bounds, { organisations, caseManagers }: Choosable) {
  return z.object({
    heldOn: pastDay(bounds),
    outcome: choice(talkOutcomes),
    ownWords: text(2000),
    agreed: text(4000),
    elsewhere: text(300),
    keepContact: text(500),
    endsOn: optionalDay(),
    talkOn: optionalDay(),
    organisations: idsOf(organisations),
    caseManager: optionalId<PersonId>().refine(
      (id) => id === null || caseManagers.includes(id),
      'choose-one',
    ),
  })
}

function applicable(typed: TalkForm): TalkForm {
  const starts = consequenceOf(typed.outcome) === 'starts-care'
  const isTemporary = typed.outcome === 'temporary'
  return {
    ...typed,
    elsewhere: typed.outcome === 'elsewhere' ? typed.elsewhere : '',
    keepContact: typed.outcome === 'not-now' ? typed.keepContact : '',
    endsOn: isTemporary ? typed.endsOn : null,
    talkOn: isTemporary ? typed.talkOn : null,
    organisations: starts ? typed.organisations : [],
    caseManager: starts ? typed.caseManager : null,
  }
}

function wrongWith({ outcome, elsewhere, keepContact, ...typed }: TalkForm): [keyof TalkForm, string][] {
  if (outcome === 'elsewhere' && elsewhere === '') return [['elsewhere', 'elsewhere-needs-where']]
  if (outcome === 'not-now' && keepContact === '') return [['keepContact', 'not-now-needs-contact']]
  return outcome === 'temporary' ? wrongWithOffer(typed) : []
}

// A temporary offer has an end agreed beforehand, within a year, and a talk before that end (E 2).
function wrongWithOffer({
  heldOn,
  endsOn,
  talkOn,
}: Pick<TalkForm, 'heldOn' | 'endsOn' | 'talkOn'>): [keyof TalkForm, string][] {
  const wrong: [keyof TalkForm, string][] = []
  if (endsOn === null) wrong.push(['endsOn', 'temporary-needs-end'])
  else if (endsOn < heldOn) wrong.push(['endsOn', 'before-start'])
  else if (whyNotComing(endsOn, heldOn)) wrong.push(['endsOn', 'date-too-far'])
  if (talkOn === null) wrong.push(['talkOn', 'temporary-needs-talk'])
  else if (talkOn < heldOn) wrong.push(['talkOn', 'before-start'])
  else if (endsOn !== null && talkOn > endsOn) wrong.push(['talkOn', 'talk-after-end'])
  return wrong
}
