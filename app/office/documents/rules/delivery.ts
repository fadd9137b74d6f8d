/** What came of one try to send a letter, and why it did not leave. */
export type Try = { outcome: 'sent' | 'kept' | 'postponed' | 'failed'; why: string; at: Date }

/** Where a letter is: still to leave, tried in vain and waiting for the next try, gone, kept by a demo, or given up. */
export type MailState = { kind: 'queued' } | ({ kind: Try['outcome'] } & Omit<Try, 'outcome'>)

// Minutes after each try in vain. Together a day: what is not mended by then needs a person.
const waits = [1, 5, 15, 60, 240, 1080]

/** Minutes until the next try after this many in vain; null when it is given up. */
export function minutesUntilNext(attempts: number): number | null {
  return waits[attempts - 1] ?? null
}

/** Where a letter is, by its tries, oldest first. */
export function stateOf(tries: readonly Try[]): MailState {
  const last = tries.at(-1)
  return last ? { kind: last.outcome, why: last.why, at: last.at } : { kind: 'queued' }
}
