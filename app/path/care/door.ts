/** { part, who: { personId, organisationId } | null, from }; null: nobody any more. */
export { assignPart } from './acts/assign-part.ts'
/** Care ends without aftercare. */
export { leaveCare } from './acts/leave-care.ts'
/** Care ends, with where to and why, and aftercare begins the next day. */
export { startAftercare } from './acts/start-aftercare.ts'
/** "huisarts", "verhuisd": where somebody goes. */
export { destinationWord } from './parts/words.ts'
/** Why something cannot begin on a day beside what was before ('before-previous'), or a post is not held then; null when it can. */
export { whyNotFrom, whyNotHeld } from './rules/care-forms.ts'
/** "unique" and "shared" from who cares together. */
export { countSharing, type Sharing } from './rules/caseload.ts'
/** Where somebody can go after care. */
export type { Destination } from './rules/outflow-form.ts'
/** { first, otherwise }: the case manager and the replacement on a day; `mayHold(part, role)`: whose role allows a part. */
export { contactPersons, mayHold } from './rules/part.ts'
/** `isOn(lasting, day)`. */
export { isOn, type Period, type Phase } from './rules/stay.ts'
/** Counts of the teams whose list was opened. */
export { type Caseload, findCaseload } from './store/caseload.ts'
/** The clients of the opened team for whom whoever asks has a part today, by name; open no column. */
export { listMine, type MyClient } from './store/mine.ts'
/** An agreed end of care, with the talk before it. */
export { addTemporaryOffer } from './store/offers.ts'
/** Periods, organisations, parts, temporary offer and outflows of an opened client, in one statement. */
export {
  type CareOverview,
  findCareOverview,
} from './store/overview.ts'
/** Whether an opened client was in care before: then there is no new intake. */
export {
  assign,
  cameBack,
  canReturn,
  involve,
  leaveTeam,
  listPeriods,
  moveToPhase,
  returnToTeam,
} from './store/periods.ts'
/** Who can get a part for a client: { id, personId, name, organisationId, inTeam, ... }. */
export { listPosts, type Post } from './store/posts.ts'
