import { type Lang, sayDay } from '../../../core/texts.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Lines } from '../../../ui/lines.tsx'
import type { Content, Ending } from '../rules/sentence.ts'
import { texts } from '../texts.ts'

/** What stands with a goal: why, of which kind, where it belongs, and how it went. */
export function GoalWords({ goal, ending, lang }: { goal: Content; ending: Ending | null; lang: Lang }) {
  const t = texts[lang]
  return (
    <>
      {goal.why && (
        <p>
          <Lines text={goal.why} />
        </p>
      )}
      {(goal.recoveryKind || goal.lifeArea || ending) && (
        <div class="chips">
          {goal.recoveryKind && <Chip>{t.recoveryKinds[goal.recoveryKind]}</Chip>}
          {goal.lifeArea && <Chip>{t.lifeAreas[goal.lifeArea]}</Chip>}
          {ending && (
            <Chip tone="good">{`${t.outcomes[ending.outcome]}, ${sayDay(ending.endedOn, lang)}`}</Chip>
          )}
        </div>
      )}
      {ending?.words && (
        <p>
          <Lines text={ending.words} />
        </p>
      )}
    </>
  )
}

/** Who does a step, and by when. */
export function stepWords({ who, dueOn }: Content, lang: Lang): string {
  const t = texts[lang].plan
  return [who && t.who(who), dueOn && t.due(sayDay(dueOn, lang))].filter(Boolean).join(' · ')
}
