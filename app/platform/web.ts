import type { Context } from 'hono'
import { type FormState, onceField } from '../core/form.ts'
import type { ClientId, OrganisationId, PersonId, TeamId } from '../core/id.ts'
import { isId } from '../core/id.ts'
import { NotFound, SignedOut } from '../core/outcome.ts'
import type { Role } from '../core/role.ts'
import type { Lang } from '../core/texts.ts'
import type { PathName } from '../links.ts'
import { readForm, type Sent } from './body.ts'
import type { Config } from './config.ts'
import type { Asker, SentForm } from './database.ts'
import type { Database } from './engine.ts'
import type { Meter } from './meter.ts'

/** Who is signed in, in the one role of this session. */
export type Me = {
  sessionId: string
  personId: PersonId
  name: string
  role: Role
  functions: string[]
  organisationId: OrganisationId | null
  organisation: string | null
  teams: { id: TeamId; name: string }[]
  ownClient: ClientId | null
  region: string
}

/** What the process has: made once at start, handed to every request. */
export type House = {
  config: Config
  database: Database
  demo: boolean
  assets: { css: string; script?: string; folder?: string }
  keys: { secret: string }
}

/** What every page can ask of its request. */
export type Env = {
  Variables: {
    house: House
    lang: Lang
    nonce: string
    meter: Meter
    /** whether the answer says what it cost */
    timed?: boolean
    token: string
    me: Me | null
    /** whether the page at an address is for a role */
    reaches: (href: string, role: Role) => boolean
    /** what was sent to this page when the session had ended, to be shown again */
    kept: { path: string; input: FormState['input'] } | null
    sent?: Promise<Map<string, Sent | Sent[]>>
    form?: SentForm
  }
}

/** One request, as a page sees it. */
export type Ctx = Context<Env>

/** A page: its path, who it is for, and what it answers. What a person may see in it, the gate decides. */
export type Route = {
  path: PathName
  for: readonly Role[] | 'signed-in' | 'anyone'
  get?: (c: Ctx) => Response | Promise<Response>
  post?: (c: Ctx) => Response | Promise<Response>
  /** what is typed here is kept nowhere, not even for somebody whose session ended: passwords, codes */
  secret?: true
  /** a password or code can be guessed at here: how often that is tried is counted */
  guessable?: true
  /** its form has a file, and may be larger than what anybody types */
  files?: true
}

export type Frame = { title: string; current?: PathName; frame?: 'plain'; head?: unknown }

declare module 'hono' {
  interface ContextRenderer {
    // biome-ignore lint/style/useShorthandFunctionType: hono asks for an interface to merge with
    (content: unknown, frame: Frame): Response | Promise<Response>
  }
}

/** Whoever is signed in; throws SignedOut where nobody is. */
export function me(c: Ctx): Me {
  const person = c.var.me
  if (!person) throw new SignedOut('nobody is signed in')
  return person
}

/** What the two ways into the database need to know of this request. */
export function asker(c: Ctx): Asker {
  return { database: c.var.house.database, token: c.var.token, form: c.var.form }
}

/** An id from the path; a malformed one is a page that is not there. */
export function idParam<T extends string>(c: Ctx, name: string): T {
  const value = c.req.param(name)
  if (!isId(value)) throw new NotFound(`no such ${name}`)
  return value as T
}

/** The team whose list is asked for: from the query, else the first of one's own. Throws NotFound without one. */
export function teamOf(c: Ctx): { id: TeamId; name: string } {
  const { teams } = me(c)
  const asked = c.req.query('team')
  const team = asked ? teams.find((t) => t.id === asked) : teams[0]
  if (!team) throw new NotFound('no such team')
  return team
}

/**
 * What was typed in a form, by field; a field that comes more than once is a list. Files are left out. The id of the form
 * itself goes with the asker, so that an act takes it once.
 */
export async function typed(c: Ctx): Promise<Record<string, string | string[]>> {
  const words = [...(await sent(c))].flatMap(([name, value]): [string, string | string[]][] => {
    if (Array.isArray(value)) return [[name, value.filter((one) => typeof one === 'string')]]
    return typeof value === 'string' ? [[name, value]] : []
  })
  const input = Object.fromEntries(words)
  const form = input[onceField]
  if (typeof form === 'string' && isId(form)) c.set('form', { id: form, taken: false })
  return input
}

/** What was sent in a form, files too. Throws BadRequest when it cannot be read: cut off, too large, or no form. */
export function sent(c: Ctx): Promise<ReadonlyMap<string, Sent | Sent[]>> {
  const form = c.var.sent ?? readForm(c)
  c.set('sent', form)
  return form
}

/** After something was done: on to the next page, which says so. */
export function done(c: Ctx, url: string, said?: string): Response {
  const to = said ? `${url}${url.includes('?') ? '&' : '?'}gedaan=${said}` : url
  return c.redirect(to, 303)
}
