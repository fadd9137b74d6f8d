import { makeApp } from '../app/app.tsx'
import { sessionCookie } from '../app/people/accounts/door.ts'
import { readConfig } from '../app/platform/config.ts'
import type { Database } from '../app/platform/engine.ts'

/** What one request took: the whole, and of it the gate's statements and the page's own, in ms. */
export type Taken = { ms: number; gate: number; sql: number; statements: number }
/** What came back: what it took, where it leads and the cookies it set. */
export type Answer = { taken: Taken; status: number; cookie: string; text: string }
/** Somebody with a session, who asks for pages. */
export type Visitor = {
  get(path: string, cookie?: string): Promise<Answer>
  post(path: string, fields: Record<string, string>): Promise<Answer>
}

/** The secret of the house of the bench. */
export const secret = 'a-secret-of-the-bench-of-forty-characters'

/** The product around a database, as the server has it. */
export function openApp(database: Database) {
  return makeApp({
    config: readConfig({}, false),
    database,
    demo: false,
    assets: { css: '/style.css' },
    keys: { secret },
  })
}

/** The name and value of the cookie that carries a session. */
export function cookieOf(token: string): string {
  return `${sessionCookie(undefined)}=${token}`
}

/** A browser with this session, which follows nothing by itself. */
export function visitor(app: ReturnType<typeof openApp>, token: string): Visitor {
  const session = cookieOf(token)
  async function go(path: string, init: RequestInit, cookie = ''): Promise<Answer> {
    const started = performance.now()
    const headers = { host: 'localhost', cookie: [session, cookie].filter(Boolean).join('; ') }
    const response = await app.request(path, { ...init, headers })
    const text = await response.text()
    const ms = performance.now() - started
    const set = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
    return { taken: { ms, ...timing(response) }, status: response.status, cookie: set.join('; '), text }
  }
  return {
    get: (path, cookie) => go(path, {}, cookie),
    post: (path, fields) => go(path, { method: 'POST', body: new URLSearchParams(fields) }),
  }
}

/** One after another, as one. */
export function together(first: Taken, second: Taken): Taken {
  return {
    ms: first.ms + second.ms,
    gate: first.gate + second.gate,
    sql: first.sql + second.sql,
    statements: first.statements + second.statements,
  }
}

function timing(response: Response): Omit<Taken, 'ms'> {
  const line = response.headers.get('server-timing') ?? ''
  const number = (pattern: RegExp) => Number(pattern.exec(line)?.[1] ?? Number.NaN)
  return {
    gate: number(/gate;dur=([\d.]+)/),
    sql: number(/sql;dur=([\d.]+)/),
    statements: number(/desc="(\d+)"/),
  }
}
