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
  failure(error: Error, reference: string): void {
    console.error(
      JSON.stringify({
        at: new Date().toISOString(),
        kind: 'failure',
        reference,
        name: error.name,
        stack: error.stack,
      }),
    )
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
