import { randomUUID } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import { TooManyTries } from './core/outcome.ts'
import { countTries, networkOf, type Tries } from './platform/tries.ts'
import type { Ctx, House } from './platform/web.ts'

// Each try at a password costs 25 ms of a core and 19 MB. Right ones do not count, so that an office may come in at nine.
const most = { each: 60, all: 600 }
const made = new WeakMap<House, Tries>()

/** Lets a password or code be tried, unless that was done too often from there; what was right does not count. */
export async function guessed(c: Ctx, handler: (c: Ctx) => Response | Promise<Response>): Promise<Response> {
  const tries = triesOf(c.var.house)
  const network = networkOf(connected(c), c.req.header('x-forwarded-for'), c.var.house.config.TRUSTED_PROXIES)
  if (!tries.take(network, performance.now())) throw new TooManyTries()
  const response = await handler(c)
  if (response.status < 400) tries.giveBack(network)
  return response
}

function triesOf(house: House): Tries {
  const tries = made.get(house) ?? countTries(most)
  made.set(house, tries)
  return tries
}

// What asks from within the process, a test, comes over no network: each counts for itself.
function connected(c: Ctx): string {
  const isOverNetwork = typeof c.env === 'object' && c.env !== null && 'incoming' in c.env
  return (isOverNetwork ? getConnInfo(c).remote.address : undefined) ?? randomUUID()
}
