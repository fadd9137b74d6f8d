import { z } from 'zod'
import type { Day } from '../../../core/day.ts'
import { choice, optionalChoice, optionalDay, pastDay, requiredText, text } from '../../../core/fields.ts'
import { blank, type Content, lifeAreas, recoveryKinds } from './sentence.ts'

/** An answer in own words; an empty one empties the part. */
export const wordsForm = z.object({ body: text(8000) })

/** A goal: what the client wants, why, of which kind, in which area. Only the first must be there. */
export const goalForm = z.object({
  body: requiredText(500),
  why: text(2000),
  recoveryKind: optionalChoice(recoveryKinds).transform((code) => code || null),
  lifeArea: optionalChoice(lifeAreas).transform((code) => code || null),
})
export type GoalForm = z.output<typeof goalForm>

/** A step: what, who does it, by when. */
export const stepForm = z.object({ body: requiredText(500), who: text(200), dueOn: optionalDay() })
export type StepForm = z.output<typeof stepForm>

/** How it went; letting go says why, because we learn from it. */
export const endingForm = z
  .object({ outcome: choice(['reached', 'partly', 'let-go', 'removed']), words: text(2000) })
  .refine(({ outcome, words }) => outcome !== 'let-go' || words !== '', {
    path: ['words'],
    message: 'why-let-go',
  })

// What a professional proposes says why.
const reason = { reason: requiredText(1000) }

/** What is proposed: another answer, goal or step. Lines of the crisis plan have their own page. */
export type ProposedKind = 'words' | 'goal' | 'step'
type Proposed = Content & { reason: string }

/** A proposal of this kind; what the kind does not have stays blank. */
export function proposalForm(kind: ProposedKind): z.ZodType<Proposed> {
  const forms = {
    words: z.object({ body: requiredText(8000), ...reason }),
    goal: goalForm.extend(reason),
    step: stepForm.extend(reason),
  }
  return forms[kind].transform((typed) => ({ ...blank, ...typed }))
}

/** What the client says to a proposal; who wants it differently writes how. */
export const answerForm = z
  .object({ answer: choice(['accepted', 'changed', 'declined']), body: text(8000), words: text(1000) })
  .refine(({ answer, body }) => answer !== 'changed' || body !== '', { path: ['body'], message: 'required' })

/** A talk in which client and professional agreed. */
export function talkForm(today: Day) {
  return z.object({ talkedOn: pastDay({ from: '2000-01-01' as Day, today }), words: text(1000) })
}
