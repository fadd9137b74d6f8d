import { Steps } from '../../../ui/steps.tsx'
import { type Stage, stages } from '../rules/state.ts'
import { texts } from '../texts.ts'

// Where the path takes another turn, that stands in the place of what was to be.
const turns: Partial<Record<Stage, Partial<Record<Stage, Stage>>>> = {
  'intake-missed': { 'intake-planned': 'intake-missed' },
  'kept-in-touch': { decided: 'kept-in-touch' },
}

// Who comes back has a return talk where others have the intake.
const returning: Stage[] = ['received', 'waiting', 'decided']
const beforeTalk: Stage[] = ['intake-planned', 'intake-missed', 'intake-held']
type Props = { lang: 'nl' | 'en'; stage: Stage; comesBack: boolean }

/** Where a referral stands on the path from aanmelding to a decision. */
export function PathSteps({ lang, stage: now, comesBack }: Props) {
  const t = { ...texts[lang].stages, ...(comesBack && texts[lang].returnStages) }
  const stage = comesBack && beforeTalk.includes(now) ? 'waiting' : now
  const ended = stage === 'redirected' || stage === 'consulted'
  const names: readonly Stage[] = ended
    ? ['received', stage]
    : (comesBack ? returning : stages).map((name) => turns[stage]?.[name] ?? name)
  const at = names.indexOf(stage)
  return (
    <Steps
      label={t.label}
      items={names.map((name, i) => ({
        label: t[name],
        state: i < at ? 'done' : i === at ? 'current' : 'ahead',
      }))}
    />
  )
}
