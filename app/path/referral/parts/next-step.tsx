import { type PathName, paths } from '../../../links.ts'
import { Actions, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import type { IconName } from '../../../ui/icons.ts'
import type { Stage } from '../rules/state.ts'
import type { Story } from '../store/story.ts'
import { texts } from '../texts.ts'

type Step = {
  path: PathName
  icon: IconName
  word:
    | 'triage'
    | 'promise'
    | 'earlyContact'
    | 'planIntake'
    | 'otherMoment'
    | 'invitation'
    | 'intake'
    | 'readIntake'
    | 'wmoContact'
    | 'adviceTalk'
    | 'returnTalk'
    | 'consent'
    | 'dossier'
}

const steps = {
  triage: { path: 'triage', icon: 'users', word: 'triage' },
  promise: { path: 'promise', icon: 'calendar', word: 'promise' },
  earlyContact: { path: 'earlyContact', icon: 'phone', word: 'earlyContact' },
  planIntake: { path: 'planIntake', icon: 'calendar', word: 'planIntake' },
  otherMoment: { path: 'planIntake', icon: 'calendar', word: 'otherMoment' },
  invitation: { path: 'invitation', icon: 'mail', word: 'invitation' },
  intake: { path: 'intake', icon: 'message-circle', word: 'intake' },
  readIntake: { path: 'intake', icon: 'message-circle', word: 'readIntake' },
  wmoContact: { path: 'wmoContact', icon: 'landmark', word: 'wmoContact' },
  adviceTalk: { path: 'adviceTalk', icon: 'heart-handshake', word: 'adviceTalk' },
  consent: { path: 'consent', icon: 'lock', word: 'consent' },
  dossier: { path: 'dossier', icon: 'book-open', word: 'dossier' },
  returnTalk: { path: 'returnTalk', icon: 'history', word: 'returnTalk' },
} satisfies Record<string, Step>

// What is next comes first; what else can be done stands beside it.
const nextOf: Record<Stage, Step[]> = {
  received: [steps.triage, steps.earlyContact],
  waiting: [steps.planIntake, steps.promise, steps.earlyContact],
  'intake-planned': [steps.intake, steps.invitation, steps.otherMoment, steps.earlyContact, steps.promise],
  'intake-missed': [steps.otherMoment, steps.intake, steps.adviceTalk, steps.earlyContact, steps.promise],
  'intake-held': [steps.adviceTalk, steps.wmoContact, steps.consent, steps.readIntake],
  'kept-in-touch': [steps.promise, steps.earlyContact, steps.adviceTalk],
  decided: [steps.dossier, steps.consent],
  redirected: [],
  consulted: [],
}

// Who comes back has one talk and no intake, and need not wait on a list for it.
const nextOfReturn: Partial<Record<Stage, Step[]>> = {
  received: [steps.returnTalk, steps.triage, steps.earlyContact],
  waiting: [steps.returnTalk, steps.promise, steps.earlyContact],
  'intake-planned': [steps.returnTalk, steps.promise, steps.earlyContact],
  'intake-missed': [steps.returnTalk, steps.promise, steps.earlyContact],
}

type Props = {
  lang: 'nl' | 'en'
  opened: { of: { client: string; referral: string }; story: Story }
  comesBack?: boolean
  stage: Stage
  /** where the referral letter is added, while there is none */
  letterHref: string | null
}

/** The one thing to do now, with what else is possible beside it. */
export function NextStep({ lang, opened, stage, comesBack, letterHref }: Props) {
  const t = texts[lang].next
  const choices = (comesBack && nextOfReturn[stage]) || nextOf[stage]
  const hint = comesBack && nextOfReturn[stage] ? t.comesBack : t.hints[stage]
  if (choices.length === 0) return null
  return (
    <Card heading={t.heading} kind="brand">
      <p>{hint}</p>
      <Actions>
        {choices.map((step, i) => (
          <ButtonLink href={hrefOf(step, opened.of)} icon={step.icon} kind={i === 0 ? 'main' : 'quiet'}>
            {t[step.word]}
          </ButtonLink>
        ))}
        {letterHref && (
          <ButtonLink href={letterHref} icon="paperclip" kind="quiet">
            {t.letter}
          </ButtonLink>
        )}
      </Actions>
    </Card>
  )
}

function hrefOf(step: Step, of: { client: string; referral: string }): string {
  return paths[step.path].replace(':clientId', of.client).replace(':referralId', of.referral)
}
