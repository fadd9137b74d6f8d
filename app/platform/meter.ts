import { AsyncLocalStorage } from 'node:async_hooks'
import type { LogEvent } from 'kysely'

/** What one request cost: time at the gate and in SQL (ms), and statements of the page itself beyond the gate's own. */
export type Meter = { gate: number; sql: number; statements: number; atGate: boolean }

const current = new AsyncLocalStorage<Meter>()

/** Runs one request with a meter beside it. */
export function metered<T>(meter: Meter, run: () => Promise<T>): Promise<T> {
  return current.run(meter, run)
}

/** A meter that has counted nothing. */
export function newMeter(): Meter {
  return { gate: 0, sql: 0, statements: 0, atGate: false }
}

// What frames a transaction asks nothing of the database; the engines differ in how many of these they send.
const frame = /^(reset all|close all|begin|commit|rollback|set)\b/

/** Counts a statement for the request it was made in. */
export function countStatement(event: LogEvent): void {
  const meter = current.getStore()
  if (!meter) return
  if (meter.atGate) meter.gate += event.queryDurationMillis
  else {
    meter.sql += event.queryDurationMillis
    if (!frame.test(event.query.sql)) meter.statements += 1
  }
}

/** What runs inside counts as the gate's. */
export async function asGate<T>(run: () => Promise<T>): Promise<T> {
  const meter = current.getStore()
  if (!meter) return run()
  meter.atGate = true
  try {
    return await run()
  } finally {
    meter.atGate = false
  }
}
