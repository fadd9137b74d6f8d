import { z } from 'zod'
import type { Day } from '../../../core/day.ts'
import { choice, day, idField, optionalId, pastDay } from '../../../core/fields.ts'
import type { Id, OrganisationId } from '../../../core/id.ts'
import { parts } from './part.ts'
import type { Lasting } from './stay.ts'

/** A post of somebody in an organisation: what is chosen when somebody gets a part. */
export type PostId = Id<'post'>

/** An organisation that takes part, from a day on. */
export const involveForm = z.object({ organisation: idField<OrganisationId>(), from: day() })
export type InvolveForm = z.output<typeof involveForm>

/** Who has a part from a day on; nobody chosen: the part ends the day before. */
export const partForm = z.object({ part: choice(parts), post: optionalId<PostId>(), from: day() })
export type PartForm = z.output<typeof partForm>

/** The last day of something that began on a day. */
export function lastDayForm(bounds: { from: Day; today: Day }) {
  return z.object({ lastDay: pastDay(bounds) })
}

/** Why something cannot begin on a day, beside what was before: it would begin inside an earlier stretch, or before the running one. */
export function whyNotFrom(day: Day, earlier: Lasting[]): 'before-previous' | null {
  const inside = earlier.some(({ from, until }) => (until === null ? day < from : day <= until))
  return inside ? 'before-previous' : null
}

/** Why somebody cannot have a part from a day: the post (with its first and last day) is not held then. */
export function whyNotHeld(day: Day, post: Lasting): 'not-employed-then' | null {
  return day < post.from || (post.until !== null && day > post.until) ? 'not-employed-then' : null
}
