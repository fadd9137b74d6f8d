import { dayOf } from '../../../core/day.ts'
import type { DossierEvent } from '../../dossier/door.ts'

/** Where a page of the story begins: after the last event of the page before. */
export type Cursor = { at: Date; rowId: string }

/**
 * What is told of the story: what happened, not what is still planned; and an appointment only where no contact of that
 * day tells how it went.
 */
export function toldOf(events: readonly DossierEvent[], now: Date): DossierEvent[] {
  const met = new Set(events.filter((e) => e.kind.startsWith('contacts.')).map((e) => dayOf(e.at)))
  return events.filter((event) => {
    if (event.kind === 'referral.intake-planned') return false
    if (event.kind.startsWith('agenda.')) return event.at <= now && !met.has(dayOf(event.at))
    return true
  })
}

/** Reads the cursor of an address; undefined when it is none. */
export function cursorOf(at: string | undefined, rowId: string | undefined): Cursor | undefined {
  const moment = Number(at)
  if (!at || !rowId || !/^\d{12,14}$/.test(at) || !/^[0-9a-f-]{36}$/.test(rowId)) return undefined
  return { at: new Date(moment), rowId }
}

/** The cursor after an event, as the query of an address. */
export function queryAfter(event: Pick<DossierEvent, 'at' | 'rowId'>): Record<string, string> {
  return { tot: String(event.at.getTime()), na: event.rowId }
}
