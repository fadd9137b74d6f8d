import { z } from 'zod'
import { type Day, dayOf, momentAt, timeOf } from '../../../core/day.ts'
import { choice, day, optionalChoice, optionalMinutes, text, ticked, time } from '../../../core/fields.ts'

/** How somebody was met; "tried": nobody answered or opened. */
export const contactKinds = ['visit', 'office', 'phone', 'video', 'message', 'tried'] as const
export type ContactKind = (typeof contactKinds)[number]

/** How long a contact mostly lasts; anything else is typed. */
export const usualMinutes = ['10', '15', '30', '45', '60', '90'] as const

/** What happened, in under half a minute. A report is needed to sign, unless nobody was reached. */
export const contactForm = z
  .object({
    kind: choice(contactKinds),
    day: day(),
    time: time(),
    usual: optionalChoice(usualMinutes),
    other: optionalMinutes(0, 600),
    travel: optionalMinutes(0, 600),
    present: text(200),
    report: text(20_000),
    together: ticked(),
    how: choice(['sign', 'draft']),
  })
  .superRefine((typed, ctx) => {
    if (typed.other === null && typed.usual === '')
      ctx.addIssue({ code: 'custom', path: ['usual'], message: 'choose-one' })
    if (typed.how === 'sign' && typed.report === '' && typed.kind !== 'tried')
      ctx.addIssue({ code: 'custom', path: ['report'], message: 'sign-needs-report' })
  })
  .transform(({ usual, other, travel, ...rest }) => ({
    ...rest,
    minutes: other ?? Number(usual),
    travel: travel ?? 0,
  }))
export type ContactForm = z.output<typeof contactForm>

/** When a contact was, as a form begins: the moment that a link suggested, unless it is none or has yet to come; then now. */
export function suggestedMoment(dayTyped: string, timeTyped: string, now: Date): { day: Day; time: string } {
  const known = z.object({ day: day(), time: time() }).safeParse({ day: dayTyped, time: timeTyped })
  if (known.success && momentAt(known.data.day, known.data.time) <= now) return known.data
  return { day: dayOf(now), time: timeOf(now) }
}

/** The words that a form shows when it begins: what a link suggested, where that is something we know. */
export function suggested(
  kind: string | undefined,
  minutesTyped: string | undefined,
): Record<string, string> {
  const isKind = contactKinds.some((known) => known === kind)
  const isMinutes = /^\d{1,3}$/.test(minutesTyped ?? '') && Number(minutesTyped) <= 600
  return { ...(isKind && kind ? { kind } : {}), ...minutesInput(isMinutes ? Number(minutesTyped) : 30) }
}

/** A duration as the form asks it: one of the usual ones, or typed. */
export function minutesInput(count: number): Record<string, string> {
  const isUsual = usualMinutes.some((usual) => usual === String(count))
  return isUsual ? { usual: String(count), other: '' } : { usual: '', other: String(count) }
}
