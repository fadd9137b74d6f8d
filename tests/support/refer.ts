import { expect } from 'vitest'
import type { ClientId, ReferralId } from '../../app/core/id.ts'
import { link, paths } from '../../app/links.ts'
import type { Browser } from './app.ts'

/** Whose referral it is, as its pages have it in their path. */
export type Referred = { clientId: ClientId; referralId: ReferralId }

/** A person who is not known yet, as a form has it. */
export const person = {
  givenName: 'Tjitske',
  infix: 'van der',
  familyName: 'Zwaag',
  gender: 'unknown',
  addressKind: 'none',
}

/** A referral as the secretary writes it down. */
export async function refer(desk: Browser, fields: Record<string, string> = {}): Promise<Referred> {
  const answer = await desk.post(paths.newReferral, {
    ...person,
    // A test refers many of one name.
    isOther: 'ja',
    source: 'gp',
    ownQuestion: 'Ik wil weer slapen.',
    ...fields,
  })
  expect(answer.status).toBe(303)
  return referredIn(answer.to)
}

/** The same, on the waiting list with a promised contact. */
export async function referToWait(desk: Browser, fields: Record<string, string> = {}): Promise<Referred> {
  const of = await refer(desk, fields)
  const decided = await desk.post(link('triage', of), waits)
  expect(decided.status).toBe(303)
  return of
}

/** Whose referral an address is about. */
export function referredIn(address: string | null): Referred {
  const [, clientId, referralId] = /clienten\/([^/]+)\/aanmelding\/([^/?]+)/.exec(address ?? '') ?? []
  return { clientId: clientId as ClientId, referralId: referralId as ReferralId }
}

/** A triage that puts somebody on the waiting list. */
export const waits = { outcome: 'waiting-list', promisedFor: '27-11-2026', promise: 'bellen' }
