import { BadRequest } from '../core/outcome.ts'
import type { Ctx, Route } from './web.ts'

/** What a field of a form holds. */
export type Sent = string | File

const kilobyte = 1024
const megabyte = 1024 * kilobyte
const urlencoded = 'application/x-www-form-urlencoded'
const multipart = 'multipart/form-data'

// The largest form has some 48,000 characters, each at most nine bytes when written with percent signs.
const largest = { visitor: 64 * kilobyte, form: megabyte, files: 12 * megabyte }

// Parsing takes time by the square of the fields (half a million: 3 s). The largest forms have some hundreds.
const mostFields = 2000
const mostParts = 200

/** Refuses by its first lines alone what no form of this page sends: another type (415), or too large (413). */
export function refuseBody(c: Ctx, route: Pick<Route, 'files'>): void {
  const type = typeOf(c)
  if (type !== urlencoded && !(route.files && type === multipart)) throw new BadRequest(415, 'not a form')
  if (Number(c.req.header('content-length') ?? 0) > limitOf(c)) throw new BadRequest(413, 'too large')
}

/** Reads a form, by field; one that comes more than once is a list. BadRequest when it is too large, or cannot be read. */
export async function readForm(c: Ctx): Promise<Map<string, Sent | Sent[]>> {
  const bytes = await read(c)
  refuseFields(c, bytes)
  const headers = { 'content-type': c.req.header('content-type') ?? '' }
  try {
    return byField(await new Response(bytes, { headers }).formData())
  } catch (error) {
    throw error instanceof TypeError ? new BadRequest(400, 'a form that cannot be read') : error
  }
}

// Whoever is not signed in types an address and a password; but a report may come in after its session ended.
function limitOf(c: Ctx): number {
  if (!c.var.token) return largest.visitor
  return typeOf(c) === multipart ? largest.files : largest.form
}

function typeOf(c: Ctx): string {
  return (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

// A body need not say how long it is: what goes on beyond the limit is read no further.
async function read(c: Ctx): Promise<Buffer<ArrayBuffer>> {
  const limit = limitOf(c)
  const reader = c.req.raw.body?.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
    size += next.value.length
    if (size > limit) throw new BadRequest(413, 'too large')
    chunks.push(next.value)
  }
  return Buffer.concat(chunks)
}

function refuseFields(c: Ctx, bytes: Buffer): void {
  const isMultipart = typeOf(c) === multipart
  const [between, most] = isMultipart ? [`--${boundaryOf(c)}`, mostParts] : ['&', mostFields]
  let count = 0
  for (let at = bytes.indexOf(between); at >= 0; at = bytes.indexOf(between, at + between.length)) {
    count += 1
    if (count > most) throw new BadRequest(413, 'too many fields')
  }
}

function boundaryOf(c: Ctx): string {
  const found = /boundary="?([^";]{1,70})/i.exec(c.req.header('content-type') ?? '')?.[1]
  if (!found) throw new BadRequest(400, 'parts without a boundary')
  return found
}

function byField(form: FormData): Map<string, Sent | Sent[]> {
  const names = [...new Set(form.keys())]
  return new Map(names.map((name) => [name, all(form.getAll(name))]))
}

function all(values: Sent[]): Sent | Sent[] {
  const [only, ...more] = values
  return only === undefined || more.length > 0 ? values : only
}
