import { type Day, dayOf, timeOf } from '../../../core/day.ts'
import { type Lang, sayDay, sayMoment } from '../../../core/texts.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Soft } from '../../../ui/layout.tsx'
import type { Appointment } from '../rules/appointment.ts'
import { texts } from '../texts.ts'

type Props = { appointment: Appointment; lang: Lang; today: Day }

/** One appointment, large: when, with whom, where. */
export function AppointmentWords({ appointment, lang, today }: Props) {
  const t = texts[lang].agenda
  const { at, kind, minutes, person, place, about, isCancelled } = appointment
  const why = whyNot(appointment, lang)
  const isPast = dayOf(at) < today
  return (
    <>
      <p>
        <strong>{`${sayDay(dayOf(at), lang, 'long')}, ${timeOf(at)}`}</strong>
        {isCancelled && (
          <>
            {' '}
            <Chip tone="warn">{isPast ? t.wasCancelled : t.cancelled}</Chip>
          </>
        )}
      </p>
      {why && <p>{why}</p>}
      <p>{[t.kinds[kind], person && t.withWhom(person)].filter(Boolean).join(' ')}</p>
      {place && <p>{t.where(place)}</p>}
      {about && <p>{kind === 'intake' ? t.alsoThere(about) : t.about(about)}</p>}
      <p>
        <Soft>{t.minutes(minutes)}</Soft>
      </p>
    </>
  )
}

function whyNot({ isCancelled, cause, reason, movedTo }: Appointment, lang: Lang): string {
  const t = texts[lang].agenda
  if (!isCancelled) return ''
  if (movedTo) return t.movedTo(sayMoment(movedTo, lang))
  return cause ? t.causes[cause] : reason && t.why(reason)
}
