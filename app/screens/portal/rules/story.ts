import { dayOf } from '../../../core/day.ts'
import type { DossierEvent } from '../../dossier/door.ts'

/**
 * What is told of the story: what happened, not what is still planned; and an appointment only where no contact of that
 * day tells how it went.
 */
export function toldOf(events: readonly DossierEvent[], now: Date): DossierEvent[] {
  const met = new Set(events.filter((e) => e.kind.startsWith('contacts.')).map((e) => dayOf(e.at)))
  return events.filter((event) => {
    if (event.kind.startsWith('agenda.')) return event.at <= now && !met.has(dayOf(event.at))
    return true
  })
}
