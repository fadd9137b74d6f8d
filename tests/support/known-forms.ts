import type { PathName } from '../../app/links.ts'

// What is to be known of a form to try it, beside what its own page says.

/** Forms that no page of this world shows. */
export const byHand: Partial<Record<PathName, string[]>> = {
  signOut: [],
  importUndo: [],
  identity: ['toon'],
}

/** Forms that stand in another page than they are sent to. */
export const shownOn: Partial<Record<PathName, PathName>> = {
  accountSession: 'account',
  demoSignIn: 'signIn',
}

/** What ends something that the others need is tried after them, in this order. */
export const last: PathName[] = [
  'newConsent',
  'newShield',
  'outflow',
  'afterDeath',
  'death',
  'accountPassword',
  'accountRole',
  'import',
  'signOut',
]

/** Steps that are taken once: an odd answer before the sound one was the one. */
const once: PathName[] = ['triage', 'adviceTalk', 'returnTalk']
/**
 * Forms whose sound answer this world cannot give: no such account, a letter is no spreadsheet, an agreement runs, who
 * came back is here, and who guessed ten times at a password is locked out.
 */
export const neverTaken: PathName[] = [
  'secondFactor',
  'recoveryCode',
  'enrol',
  'signIn',
  'imports',
  'organisation',
  'comeBack',
  'accountPassword',
  'accountCodes',
  ...once,
]

/** What else than a page with what is wrong answers a bad value: nothing is there, or the page as it was. */
export const refusals: Partial<Record<PathName, number>> = {
  accountSession: 404,
  demoSignIn: 404,
  identity: 200,
}
