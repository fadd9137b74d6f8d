/** A worker records that both agreed on a proposal in a talk: { talkedOn, words }. Stale when the client changed the sentence since. */
export { agreeInTalk } from './acts/agree-in-talk.ts'
/** The client answers a part of the plan in own words; `version` 0 when it was empty. */
export { answerPart } from './acts/answer-part.ts'
/** A professional proposes, beside the client's words; the proposal's id. */
export { propose } from './acts/propose.ts'
/** The client sets a goal, or changes one; the goal's id. */
export { setGoal } from './acts/set-goal.ts'
/** The client adds a step to a goal, or changes one. */
export { setStep } from './acts/set-step.ts'
/** A sentence that says nothing yet. */
export { blank } from './rules/sentence.ts'
