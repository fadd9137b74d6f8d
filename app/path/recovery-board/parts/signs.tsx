import type { Day } from '../../../core/day.ts'
import { type Lang, sayDay } from '../../../core/texts.ts'
import { Chip } from '../../../ui/chip.tsx'
import { type BoardLine, type Signs, signsOf } from '../rules/card.ts'
import { texts } from '../texts.ts'

type Props = { line: BoardLine; today: Day; lang: Lang }
/** A number of days in words; handed in, because a part knows no other slice. */
export type SayDuration = (days: number, lang: Lang) => string

/** How long it was quiet; amber and a sign from three weeks on. Nothing where contacts are not to be seen. */
export function ContactSign({ line, today, lang, say }: Props & { say: SayDuration }) {
  const t = texts[lang].board
  const { quietDays, isQuiet, hasNoContact } = signsOf(line, today)
  if (hasNoContact)
    return (
      <Chip tone="warn" icon="clock">
        {t.noContact}
      </Chip>
    )
  if (quietDays === null) return null
  return isQuiet ? (
    <Chip tone="warn" icon="clock">
      {t.tooQuiet(say(quietDays, lang))}
    </Chip>
  ) : (
    <Chip>{t.quiet(quietDays)}</Chip>
  )
}

/** How long in this phase, or of late from which to which. */
export function MovementSign({ line, today, lang, say }: Props & { say: SayDuration }) {
  const t = texts[lang].board
  const { movedFrom, samePhaseDays, isLongSame }: Signs = signsOf(line, today)
  if (movedFrom !== null && line.phase !== null)
    return (
      <Chip tone="prop" icon="refresh-cw">
        {t.moved(movedFrom, line.phase)}
      </Chip>
    )
  if (samePhaseDays === null) return null
  return (
    <Chip tone={isLongSame ? 'warn' : 'plain'} icon={isLongSame ? 'history' : undefined}>
      {t.samePhase(say(samePhaseDays, lang))}
    </Chip>
  )
}

/** Organisations together, aftercare, an agreed end. */
export function OtherSigns({ line, today, lang }: Props) {
  const t = texts[lang].board
  const { organisations, carePhase, endsOn, lastDay } = line
  return (
    <>
      {organisations >= 2 && <Chip icon="users">{t.organisations(organisations)}</Chip>}
      {carePhase === 'aftercare' && <Chip tone="good">{t.aftercare}</Chip>}
      {endsOn && <TemporaryChip endsOn={endsOn} today={today} lang={lang} />}
      {lastDay && <Chip>{t.lastDay(sayDay(lastDay, lang))}</Chip>}
    </>
  )
}

function TemporaryChip({ endsOn, today, lang }: { endsOn: Day; today: Day; lang: Lang }) {
  const t = texts[lang].board
  const day = sayDay(endsOn, lang)
  return endsOn < today ? (
    <Chip tone="warn" icon="clock">
      {t.temporaryOver(day)}
    </Chip>
  ) : (
    <Chip>{t.temporary(day)}</Chip>
  )
}
