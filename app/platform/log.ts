import { randomBytes } from 'node:crypto'
import type { Ctx } from './web.ts'

let write: (line: object) => void = (line) => process.stdout.write(`${JSON.stringify(line)}\n`)
let quiet = true

/** Structured lines without personal data: no path values, no query, no names. */
export const log = {
  /** Requests are written in production only. */
  toOutput(on: boolean): void {
    quiet = !on
  },
  request(c: Ctx, ms: number): void {
    if (quiet) return
    write({
      at: new Date().toISOString(),
      kind: 'request',
      method: c.req.method,
      route: c.req.routePath,
      status: c.res.status,
      ms: Math.round(ms),
    })
  },
  /** A bug, or a machine that fails. Answers the reference that the user sees. Its message may quote what was typed,
   * so it stays out: what is written is the kind of error, the SQL state and the places in the code. */
  failure(error: unknown): string {
    const reference = randomBytes(4).toString('hex')
    const causes = [...causesOf(error)].map(told)
    console.error(JSON.stringify({ at: new Date().toISOString(), kind: 'failure', reference, causes }))
    return reference
  },
  /** Work beside the requests: how many things were done, and about whom not at all. */
  job(name: string, count: number, ms: number): void {
    if (quiet) return
    write({ at: new Date().toISOString(), kind: 'job', name, count, ms: Math.round(ms) })
  },
  said(message: string): void {
    write({ at: new Date().toISOString(), kind: 'message', message })
  },
  /** Where lines go; a test looks at them. */
  into(sink: (line: object) => void): void {
    write = sink
  },
}

// An error and what it came from; at most five, for an error may be its own cause.
function* causesOf(error: unknown): Generator<unknown> {
  let cause = error
  for (let depth = 0; cause !== undefined && depth < 5; depth += 1) {
    yield cause
    cause = cause instanceof Error ? cause.cause : undefined
  }
}

function told(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown }
  return { name: error.name, code, table, constraint, frames: frames.map((line) => line.trim()) }
}
