import { makeApp } from '../../app/app.tsx'
import { sessionCookie } from '../../app/people/accounts/door.ts'
import { readConfig } from '../../app/platform/config.ts'
import type { Database } from '../../app/platform/engine.ts'
import type { House } from '../../app/platform/web.ts'
import { atTestMoment } from './clock.ts'

/** What came back: the page as text, and what a test asks of it most. */
export type Answer = {
  status: number
  /** where a 303 leads */
  to: string | null
  text: string
  /** the words of the h1 */
  heading: string
  /** fields that the error summary links to */
  wrong: string[]
  response: Response
}
type Fields = Record<string, string | string[]>

/** A browser of somebody: keeps its cookies, and follows nothing by itself. */
export type Browser = {
  get: (path: string) => Promise<Answer>
  post: (path: string, fields?: Fields | FormData) => Promise<Answer>
  /** any request at all, with the cookies of this browser */
  send: (path: string, init: RequestInit) => Promise<Answer>
  cookies: Map<string, string>
}

/** The secret of the house of tests. */
export const testSecret = 'a-secret-of-the-tests-of-forty-characters'

/** The product around a test database; `as(token)` is a browser with that session, `as()` one without. */
export function openApp(database: Database, house: Partial<House> = {}): { as: (token?: string) => Browser } {
  const app = makeApp({
    config: readConfig({}, false),
    database,
    demo: false,
    assets: { css: '/style.css' },
    keys: { secret: testSecret },
    ...house,
  })
  return { as: (token) => browser((path, init) => atTestMoment(async () => app.request(path, init)), token) }
}

function browser(ask: (path: string, init: RequestInit) => Promise<Response>, token?: string): Browser {
  const cookies = new Map<string, string>()
  if (token) cookies.set(sessionCookie(undefined), token)
  async function go(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await ask(path, {
      ...init,
      headers: { host: 'localhost', ...Object.fromEntries(new Headers(init.headers)), cookie },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer(response)
  }
  return {
    cookies,
    send: go,
    get: (path) => go(path, {}),
    post: (path, fields = {}) => go(path, { method: 'POST', body: form(fields) }),
  }
}

function form(fields: Fields | FormData): URLSearchParams | FormData {
  if (fields instanceof FormData) return fields
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return body
}

async function answer(response: Response): Promise<Answer> {
  const text = await response.text()
  const summary = /<div class="error-summary"[\s\S]*?<\/ul>/.exec(text)?.[0] ?? ''
  return {
    status: response.status,
    to: response.headers.get('location'),
    text,
    heading: plain(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(text)?.[1] ?? ''),
    wrong: [...summary.matchAll(/href="#([^"]+)"/g)].map(([, field = '']) => field),
    response,
  }
}

/** What a reader sees of some markup. */
export function plain(markup: string): string {
  return markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
}
