import { parseDay } from '../../../core/day.ts'
import { isId } from '../../../core/id.ts'
import type { DossierEvent } from './event.ts'

/** Where a page of the story begins: after the last event of the page before. */
export type Cursor = { at: Date; rowId: string }

/** The cursor after an event, for an address. */
export function writeCursor({ at, rowId }: Pick<DossierEvent, 'at' | 'rowId'>): string {
  return `${at.toISOString()}_${rowId}`
}

/** Reads the cursor of an address; undefined when it is none, as when its day is one that nobody here can type. */
export function cursorOf(asked: string | undefined): Cursor | undefined {
  const [, day = '', time = '', rowId = ''] =
    /^([\d-]{10})T([\d:.]{12})Z_([\da-f-]{36})$/.exec(asked ?? '') ?? []
  const at = new Date(`${day}T${time}Z`)
  return parseDay(day) && isId(rowId) && !Number.isNaN(at.getTime()) ? { at, rowId } : undefined
}
