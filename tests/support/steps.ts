import { Hono } from 'hono'
import { keepStep } from '../../app/people/accounts/acts/keep-step.ts'
import { readConfig } from '../../app/platform/config.ts'
import type { Env, House } from '../../app/platform/web.ts'
import { type Browser, testSecret } from './app.ts'

/** The browser of somebody who stands at this step between password and session. */
export async function atStep(browser: Browser, step: Parameters<typeof keepStep>[1]): Promise<Browser> {
  const door = new Hono<Env>().get('/', (c) => {
    c.set('house', { config: readConfig({}, false), keys: { secret: testSecret } } as House)
    keepStep(c, step)
    return c.body(null)
  })
  const { headers } = await door.request('/')
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(headers.get('set-cookie') ?? '') ?? []
  browser.cookies.set(name, value)
  return browser
}
